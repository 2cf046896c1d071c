import type { Field, FieldValue } from "../../metadata/schema.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { layoutOf } from "./layout.ts";
import { objectInfo } from "./objectInfo.ts";
import { MASTER_RECORD_TYPE } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";
import { uiValue } from "./uiValue.ts";

const LITERAL = /^(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?))$/;

/** What the page shows before anything is typed; formulas of defaults are computed on save. */
function defaultOf(field: Field): FieldValue {
  if (field.type === "boolean") return field.defaultValue === "true";
  const chosen = field.picklist?.find((value) => value.isDefault && value.isActive);
  if (chosen) return chosen.value;
  const [, double, single, number] = LITERAL.exec(field.defaultValue ?? "") ?? [];
  return double ?? single ?? number ?? null;
}

/** GET /ui-api/record-defaults/create/{object} */
export function getCreateDefaults(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  const fields = reader
    .fields(object)
    .filter((field) => reader.access.canEditField(object, field) && field.formula === null)
    .map((field) => {
      const value = field.name === "OwnerId" ? request.access.userId : defaultOf(field);
      return [field.name, { displayValue: reader.format.show(field, value, {}), value: uiValue(field, value) }];
    });
  const record = {
    apiName: object.name,
    childRelationships: {},
    fields: Object.fromEntries(fields) as unknown,
    id: null,
    lastModifiedDate: null,
    recordTypeId: MASTER_RECORD_TYPE,
  };
  const layout = layoutOf(reader, object, "Full", "Create");
  return { status: 200, body: { layout, objectInfos: { [object.name]: objectInfo(reader, object) }, record } };
}
