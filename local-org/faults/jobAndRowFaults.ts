import type { Fault } from "./fault.ts";
import { API, ROWS, WRITES, fault, rest, row } from "./makeFault.ts";

/** Jobs that end badly, requests whose answer is lost, rows that are refused or hidden. */
export const JOB_AND_ROW_FAULTS = {
  "job-stuck": fault("a job that stays InProgress", ["bulkQueryPoll", "ingestPoll"], {
    kind: "job",
    state: "InProgress",
  }),
  "job-aborted": fault("a job that somebody aborted", ["bulkQueryPoll", "ingestPoll"], {
    kind: "job",
    state: "Aborted",
  }),
  "job-state-unknown": fault("a state that nobody knows", ["bulkQueryPoll", "ingestPoll"], {
    kind: "job",
    state: "Hibernating",
  }),
  "query-job-failed": fault("a query job that gave up", ["bulkQueryPoll"], {
    kind: "job",
    state: "Failed",
    message: "The query was retried more than 15 times and still timed out",
  }),
  "ingest-field-missing": fault("an ingest job that knows a column not, or may not write it", ["ingestPoll"], {
    kind: "job",
    state: "Failed",
    message: "InvalidBatch : Field name not found : Made_Up__c",
  }),
  "ingest-locks": fault("an ingest job that gave up for locks with rows unprocessed", ["ingestClose"], {
    kind: "endIngest",
    message: "TooManyLockFailure : Too many lock failure 200 trying to process the batch",
  }),
  "lost-answer": fault("executed, then a reset", API, { kind: "lose", by: "reset" }),
  "lost-answer-end": fault("executed, then an end", API, { kind: "lose", by: "end" }),
  "lost-answer-503": fault("executed, then 503 in the answer's place", API, { kind: "lose", by: "503" }),
  "lost-answer-silence": fault("executed, then silence", WRITES, { kind: "lose", by: "silence" }),
  "row-locked": row(
    "another process holds the record",
    "UNABLE_TO_LOCK_ROW",
    "unable to obtain exclusive access to this record or 1 records",
  ),
  "row-deleted": row("the record is deleted", "ENTITY_IS_DELETED", "entity is deleted"),
  "row-validation": row(
    "a validation rule refuses the record",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    "This is not the time",
  ),
  "row-text-too-long": row("a text is too long", "STRING_TOO_LONG", "data value too large: (max length=80)"),
  "row-number-too-large": row("a number is too large", "NUMBER_OUTSIDE_VALID_RANGE", "value outside of valid range"),
  "row-picklist": row(
    "a value that the picklist lacks",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
    "bad value for restricted picklist field",
  ),
  "row-duplicate-value": row("a unique key is taken", "DUPLICATE_VALUE", "duplicate value found"),
  "row-duplicate-rule": row("a duplicate rule refuses the record", "DUPLICATES_DETECTED", "Use one of these records?"),
  "row-owner-inactive": row(
    "the owner is inactive",
    "INACTIVE_OWNER_OR_USER",
    "operation performed with inactive user as owner of record",
  ),
  "row-no-access": row(
    "the record is not the user's to write",
    "INSUFFICIENT_ACCESS_OR_READONLY",
    "insufficient access rights on object id",
  ),
  "row-no-parent-access": row(
    "the parent is not the user's to see",
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
    "insufficient access rights on cross-reference id",
  ),
  "row-field": row(
    "a field is not the user's to write",
    "INVALID_FIELD_FOR_INSERT_UPDATE",
    "Unable to create/update fields. Please check the security settings of this field",
  ),
  "row-rolled-back": fault("the victim of another row's error", ["collections", "composite", "ingestClose"], {
    kind: "row",
    code: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
    message: "Record rolled back because not all records were valid",
  }),
  "row-trigger": fault("a trigger fails on one record, and all saved with it fail too", ROWS, {
    kind: "row",
    code: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    message: "AnyTrigger: execution of BeforeUpdate caused by: System.NullPointerException",
    spreads: true,
  }),
  "row-apex-limit": fault("Apex CPU time is used up", ROWS, {
    kind: "row",
    code: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
    message: "AnyTrigger: System.LimitException: Apex CPU time limit exceeded",
    spreads: true,
  }),
  "transaction-security": rest(
    "a transaction security policy could not be checked",
    ["query", "queryMore", "bulkQueryCreate", "collections"],
    400,
    "TXN_SECURITY_METERING_ERROR",
    "The action couldn't be completed because of a transaction security policy",
  ),
  "api-usage": fault("the answers say that `used` of `allowed` calls are used", API, { kind: "usage" }),
  "rows-hidden": fault("sharing is lost: a `share` of the rows is missing, without a word", ["query"], {
    kind: "hide",
  }),
} as const satisfies Readonly<Record<string, Fault>>;
