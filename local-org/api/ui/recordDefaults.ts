import type { Field, FieldValue, ObjectSchema } from "../../metadata/schema.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { nameTree } from "./fieldTree.ts";
import { layoutOf } from "./layout.ts";
import { objectInfo } from "./objectInfo.ts";
import { parentField, recordTypeOf, type UiField } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";
import { uiValue } from "./uiValue.ts";

const LITERAL = /^(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?))$/;

/** What the page shows before anything is typed; formulas of defaults are computed on save. */
function literalDefault(field: Field): FieldValue {
  if (field.type === "boolean") return field.defaultValue === "true";
  const chosen = field.picklist?.find((value) => value.isDefault && value.isActive);
  if (chosen) return chosen.value;
  const [, double, single, number] = LITERAL.exec(field.defaultValue ?? "") ?? [];
  return double ?? single ?? number ?? null;
}

function defaultOf(reader: UiReader, field: Field): FieldValue {
  return field.name === "OwnerId" ? reader.access.userId : literalDefault(field);
}

/** A field and, for a reference, the record that it leads to. */
function defaultFields(reader: UiReader, field: Field): [string, UiField][] {
  const value = defaultOf(reader, field);
  const own: [string, UiField] = [
    field.name,
    { displayValue: reader.format.show(field, value, {}), value: uiValue(field, value) },
  ];
  const parent = reader.parentObject(field);
  if (!parent) return [own];
  return [own, [field.reference!.relationshipName, parentField(reader, nameTree(reader, parent), value)]];
}

/** Object infos of the object and of those whose records its defaults lead to. */
function objectInfos(reader: UiReader, object: ObjectSchema, fields: readonly Field[]): Record<string, unknown> {
  const parents = fields
    .filter((field) => defaultOf(reader, field) !== null)
    .map((field) => reader.parentObject(field))
    .filter((parent) => parent !== null && reader.serves(parent));
  return Object.fromEntries([object, ...parents].map((each) => [each!.name, objectInfo(reader, each!)]));
}

/** GET /ui-api/record-defaults/create/{object} */
export function getCreateDefaults(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const fields = reader
    .fields(object)
    .filter((field) => reader.access.canEditField(object, field) && field.formula === null);
  const record = {
    apiName: object.name,
    childRelationships: {},
    fields: Object.fromEntries(fields.flatMap((field) => defaultFields(reader, field))),
    id: null,
    lastModifiedById: null,
    lastModifiedDate: null,
    recordTypeId: recordTypeOf(object),
    recordTypeInfo: null,
    systemModstamp: null,
  };
  const layout = layoutOf(reader, object, "Full", "Create");
  return { status: 200, body: { layout, objectInfos: objectInfos(reader, object, fields), record } };
}
