import type { ObjectSchema } from "../metadata/schema.ts";
import { quoted } from "../records/database.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, ApiResponse, Route } from "./route.ts";
import { objectOf } from "./sobjects.ts";

/** The platform looks back 30 days at most. */
const MOST_DAYS = 30;
const DAY_MS = 86_400_000;

interface Span {
  readonly start: string;
  readonly end: string;
}

function instantOf(request: ApiRequest, name: string): number {
  // A plus that was not escaped comes as a blank.
  const text = (request.query.get(name) ?? "").replace(/ (\d{2}:?\d{2})$/, "+$1");
  const at = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  if (Number.isNaN(at)) throw new SalesforceError("INVALID_REPLICATION_DATE", `${name} is no valid date: "${text}"`);
  return at;
}

/**
 * The span asked for, whole minutes: seconds are dropped.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_getupdated.htm
 */
function spanOf(request: ApiRequest): Span {
  const [start, end] = [instantOf(request, "start"), instantOf(request, "end")];
  const [from, to] = [start, end].map((at) => Math.floor(at / 60_000) * 60_000) as [number, number];
  if (from >= to) throw new SalesforceError("INVALID_REPLICATION_DATE", "startDate before endDate is required");
  if (from < request.org.clock.now().getTime() - MOST_DAYS * DAY_MS)
    throw new SalesforceError("INVALID_REPLICATION_DATE", `startDate cannot be more than ${MOST_DAYS} days ago`);
  return { start: new Date(from).toISOString(), end: new Date(to).toISOString() };
}

function changed(request: ApiRequest, object: ObjectSchema, { start, end }: Span, isDeleted: boolean) {
  return request.org.store.db
    .prepare(
      `SELECT "Id" AS id, "SystemModstamp" AS stamp FROM ${quoted(object.name)} WHERE "IsDeleted" = ? AND "SystemModstamp" >= ? AND "SystemModstamp" < ? ORDER BY "SystemModstamp", "Id"`,
    )
    .all(isDeleted ? 1 : 0, start, end)
    .map((row) => ({ id: String(row["id"]), stamp: printed(String(row["stamp"])) }));
}

function printed(instant: string): string {
  return instant.replace("Z", "+0000");
}

function replicated(request: ApiRequest): ObjectSchema {
  const object = objectOf(request);
  if (!object.fields.has("isdeleted") || !object.fields.has("systemmodstamp"))
    throw new SalesforceError("INVALID_TYPE", `${object.name} is not replicateable`);
  return object;
}

function getUpdated(request: ApiRequest): ApiResponse {
  const object = replicated(request);
  const span = spanOf(request);
  const ids = changed(request, object, span, false).map(({ id }) => id);
  return { status: 200, body: { ids, latestDateCovered: printed(span.end) } };
}

function getDeleted(request: ApiRequest): ApiResponse {
  const object = replicated(request);
  const span = spanOf(request);
  const deletedRecords = changed(request, object, span, true).map(({ id, stamp }) => ({ deletedDate: stamp, id }));
  // Nothing ever leaves the recycle bin here, so that every deletion since the beginning is known.
  const earliestDateAvailable = printed(new Date(Date.parse(span.start)).toISOString());
  return { status: 200, body: { deletedRecords, earliestDateAvailable, latestDateCovered: printed(span.end) } };
}

/** `/sobjects/X/updated` and `/deleted`: what changed in a span of time. */
export const changeRoutes: readonly Route[] = [
  { method: "GET", path: "/sobjects/:object/updated", handle: getUpdated },
  { method: "GET", path: "/sobjects/:object/deleted", handle: getDeleted },
];
