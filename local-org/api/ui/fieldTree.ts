import type { Field, ObjectSchema } from "../../metadata/schema.ts";
import { SalesforceError } from "../../salesforceError.ts";
import type { UiReader } from "./uiReader.ts";

/** The fields asked for of an object and, by relationship, of its parents. */
export interface FieldTree {
  readonly object: ObjectSchema;
  readonly fields: Set<Field>;
  readonly parents: Map<string, { readonly field: Field; readonly tree: FieldTree }>;
}

const HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

/** SOQL's limit, which the User Interface API shares. */
const MAX_LEVELS_UP = 5;

function unknownField(object: ObjectSchema, name: string): SalesforceError {
  return new SalesforceError("INVALID_FIELD", `No such column '${name}' on entity '${object.name}'. ${HINT}`);
}

export function emptyTree(object: ObjectSchema): FieldTree {
  return { object, fields: new Set(), parents: new Map() };
}

function addPath(reader: UiReader, tree: FieldTree, path: readonly string[]): void {
  const [name = "", ...rest] = path;
  if (rest.length === 0) {
    const field = reader.field(tree.object, name);
    if (!field) throw unknownField(tree.object, name);
    tree.fields.add(field);
    return;
  }
  const parent = reader.parent(tree.object, name);
  if (!parent) throw unknownField(tree.object, name);
  const key = parent.field.reference!.relationshipName;
  const known = tree.parents.get(key) ?? { field: parent.field, tree: emptyTree(parent.object) };
  addPath(reader, known.tree, rest);
  tree.parents.set(key, known);
}

/** True where the whole path can be read, so that a half-readable one leaves nothing behind. */
function isReadable(reader: UiReader, object: ObjectSchema, [name = "", ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return reader.field(object, name) !== null;
  const parent = reader.parent(object, name);
  return parent !== null && isReadable(reader, parent.object, rest);
}

/** What is asked for: fields that must be readable, and fields that are left out where they are not. */
export interface WantedFields {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
}

/** `Account.Name,Account.Owner.Name` as lists. */
export function wantedFields(query: URLSearchParams): WantedFields {
  const list = (name: string): string[] =>
    query
      .getAll(name)
      .flatMap((text) => text.split(","))
      .map((text) => text.trim())
      .filter(Boolean);
  return { fields: list("fields"), optionalFields: list("optionalFields") };
}

function pathBelow(object: ObjectSchema, name: string): string[] | null {
  const [root = "", ...path] = name.split(".");
  if (path.length === 0 || path.length > MAX_LEVELS_UP + 1) return null;
  return root.toLowerCase() === object.name.toLowerCase() ? path : null;
}

/** The tree of those fields on the object. Throws INVALID_FIELD for a field of `fields` that the user cannot read. */
export function fieldTree(reader: UiReader, object: ObjectSchema, wanted: WantedFields): FieldTree {
  const tree = emptyTree(object);
  for (const name of wanted.fields) {
    const path = pathBelow(object, name);
    if (!path) throw new SalesforceError("INVALID_FIELD", `Invalid field ${name} for object ${object.name}`);
    addPath(reader, tree, path);
  }
  for (const name of wanted.optionalFields) {
    const path = pathBelow(object, name);
    if (path && isReadable(reader, object, path)) addPath(reader, tree, path);
  }
  return tree;
}

/** Id and name: what is answered of a parent that nobody asked more of. */
export function nameTree(reader: UiReader, object: ObjectSchema): FieldTree {
  const tree = emptyTree(object);
  for (const name of ["Id", object.nameField.name]) {
    const known = reader.field(object, name);
    if (known) tree.fields.add(known);
  }
  return tree;
}

/** Every field that the user can read, and the names of the parents: what a saved record answers with. */
export function wholeTree(reader: UiReader, object: ObjectSchema): FieldTree {
  const tree = emptyTree(object);
  for (const field of reader.fields(object)) {
    tree.fields.add(field);
    const parent = reader.parentObject(field);
    if (!parent) continue;
    tree.parents.set(field.reference!.relationshipName, { field, tree: nameTree(reader, parent) });
  }
  return tree;
}
