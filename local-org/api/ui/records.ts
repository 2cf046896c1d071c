import type { ObjectSchema } from "../../metadata/schema.ts";
import { notSupported, SalesforceError } from "../../salesforceError.ts";
import { errorBodies, toSalesforceError } from "../apiError.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { answerTagged } from "./eTag.ts";
import { fieldTree, wantedFields, type WantedFields } from "./fieldTree.ts";
import { uiRecord, type UiRecord } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";

const MOST_IN_A_BATCH = 200;

function wantedOf({ query }: ApiRequest): WantedFields {
  if (query.has("layoutTypes")) throw notSupported("layoutTypes, instead of fields, in the User Interface API");
  const wanted = wantedFields(query);
  if (wanted.fields.length + wanted.optionalFields.length === 0)
    throw new SalesforceError(
      "ILLEGAL_QUERY_PARAMETER_VALUE",
      "At least one of fields, optionalFields or layoutTypes must be specified",
    );
  return wanted;
}

/** GET /ui-api/records/{id} */
export function getUiRecord(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const wanted = wantedOf(request);
  const id = request.params["id"] ?? "";
  const object = reader.objectOfId(id);
  return answerTagged(request, uiRecord(reader, fieldTree(reader, object, wanted), reader.record(object, id)));
}

/** Of the fields of several objects, those of one. */
function fieldsOfObject({ fields, optionalFields }: WantedFields, object: ObjectSchema): WantedFields {
  const isOwn = (name: string): boolean => name.toLowerCase().startsWith(`${object.name.toLowerCase()}.`);
  return { fields: fields.filter(isOwn), optionalFields: optionalFields.filter(isOwn) };
}

function readOne(reader: UiReader, wanted: WantedFields, id: string): { statusCode: number; result: unknown } {
  try {
    const object = reader.objectOfId(id);
    const tree = fieldTree(reader, object, fieldsOfObject(wanted, object));
    const result: UiRecord = uiRecord(reader, tree, reader.record(object, id));
    return { statusCode: 200, result };
  } catch (error) {
    const fault = toSalesforceError(error);
    return { statusCode: fault.status, result: errorBodies(fault) };
  }
}

/** GET /ui-api/records/batch/{ids}: each record stands or fails by itself. */
export function getUiRecords(request: ApiRequest): ApiResponse {
  const reader = new UiReader(request.org, request.access);
  const wanted = wantedOf(request);
  const ids = (request.params["ids"] ?? "").split(",").filter(Boolean);
  if (ids.length > MOST_IN_A_BATCH)
    throw new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", `The maximum number of records is ${MOST_IN_A_BATCH}`);
  const results = ids.map((id) => readOne(reader, wanted, id));
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results } };
}
