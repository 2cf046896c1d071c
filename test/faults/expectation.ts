/** What a run has to come to under each fault that befalls one call or one row: docs/errors.md in a table. */
import type { Endpoint } from "../../local-org/faults/endpoint.ts";
import type { FaultName } from "../../local-org/faults/faultCatalogue.ts";

export type Expectation =
  /** Exit code 0, and the org as if nothing had happened. */
  | { readonly kind: "well" }
  /** That exit code; the next run makes it good. */
  | { readonly kind: "stops"; readonly exitCode: number }
  /** That exit code, or 0 where the call was one of the last. */
  | { readonly kind: "may stop"; readonly exitCode: number }
  /** Exit code 3: one row is reported with that code; the next run writes it. */
  | { readonly kind: "skips"; readonly code: string };

const well: Expectation = { kind: "well" };
const stops = (exitCode: number): Expectation => ({ kind: "stops", exitCode });
const mayStop = (exitCode: number): Expectation => ({ kind: "may stop", exitCode });
const skips = (code: string): Expectation => ({ kind: "skips", code });

const UNEXPECTED = 1;
const CONFIGURATION = 2;
const HELD = 4;
const API_LIMIT = 5;
const LOCKED = 6;

const EXPECTED: Readonly<Partial<Record<FaultName, Expectation>>> = {
  "api-disabled": stops(CONFIGURATION),
  "login-not-approved": stops(CONFIGURATION),
  "login-no-run-as-user": stops(CONFIGURATION),
  "login-assertion-expired": stops(CONFIGURATION),
  "login-not-admin-approved": stops(CONFIGURATION),
  "login-client-id": stops(CONFIGURATION),
  "login-client-secret": stops(CONFIGURATION),
  "login-rate": stops(API_LIMIT),
  "login-request-limit": stops(API_LIMIT),
  "request-limit": stops(API_LIMIT),
  "job-limit": stops(API_LIMIT),
  "job-quota": stops(API_LIMIT),
  "field-missing": stops(CONFIGURATION),
  "object-missing": stops(CONFIGURATION),
  "query-malformed": stops(UNEXPECTED),
  "version-retired": stops(CONFIGURATION),
  "locator-repeated": mayStop(UNEXPECTED),
  "locator-ended": mayStop(HELD),
  "api-usage": mayStop(API_LIMIT),
  "job-aborted": stops(UNEXPECTED),
  // Split by id, unless REST takes too long even for the first and the last.
  "query-job-failed": mayStop(UNEXPECTED),
  "ingest-field-missing": stops(CONFIGURATION),
  "row-deleted": skips("ENTITY_IS_DELETED"),
  "row-validation": skips("FIELD_CUSTOM_VALIDATION_EXCEPTION"),
  "row-text-too-long": skips("STRING_TOO_LONG"),
  "row-number-too-large": skips("NUMBER_OUTSIDE_VALID_RANGE"),
  "row-picklist": skips("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
  "row-duplicate-value": skips("DUPLICATE_VALUE"),
  "row-duplicate-rule": skips("DUPLICATES_DETECTED"),
  "row-owner-inactive": skips("INACTIVE_OWNER_OR_USER"),
  "row-no-access": skips("INSUFFICIENT_ACCESS_OR_READONLY"),
  "row-no-parent-access": skips("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"),
  "row-field": skips("INVALID_FIELD_FOR_INSERT_UPDATE"),
  "row-trigger": skips("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"),
  "row-apex-limit": skips("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"),
};

/** Row faults that pass: the row is refused twice, and then saved. */
export const PASSING_ROW_FAULTS: ReadonlySet<FaultName> = new Set(["row-locked", "row-rolled-back"]);

/** Of rows that were sent together, and that another way of sending does not befall. */
const SPREADING: ReadonlySet<FaultName> = new Set(["row-trigger", "row-apex-limit"]);

/** Rows of a job that goes while its pages are read are begun anew by the next run. */
const LOSING_THE_READING: ReadonlySet<FaultName> = new Set(["job-gone", "version-mismatch", "locator-invalid"]);

/** A lease whose renewal is refused is somebody else's by now. */
const LOSING_THE_LEASE: ReadonlySet<FaultName> = new Set(["row-validation", "row-deleted"]);

export const LEDGER = "Partner_Sync_Run__c";

export function expectationOf(fault: FaultName, endpoint: Endpoint, object: string | null): Expectation {
  const expected = EXPECTED[fault] ?? well;
  if (endpoint === "bulkQueryResults" && LOSING_THE_READING.has(fault)) return stops(UNEXPECTED);
  if (expected.kind !== "skips") return expected;
  if (object === LEDGER) return ofLedger(fault, endpoint);
  return SPREADING.has(fault) && endpoint === "ingestClose" ? well : expected;
}

/** The run's own record is no row among many: without it there is no run. */
function ofLedger(fault: FaultName, endpoint: Endpoint): Expectation {
  if (fault === "row-duplicate-value" && endpoint === "sobjectCreate") return stops(LOCKED);
  if (endpoint === "composite" || (endpoint === "sobjectUpdate" && LOSING_THE_LEASE.has(fault))) return stops(LOCKED);
  return stops(UNEXPECTED);
}
