import type { ObjectSchema } from "../metadata/schema.ts";
import { isValidId, toId18 } from "../records/recordId.ts";
import { SalesforceError } from "../salesforceError.ts";
import { toSalesforceError } from "./apiError.ts";
import { checkJsonTypes } from "./jsonTypes.ts";
import { printRecord } from "./printRecord.ts";
import {
  createRecord,
  removeRecord,
  rowsByKey,
  updateRecord,
  upsertRecord,
  wireText,
  type WireRecord,
} from "./recordWrites.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";
import { objectOf } from "./sobjects.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm */
const MOST_RECORDS = 200;

export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly SaveError[];
}

/** Rolls a whole request back; carries the results that say why. */
class AllOrNoneFailure extends Error {
  readonly results: readonly SaveResult[];

  constructor(results: readonly SaveResult[]) {
    super("all or none");
    this.results = results;
  }
}

/** What a record was not saved for, in the words of a save's result. */
export function saveErrors(error: unknown): SaveError[] {
  const { all } = toSalesforceError(error);
  return all.map(({ errorCode, message, fields }) => ({ statusCode: errorCode, message, fields }));
}

function failure(error: unknown): SaveResult {
  return { success: false, errors: saveErrors(error) };
}

const ROLLED_BACK: Pick<SaveResult, "success" | "errors"> = {
  success: false,
  errors: [
    {
      statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
      message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
      fields: [],
    },
  ],
};

/** Why all of these rows fail because of one of them; null = they do not. */
function sharedFailure({ org }: ApiRequest, object: string, keys: readonly string[]): SaveResult | null {
  const refusal = org.interference.refuseTogether(object, keys);
  return refusal && failure(refusal);
}

/** Applies the work to each item by itself, or to all of them or none. */
export function saveEach<T>(
  request: ApiRequest,
  items: readonly T[],
  allOrNone: boolean,
  work: (item: T) => SaveResult,
): readonly SaveResult[] {
  const attempt = (item: T): SaveResult => {
    try {
      return work(item);
    } catch (error) {
      return failure(error);
    }
  };
  try {
    return request.org.store.transact(() => {
      const results = items.map(attempt);
      if (allOrNone && results.some((result) => !result.success)) throw new AllOrNoneFailure(results);
      return results;
    });
  } catch (error) {
    if (!(error instanceof AllOrNoneFailure)) throw error;
    return error.results.map(({ id: _undone, ...result }) => (result.success ? { ...result, ...ROLLED_BACK } : result));
  }
}

interface Collection {
  readonly allOrNone: boolean;
  readonly records: readonly WireRecord[];
}

function collectionOf(body: unknown): Collection {
  const { allOrNone, records } = (body ?? {}) as { allOrNone?: boolean | string; records?: WireRecord[] };
  if (!Array.isArray(records)) throw new SalesforceError("JSON_PARSER_ERROR", "The records list is required");
  if (records.length > MOST_RECORDS)
    throw new SalesforceError(
      "EXCEEDED_ID_LIMIT",
      `record limit reached. cannot submit more than ${MOST_RECORDS} records in this call`,
    );
  return { allOrNone: allOrNone === true || allOrNone === "true", records };
}

function typeOf(request: ApiRequest, record: WireRecord): ObjectSchema {
  const type = (record["attributes"] as { type?: string } | undefined)?.type;
  if (type === undefined)
    throw new SalesforceError("INVALID_TYPE", "An object type must be provided for each record: attributes.type");
  return objectOf(request, type);
}

function newRecord(record: WireRecord): WireRecord {
  if (idOf(record) === "") return record;
  throw new SalesforceError("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", {
    fields: ["Id"],
  });
}

function idOf(record: WireRecord): string {
  return wireText(record["id"] ?? record["Id"]);
}

function checkTypes({ org, params }: ApiRequest, records: readonly WireRecord[]): void {
  for (const record of records) {
    const type = params["object"] ?? (record["attributes"] as { type?: string } | undefined)?.type ?? "";
    const object = org.schema.objects.get(type.toLowerCase());
    if (object) checkJsonTypes(object, record);
  }
}

/** Records of several types in one call are saved type by type; what spoils one spoils all. */
function spoiled(request: ApiRequest, records: readonly WireRecord[], keyOf: (record: WireRecord) => string) {
  const type = request.params["object"] ?? (records[0]?.["attributes"] as { type?: string } | undefined)?.type ?? "";
  const failed = sharedFailure(request, type, records.map(keyOf));
  return failed && { status: 200, body: records.map(() => failed) };
}

