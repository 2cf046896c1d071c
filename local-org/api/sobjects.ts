import type { ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { isValidId, toId18 } from "../records/recordId.ts";
import { SalesforceError } from "../salesforceError.ts";
import { answerMetadata, answerRow, checkWrite } from "./conditions.ts";
import { describeObject, describeSummary } from "./describe.ts";
import { checkJsonTypes } from "./jsonTypes.ts";
import { printRecord } from "./printRecord.ts";
import { recentItems } from "./recent.ts";
import {
  createRecord,
  findByKey,
  removeRecord,
  rowsByKey,
  updateRecord,
  upsertRecord,
  type WireRecord,
} from "./recordWrites.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";

/** The object of the path, as the calling user may know of it. */
export function objectOf({ org, access, params }: ApiRequest, name = params["object"] ?? ""): ObjectSchema {
  const object = org.store.object(name);
  if (!access.can("read", object))
    throw new SalesforceError("NOT_FOUND", "The requested resource does not exist", { status: 404 });
  return object;
}

/** The body, which must be one record of the object. */
function wireRecord({ body }: ApiRequest, object: ObjectSchema): WireRecord {
  if (body === null || typeof body !== "object" || Array.isArray(body))
    throw new SalesforceError("JSON_PARSER_ERROR", "The HTTP entity body is required, and must be one JSON object");
  const wire = body as WireRecord;
  if (Object.keys(wire).some((name) => name.toLowerCase() === "id"))
    throw new SalesforceError("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
  checkJsonTypes(object, wire);
  return wire;
}

function wantedFields(request: ApiRequest, object: ObjectSchema): Set<string> | undefined {
  const list = request.query.get("fields");
  if (list === null) return undefined;
  const names = list.split(",").map((name) => name.trim().toLowerCase());
  for (const name of names) {
    const field = object.fields.get(name);
    if (!field || !request.access.canReadField(object, field))
      throw new SalesforceError("INVALID_FIELD", `No such column '${name}' on sobject of type ${object.name}`);
  }
  return new Set(names);
}

function noSuchRecord(id: string): SalesforceError {
  return new SalesforceError("NOT_FOUND", `Provided external ID field does not exist or is not accessible: ${id}`, {
    status: 404,
  });
}

function getRecord(request: ApiRequest): ApiResponse {
  const object = objectOf(request);
  const id = request.params["id"] ?? "";
  const record = isValidId(id) ? request.org.store.find(object.name, toId18(id)) : null;
  if (!record) throw noSuchRecord(id);
  return rowAnswer(request, object, record);
}

function rowAnswer(request: ApiRequest, object: ObjectSchema, record: RecordValues): ApiResponse {
  const { org, access, base } = request;
  const only = wantedFields(request, object);
  return answerRow(request, object, record, () =>
    printRecord(access, object, org.withFormulas(access, object, record), base, only),
  );
}

function patchRecord(request: ApiRequest): ApiResponse {
  const object = objectOf(request);
  const id = request.params["id"] ?? "";
  const record = request.org.store.table(object).get(toId18(id));
  if (!record && isValidId(id)) throw noSuchRecord(id);
  if (record?.["IsDeleted"] === false) checkWrite(request, object, record);
  updateRecord(request.org, request.access, object, id, wireRecord(request, object));
  return { status: 204 };
}

/**
 * Several records of one external id: 300 and where each of them is. Null = there are not several.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
function choices(request: ApiRequest): ApiResponse | null {
  const object = objectOf(request);
  const rows = rowsByKey(request.org, object, request.params["field"] ?? "", request.params["value"] ?? "");
  if (rows.length < 2) return null;
  return { status: 300, body: rows.map((row) => `${request.base}/sobjects/${object.name}/${String(row["Id"])}`) };
}

function upsert(request: ApiRequest): ApiResponse {
  const several = choices(request);
  if (several) return several;
  const { org, access, params } = request;
  const object = objectOf(request);
  const wire = wireRecord(request, object);
  const { id, created } = upsertRecord(org, access, object, params["field"] ?? "", params["value"] ?? "", wire);
  return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
}

function getByKey(request: ApiRequest): ApiResponse {
  const several = choices(request);
  if (several) return several;
  const object = objectOf(request);
  const record = findByKey(request.org, object, request.params["field"] ?? "", request.params["value"] ?? "");
  return rowAnswer(request, object, record);
}

function listObjects(request: ApiRequest): ApiResponse {
  const { org, access, base } = request;
  const objects = [...org.schema.objects.values()].filter((object) => access.can("read", object));
  return answerMetadata(request, () => ({
    encoding: "UTF-8",
    maxBatchSize: 200,
    sobjects: objects.map((object) => describeSummary(access, object, base)),
  }));
}

function describe(request: ApiRequest): ApiResponse {
  const { org, access, base } = request;
  const object = objectOf(request);
  return answerMetadata(request, () => describeObject(org, access, object, base));
}

/** `/sobjects…`: list, describe, create, read, update, delete, by id and by external id. */
export const sobjectRoutes: readonly Route[] = [
  { method: "GET", path: "/sobjects", handle: listObjects },
  {
    method: "GET",
    path: "/sobjects/:object",
    handle: (r) => ({
      status: 200,
      body: {
        objectDescribe: describeSummary(r.access, objectOf(r), r.base),
        recentItems: recentItems(r, objectOf(r)),
      },
    }),
  },
  {
    method: "POST",
    path: "/sobjects/:object",
    handle: (r) => {
      const object = objectOf(r);
      const id = createRecord(r.org, r.access, object, wireRecord(r, object));
      return {
        status: 201,
        body: { id, success: true, errors: [] },
        headers: { Location: `${r.base}/sobjects/${object.name}/${id}` },
      };
    },
  },
  { method: "GET", path: "/sobjects/:object/describe", handle: describe },
  { method: "GET", path: "/sobjects/:object/:id", handle: getRecord },
  { method: "PATCH", path: "/sobjects/:object/:id", handle: patchRecord },
  {
    method: "DELETE",
    path: "/sobjects/:object/:id",
    handle: (r) => {
      removeRecord(r.org, r.access, objectOf(r), r.params["id"] ?? "");
      return { status: 204 };
    },
  },
  { method: "GET", path: "/sobjects/:object/:field/:value", handle: getByKey },
  { method: "PATCH", path: "/sobjects/:object/:field/:value", handle: upsert },
  {
    method: "DELETE",
    path: "/sobjects/:object/:field/:value",
    handle: (r) => {
      const several = choices(r);
      if (several) return several;
      const record = findByKey(r.org, objectOf(r), r.params["field"] ?? "", r.params["value"] ?? "");
      removeRecord(r.org, r.access, objectOf(r), String(record["Id"]));
      return { status: 204 };
    },
  },
];
