import type { ObjectSchema } from "../../metadata/schema.ts";
import { toId18 } from "../../records/recordId.ts";
import { SalesforceError } from "../../salesforceError.ts";
import { createRecord, removeRecord, updateRecord, type WireRecord } from "../recordWrites.ts";
import type { ApiRequest, ApiResponse } from "../route.ts";
import { wholeTree } from "./fieldTree.ts";
import { withRecordErrors } from "./recordErrors.ts";
import { uiRecord } from "./recordRepresentation.ts";
import { UiReader } from "./uiReader.ts";

interface RecordInput {
  readonly apiName: string | null;
  readonly fields: WireRecord;
}

const PARTS = new Set(["apiName", "fields", "allowSaveOnDuplicate", "triggerOtherEmail", "triggerUserEmail"]);

function recordInput(body: unknown): RecordInput {
  const input = body as Readonly<Record<string, unknown>> | null;
  const fields = input?.["fields"];
  if (input === null || typeof input !== "object" || fields === null || typeof fields !== "object")
    throw new SalesforceError("JSON_PARSER_ERROR", "The request body must be a record input with fields");
  for (const name of Object.keys(input))
    if (!PARTS.has(name))
      throw new SalesforceError("JSON_PARSER_ERROR", `Unrecognized field "${name}" in the record input`);
  const apiName = input["apiName"];
  return { apiName: typeof apiName === "string" ? apiName : null, fields: fields as WireRecord };
}

function savedRecord(reader: UiReader, object: ObjectSchema, id: string, status: number): ApiResponse {
  const body = uiRecord(reader, wholeTree(reader, object), reader.record(object, id));
  return { status, body, headers: { ETag: `"${body.eTag}"` } };
}

/** POST /ui-api/records */
export function createUiRecord(request: ApiRequest): ApiResponse {
  const { org, access } = request;
  const { apiName, fields } = recordInput(request.body);
  if (apiName === null) throw new SalesforceError("JSON_PARSER_ERROR", "apiName is required to create a record");
  const reader = new UiReader(org, access);
  const object = reader.object(apiName);
  return withRecordErrors(object, () => savedRecord(reader, object, createRecord(org, access, object, fields), 201));
}

/** Refuses to save over what somebody else has changed since the page read the record. */
function checkUnmodified(request: ApiRequest, reader: UiReader, object: ObjectSchema, id: string): void {
  const since = Date.parse(String(request.headers["if-unmodified-since"] ?? ""));
  const record = reader.record(object, id);
  if (Number.isNaN(since) || Date.parse(String(record["LastModifiedDate"])) <= since) return;
  const user = request.org.store.find("User", String(record["LastModifiedById"]));
  throw new SalesforceError(
    "CollisionDetectedException",
    `This record was modified by ${String(user?.["Name"])} during your edit session. Make a note of the data you entered, then reload the record and enter your updates again.`,
  );
}

/** PATCH /ui-api/records/{id}, with If-Unmodified-Since where the page cares. */
export function updateUiRecord(request: ApiRequest): ApiResponse {
  const { org, access } = request;
  const id = toId18(request.params["id"] ?? "");
  const reader = new UiReader(org, access);
  const object = reader.objectOfId(id);
  const { apiName, fields } = recordInput(request.body);
  if (apiName !== null && apiName.toLowerCase() !== object.name.toLowerCase())
    throw new SalesforceError("INVALID_TYPE", `The record ${id} is of type ${object.name}, not ${apiName}`);
  return withRecordErrors(object, () => {
    checkUnmodified(request, reader, object, id);
    return savedRecord(reader, object, updateRecord(org, access, object, id, fields), 200);
  });
}

/** DELETE /ui-api/records/{id} */
export function deleteUiRecord(request: ApiRequest): ApiResponse {
  const id = toId18(request.params["id"] ?? "");
  const reader = new UiReader(request.org, request.access);
  const object = reader.objectOfId(id);
  reader.record(object, id);
  return withRecordErrors(object, () => {
    removeRecord(request.org, request.access, object, id);
    return { status: 204 };
  });
}