function create(request: ApiRequest): ApiResponse {
  const { allOrNone, records } = collectionOf(request.body);
  checkTypes(request, records);
  const all = spoiled(request, records, (record) => JSON.stringify(record));
  if (all) return all;
  const body = saveEach(request, records, allOrNone, (record) => ({
    id: createRecord(request.org, request.access, typeOf(request, record), newRecord(record)),
    success: true,
    errors: [],
  }));
  return { status: 200, body };
}

function update(request: ApiRequest): ApiResponse {
  const { allOrNone, records } = collectionOf(request.body);
  checkTypes(request, records);
  const all = spoiled(request, records, idOf);
  if (all) return all;
  const body = saveEach(request, records, allOrNone, (record) => ({
    id: updateRecord(request.org, request.access, typeOf(request, record), idOf(record), record),
    success: true,
    errors: [],
  }));
  return { status: 200, body };
}

/** A failed row says too whether it would have been a new one, as the platform's UpsertResult does. */
function upsertOne(request: ApiRequest, object: ObjectSchema, field: string, record: WireRecord): SaveResult {
  const { org, access } = request;
  const [name = field, given] = Object.entries(record).find(([key]) => key.toLowerCase() === field.toLowerCase()) ?? [];
  const key = wireText(given);
  const isNew = key === "" || rowsByKey(org, object, field, key).length === 0;
  const { [name]: _key, ...rest } = record;
  try {
    const { id, created } =
      key === ""
        ? { id: createRecord(org, access, object, rest), created: true }
        : upsertRecord(org, access, object, field, key, record);
    return { id, success: true, created, errors: [] };
  } catch (error) {
    return { ...failure(error), created: isNew };
  }
}

function upsert(request: ApiRequest): ApiResponse {
  const { allOrNone, records } = collectionOf(request.body);
  checkTypes(request, records);
  const object = objectOf(request);
  const field = request.params["field"] ?? "";
  const all = spoiled(request, records, (record) => wireText(record[field]));
  if (all) return all;
  return {
    status: 200,
    body: saveEach(request, records, allOrNone, (record) => upsertOne(request, object, field, record)),
  };
}

function remove(request: ApiRequest): ApiResponse {
  const ids = (request.query.get("ids") ?? "").split(",").filter(Boolean);
  if (ids.length > MOST_RECORDS)
    throw new SalesforceError(
      "EXCEEDED_ID_LIMIT",
      `record limit reached. cannot submit more than ${MOST_RECORDS} records in this call`,
    );
  const body = saveEach(request, ids, request.query.get("allOrNone") === "true", (id) => {
    if (!isValidId(id)) throw new SalesforceError("MALFORMED_ID", `malformed id ${id}`);
    const object = [...request.org.schema.objects.values()].find((candidate) => candidate.keyPrefix === id.slice(0, 3));
    if (!object) throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    removeRecord(request.org, request.access, objectOf(request, object.name), id);
    return { id: toId18(id), success: true, errors: [] };
  });
  return { status: 200, body };
}

function retrieve(request: ApiRequest): ApiResponse {
  const given = request.body as { ids?: string[]; fields?: string[] } | null;
  const ids = given?.ids ?? (request.query.get("ids") ?? "").split(",");
  const fields = given?.fields ?? (request.query.get("fields") ?? "").split(",");
  const object = objectOf(request);
  const only = new Set(fields.map((name) => name.trim().toLowerCase()));
  const body = ids.map((id) => {
    const record = isValidId(id) ? request.org.store.find(object.name, toId18(id)) : null;
    return (
      record &&
      printRecord(request.access, object, request.org.withFormulas(request.access, object, record), request.base, only)
    );
  });
  return { status: 200, body };
}

/** `/composite/sobjects…`: up to 200 records a call. */
export const collectionRoutes: readonly Route[] = [
  { method: "POST", path: "/composite/sobjects", handle: create },
  { method: "PATCH", path: "/composite/sobjects", handle: update },
  { method: "DELETE", path: "/composite/sobjects", handle: remove },
  { method: "PATCH", path: "/composite/sobjects/:object/:field", handle: upsert },
  { method: "GET", path: "/composite/sobjects/:object", handle: retrieve },
  { method: "POST", path: "/composite/sobjects/:object", handle: retrieve },
];
