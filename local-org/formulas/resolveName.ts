import type { Field, ObjectSchema, Schema } from "../metadata/schema.ts";
import type { ExtraVariable, FormulaVariable } from "./formulaVariable.ts";

/** What a formula may name. */
export interface NameSpace {
  readonly schema: Schema;
  /** The record's object; null where there is no record. */
  readonly object: ObjectSchema | null;
  /** A flow's own resources by name. */
  readonly extraVariables?: ReadonlyMap<string, ExtraVariable>;
  /** Where given, other names are refused. */
  readonly customPermissions?: ReadonlySet<string>;
  readonly labels?: ReadonlySet<string>;
}

/** Says what is wrong with a name. */
type Fault = (message: string) => Error;

function relationship(object: ObjectSchema, name: string): Field | undefined {
  for (const field of object.fields.values())
    if (field.reference?.relationshipName.toLowerCase() === name.toLowerCase()) return field;
  return undefined;
}

function parentOf(field: Field, schema: Schema): ObjectSchema | undefined {
  const targets = field.reference?.to ?? [];
  const name = targets.includes("User") ? "User" : (targets[0] ?? "");
  return schema.objects.get(name.toLowerCase());
}

/** A field of the object or of a parent, with the path in the schema's spelling. */
function resolveField(
  object: ObjectSchema,
  parts: readonly string[],
  schema: Schema,
  fault: Fault,
): { field: Field; path: string[] } {
  const path: string[] = [];
  let at = object;
  for (const step of parts.slice(0, -1)) {
    const field = relationship(at, step);
    const parent = field && parentOf(field, schema);
    if (!parent)
      throw fault(`Field ${parts.join(".")} does not exist: ${at.name} has no relationship ${step}. Check spelling.`);
    path.push(field.reference!.relationshipName);
    at = parent;
  }
  const field = at.fields.get((parts.at(-1) ?? "").toLowerCase());
  if (!field) throw fault(`Field ${parts.join(".")} does not exist on ${at.name}. Check spelling.`);
  return { field, path: [...path, field.name] };
}

function recordField(
  names: NameSpace,
  parts: readonly string[],
  source: "record" | "priorRecord",
  fault: Fault,
): FormulaVariable {
  if (!names.object) throw fault(`Field ${parts.join(".")} cannot be used here: there is no record`);
  const { field, path } = resolveField(names.object, parts, names.schema, fault);
  // Nothing of a formula field is stored: reading the record would find it empty.
  if (field.formula !== null) throw fault(`((the formula field ${parts.join(".")} in a formula is not supported))`);
  return { source, path, type: field.type };
}

/** `$User`, `$Profile` and the like stand for one record of that object. */
const GLOBAL_OBJECTS: Readonly<Record<string, { name: string; object: string }>> = {
  $user: { name: "$User", object: "User" },
  $profile: { name: "$Profile", object: "Profile" },
  $userrole: { name: "$UserRole", object: "UserRole" },
  $organization: { name: "$Organization", object: "Organization" },
};

function resolveMetadata(names: NameSpace, parts: readonly string[], fault: Fault): FormulaVariable {
  const [, type = "", row = "", fieldName = ""] = parts;
  const object = names.schema.objects.get(type.toLowerCase());
  if (object?.kind !== "customMetadata") throw fault(`Custom metadata type ${type} does not exist. Check spelling.`);
  const { field } = resolveField(object, [fieldName], names.schema, fault);
  return { source: "global", path: ["$CustomMetadata", object.name, row, field.name], type: field.type };
}

function resolveSetting(names: NameSpace, parts: readonly string[], fault: Fault): FormulaVariable {
  const [, name = "", fieldName = ""] = parts;
  const object = names.schema.objects.get(name.toLowerCase());
  if (!object?.isHierarchySetting) throw fault(`Hierarchy custom setting ${name} does not exist. Check spelling.`);
  const { field } = resolveField(object, [fieldName], names.schema, fault);
  return { source: "global", path: ["$Setup", object.name, field.name], type: field.type };
}

function listed(set: ReadonlySet<string> | undefined, name: string): string | undefined {
  if (!set || set.has(name)) return name;
  return [...set].find((item) => item.toLowerCase() === name.toLowerCase());
}

function resolveGlobal(names: NameSpace, parts: readonly string[], fault: Fault): FormulaVariable {
  const root = parts[0]!.toLowerCase();
  const name = parts[1] ?? "";
  const record = GLOBAL_OBJECTS[root];
  const object = names.schema.objects.get(record?.object.toLowerCase() ?? "");
  if (record && object) {
    const { field, path } = resolveField(object, parts.slice(1), names.schema, fault);
    return { source: "global", path: [record.name, ...path], type: field.type };
  }
  if (root === "$custommetadata" && parts.length === 4) return resolveMetadata(names, parts, fault);
  if (root === "$setup" && parts.length === 3) return resolveSetting(names, parts, fault);
  if (root === "$permission" || root === "$label") {
    const isPermission = root === "$permission";
    const labels = names.labels ?? new Set(names.schema.labels.keys());
    const found = listed(isPermission ? names.customPermissions : labels, name);
    if (found === undefined || parts.length !== 2) throw fault(`${parts.join(".")} does not exist. Check spelling.`);
    return {
      source: "global",
      path: [isPermission ? "$Permission" : "$Label", found],
      type: isPermission ? "boolean" : "string",
    };
  }
  if (root === "$flow" && /^current(date|datetime)$/i.test(name)) {
    const isDate = name.toLowerCase() === "currentdate";
    return {
      source: "moment",
      path: ["$Flow", isDate ? "CurrentDate" : "CurrentDateTime"],
      type: isDate ? "date" : "datetime",
    };
  }
  throw fault(`${parts.join(".")} is not supported in formulas by the local org`);
}

function resolveExtra(extra: ExtraVariable, names: NameSpace, parts: readonly string[], fault: Fault): FormulaVariable {
  const [name = "", ...rest] = parts;
  if ("object" in extra) {
    const { field, path } = resolveField(extra.object, rest, names.schema, fault);
    return { source: "variable", path: [name, ...path], type: field.type };
  }
  if (rest.length > 0) throw fault(`${name} is no record: ${parts.join(".")} does not exist`);
  return { source: "variable", path: [name], type: extra.type };
}

/** What a name in a formula stands for. */
export function resolveName(names: NameSpace, parts: readonly string[], fault: Fault): FormulaVariable {
  const [root = "", ...rest] = parts;
  if (/^\$record$/i.test(root)) return recordField(names, rest, "record", fault);
  if (/^\$record__prior$/i.test(root)) return recordField(names, rest, "priorRecord", fault);
  if (root.startsWith("$")) return resolveGlobal(names, parts, fault);
  for (const [name, extra] of names.extraVariables ?? [])
    if (name.toLowerCase() === root.toLowerCase()) return resolveExtra(extra, names, [name, ...rest], fault);
  return recordField(names, parts, "record", fault);
}
