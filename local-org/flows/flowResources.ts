import type { ExtraVariable } from "../formulas/formulaVariable.ts";
import type { FieldType, Schema } from "../metadata/schema.ts";
import type { Flow } from "./flowModel.ts";

/** Data types of flow resources as field types. */
export const FLOW_DATA_TYPES: Readonly<Record<string, FieldType>> = {
  String: "string",
  Number: "double",
  Currency: "currency",
  Boolean: "boolean",
  Date: "date",
  DateTime: "datetime",
  Picklist: "picklist",
  Multipicklist: "multipicklist",
};

function constantType(value: string | boolean | null): FieldType {
  if (typeof value === "boolean") return "boolean";
  return value !== null && /^-?\d+(\.\d+)?$/.test(value) ? "double" : "string";
}

/** What the formulas of a flow may name besides the record: its variables, constants, formulas, and the records it looks up. */
export function resourcesOf(flow: Flow, schema: Schema): Map<string, ExtraVariable> {
  const resources = new Map<string, ExtraVariable>();
  for (const [name, { dataType }] of flow.variables)
    resources.set(name, { type: FLOW_DATA_TYPES[dataType] ?? "string" });
  for (const [name, { dataType }] of flow.formulas)
    resources.set(name, { type: FLOW_DATA_TYPES[dataType] ?? "string" });
  for (const [name, value] of flow.constants) resources.set(name, { type: constantType(value) });
  for (const element of flow.elements.values()) {
    const object = element.kind === "lookup" ? schema.objects.get(element.object.toLowerCase()) : undefined;
    if (object) resources.set(element.name, { object });
  }
  return resources;
}
