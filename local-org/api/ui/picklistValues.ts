import type { Field, ObjectSchema, PicklistValue } from "../../metadata/schema.ts";
import { SalesforceError } from "../../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged, eTagOf } from "./eTag.ts";
import { MASTER_RECORD_TYPE } from "./recordRepresentation.ts";
import { toId18 } from "../../records/recordId.ts";
import { UiReader } from "./uiReader.ts";

function choice({ label, value }: PicklistValue): Record<string, unknown> {
  return { attributes: null, label, validFor: [], value };
}

/** Currencies are rows of the org, not values of the field. */
function choicesOf({ org }: ApiRequest, field: Field): readonly PicklistValue[] {
  if (field.name !== "CurrencyIsoCode") return field.picklist ?? [];
  const rows = org.store.db.prepare('SELECT "IsoCode" AS code FROM "CurrencyType" WHERE "IsActive" = 1').all();
  return rows.map(({ code }) => ({ value: String(code), label: String(code), isDefault: false, isActive: true }));
}

/** The choices of a field: https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_picklist_values.htm */
function picklistValues(request: ApiRequest, object: ObjectSchema, field: Field): { readonly eTag: string } {
  const active = choicesOf(request, field).filter((item) => item.isActive);
  const standard = active.find((item) => item.isDefault);
  const body = {
    controllerValues: {},
    defaultValue: standard ? choice(standard) : null,
    url: `${request.base}/ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE}/${field.name}`,
    values: active.map(choice),
  };
  return { ...body, eTag: eTagOf(body) };
}

function isPicklist(field: Field): boolean {
  return field.type === "picklist" || field.type === "multipicklist";
}

/** The org has no record types, so there is only the master. */
function requireMaster({ params }: ApiRequest): void {
  if (toId18(params["recordType"] ?? "") !== MASTER_RECORD_TYPE)
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
}

/** GET /ui-api/object-info/{object}/picklist-values/{recordType} */
export function getPicklistValuesByRecordType(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  requireMaster(request);
  const fields = reader.fields(object).filter(isPicklist);
  const values = fields.map((field) => [field.name, picklistValues(request, object, field)]);
  const body = { picklistFieldValues: Object.fromEntries(values) as unknown };
  return answerTagged(request, { ...body, eTag: eTagOf(body) });
}

/** GET /ui-api/object-info/{object}/picklist-values/{recordType}/{field} */
export function getPicklistValues(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const object = reader.object(request.params["object"] ?? "");
  requireMaster(request);
  const name = request.params["field"] ?? "";
  const field = reader.field(object, name.replace(/^[^.]*\./, ""));
  if (!field || !isPicklist(field))
    throw new SalesforceError("INVALID_FIELD", `The field '${name}' is not a picklist of '${object.name}'`);
  return answerTagged(request, picklistValues(request, object, field));
}
