import { createHash } from "node:crypto";
import type { ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { ApiRequest, ApiResponse } from "./route.ts";

/** Only rows of accounts have entity tags: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest_conditional_requests.htm */
const TAGGED = "Account";

function headerOf({ headers }: ApiRequest, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

/** A date of HTTP, in whole seconds; null = the header is not there, or says nothing that can be read. */
function momentOf(request: ApiRequest, name: string): number | null {
  const at = Date.parse(headerOf(request, name) ?? "");
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

function lastModified(record: RecordValues): number {
  return Math.floor(Date.parse(String(record["LastModifiedDate"] ?? record["SystemModstamp"])) / 1000);
}

/** A tag that changes with the record, whatever fields are asked for. */
function tagOf(object: ObjectSchema, record: RecordValues): string | null {
  if (object.name !== TAGGED) return null;
  const content = JSON.stringify([record["Id"], record["SystemModstamp"], record]);
  return `"${createHash("sha1").update(content).digest("base64")}"`;
}

/** True where the header names the tag; `-gzip` at its end says only how it was sent. */
function names(header: string, tag: string): boolean {
  const tags = header.split(",").map((text) => text.trim().replace(/-+gzip"$/, '"'));
  return header.trim() === "*" || tags.includes(tag);
}

function failed(): SalesforceError {
  return new SalesforceError("PRECONDITION_FAILED", "The record has been modified since", { status: 412 });
}

function checkUnchanged(request: ApiRequest, record: RecordValues, tag: string | null): void {
  const match = headerOf(request, "if-match");
  if (match !== null && tag !== null && !names(match, tag)) throw failed();
  const unmodified = momentOf(request, "if-unmodified-since");
  if (unmodified !== null && lastModified(record) > unmodified) throw failed();
}

/** What a read of the record answers: 304 where the caller has it already, 412 where it is not what the caller wants. */
export function answerRow(
  request: ApiRequest,
  object: ObjectSchema,
  record: RecordValues,
  body: () => unknown,
): ApiResponse {
  const tag = tagOf(object, record);
  checkUnchanged(request, record, tag);
  const headers = {
    "Last-Modified": new Date(lastModified(record) * 1000).toUTCString(),
    ...(tag === null ? {} : { ETag: tag }),
  };
  const known = headerOf(request, "if-none-match");
  const since = momentOf(request, "if-modified-since");
  // A tag says more than a moment: where there is one, the moment is not asked.
  const isKnown = known !== null && tag !== null ? names(known, tag) : since !== null && lastModified(record) <= since;
  return isKnown ? { status: 304, headers } : { status: 200, headers, body: body() };
}

const READABLE_TAG = /^(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)$/;

/** Refuses a write of a record that is no longer what the caller takes it for. */
export function checkWrite(request: ApiRequest, object: ObjectSchema, record: RecordValues): void {
  for (const name of ["if-match", "if-none-match"])
    if (headerOf(request, name) !== null && !READABLE_TAG.test(headerOf(request, name)!.trim())) throw unreadable(name);
  if (headerOf(request, "if-unmodified-since") !== null && momentOf(request, "if-unmodified-since") === null)
    throw unreadable("if-unmodified-since");
  const tag = tagOf(object, record);
  checkUnchanged(request, record, tag);
  const none = headerOf(request, "if-none-match");
  if (none !== null && tag !== null && names(none, tag)) throw failed();
}

function unreadable(header: string): SalesforceError {
  return new SalesforceError("INVALID_HEADER", `The value of the header ${header} cannot be read`);
}

/** What has not changed since the org was loaded: descriptions. 304 where the caller's copy is newer than that. */
export function answerMetadata(request: ApiRequest, body: () => unknown): ApiResponse {
  const loaded = Math.floor(Date.parse(request.org.loadedAt) / 1000);
  const headers = { "Last-Modified": new Date(loaded * 1000).toUTCString() };
  const since = momentOf(request, "if-modified-since");
  return since !== null && loaded <= since ? { status: 304, headers } : { status: 200, headers, body: body() };
}
