import type { Field, ObjectSchema, Schema } from "../metadata/schema.ts";
import type { FieldPath, FromItem } from "./ast.ts";
import type { FieldExpression, Join, QueryAccess } from "./checkedQuery.ts";
import { malformedQuery, queryErrorAt } from "./queryError.ts";

const FIELD_HINT =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";
const RELATIONSHIP_HINT =
  "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_relationships_query_limits.htm
const MAX_LEVELS_UP = 5;

/** What all queries of one text share. */
export interface CheckContext {
  readonly schema: Schema;
  readonly access: QueryAccess;
  readonly text: string;
  /** Gives every table of the text its own alias. */
  readonly nextAlias: () => string;
}

const relationshipsOf = new WeakMap<ObjectSchema, Map<string, Field>>();

function relationships(object: ObjectSchema): Map<string, Field> {
  let found = relationshipsOf.get(object);
  if (found) return found;
  found = new Map();
  for (const field of object.fields.values())
    if (field.reference) found.set(field.reference.relationshipName.toLowerCase(), field);
  relationshipsOf.set(object, found);
  return found;
}

/** Looks names up from one object, and collects the parents that they lead through. */
export class QueryScope {
  readonly object: ObjectSchema;
  readonly alias: string;
  readonly joins: Join[] = [];
  readonly context: CheckContext;
  readonly #joinByPath = new Map<string, Join>();
  readonly #prefixes = new Map<string, readonly string[]>();

  constructor(context: CheckContext, object: ObjectSchema) {
    this.context = context;
    this.object = object;
    this.alias = context.nextAlias();
  }

  /** `FROM Contact c, c.Account a`: the aliases stand for paths. */
  addAliases(from: readonly FromItem[]): void {
    const [root, ...others] = from;
    if (root?.alias) this.#prefixes.set(root.alias.toLowerCase(), []);
    for (const item of others) {
      const path = this.#withoutAlias(item.path.parts);
      if (item.alias) this.#prefixes.set(item.alias.toLowerCase(), path);
    }
  }

  #withoutAlias(parts: readonly string[]): readonly string[] {
    const first = parts[0]?.toLowerCase() ?? "";
    const prefix = this.#prefixes.get(first);
    if (prefix && parts.length > 1) return [...prefix, ...parts.slice(1)];
    const isObjectName =
      parts.length > 1 && first === this.object.name.toLowerCase() && !relationships(this.object).has(first);
    return isObjectName ? parts.slice(1) : parts;
  }

  resolve(path: FieldPath): FieldExpression {
    const parts = this.#withoutAlias(path.parts);
    const steps = parts.slice(0, -1);
    if (steps.length > MAX_LEVELS_UP)
      throw malformedQuery(
        `child-to-parent relationship '${parts.join(".")}' goes up more than ${MAX_LEVELS_UP} levels`,
      );
    let at = { alias: this.alias, object: this.object };
    const names: string[] = [];
    for (const step of steps) {
      const join = this.#join(at, step, names, path);
      names.push(join.field.reference!.relationshipName);
      at = join;
    }
    const field = this.#field(at.object, parts.at(-1)!, path);
    return {
      kind: "field",
      alias: at.alias,
      object: at.object,
      field,
      path: [...names, field.name],
      at: path.at,
    };
  }

  /** Every field that FIELDS(ALL) gives. */
  readableFields(): Field[] {
    const { access } = this.context;
    return [...this.object.fields.values()].filter((field) => access.canReadField(this.object, field));
  }

  #field(object: ObjectSchema, name: string, path: FieldPath): Field {
    const field = object.fields.get(name.toLowerCase());
    if (field && this.context.access.canReadField(object, field)) return field;
    throw queryErrorAt(
      "INVALID_FIELD",
      this.context.text,
      path.at,
      `No such column '${name}' on entity '${object.name}'. ${FIELD_HINT}`,
    );
  }

  #join(from: { alias: string; object: ObjectSchema }, step: string, names: readonly string[], path: FieldPath): Join {
    const key = [...names, step].join(".").toLowerCase();
    const known = this.#joinByPath.get(key);
    if (known) return known;
    const field = relationships(from.object).get(step.toLowerCase());
    const object = field ? this.#parentObject(from.object, field) : null;
    if (!field || !object)
      throw queryErrorAt(
        "INVALID_FIELD",
        this.context.text,
        path.at,
        `Didn't understand relationship '${step}' in field path. ${RELATIONSHIP_HINT}`,
      );
    const alias = this.context.nextAlias();
    const join = { alias, object, parentAlias: from.alias, field };
    this.#joinByPath.set(key, join);
    this.joins.push(join);
    return join;
  }

  /** The object that a reference leads to; of several, the user: what SOQL needs of an owner. */
  #parentObject(object: ObjectSchema, field: Field): ObjectSchema | null {
    const { schema, access } = this.context;
    if (!access.canReadField(object, field)) return null;
    const targets = field.reference?.to ?? [];
    const name = targets.includes("User") ? "User" : targets[0];
    const parent = schema.objects.get((name ?? "").toLowerCase());
    return parent && access.canReadObject(parent) ? parent : null;
  }
}

export function unknownChildRelationship(context: CheckContext, name: string, at: number): Error {
  return queryErrorAt(
    "INVALID_TYPE",
    context.text,
    at,
    `Didn't understand relationship '${name}' in FROM part of query call. ${RELATIONSHIP_HINT}`,
  );
}
