/** What a row's error code means for people, and whether the row is worth another try. */

const passing = new Set([
  "UNABLE_TO_LOCK_ROW",
  "UNPROCESSED",
  "ALL_OR_NONE_OPERATION_ROLLED_BACK",
  "TXN_SECURITY_METERING_ERROR",
]);

/** One row of a batch makes the automatism of the org fail, and the whole batch with it. */
const spreading = new Set(["CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"]);

export function isWorthBisecting(code: string): boolean {
  return spreading.has(code);
}

/** Locks pass; unprocessed rows were never looked at; victims of another row's error are not at fault. */
export function isWorthRetrying(code: string): boolean {
  return passing.has(code);
}

const advices: Readonly<Record<string, string>> = {
  UNABLE_TO_LOCK_ROW: "another process kept the record locked; the next run writes it",
  UNPROCESSED: "Salesforce did not get to the row; the next run writes it",
  ALL_OR_NONE_OPERATION_ROLLED_BACK: "another record of the same request was refused; the next run writes this one",
  ENTITY_IS_DELETED: "the record was deleted meanwhile; nothing to do",
  FIELD_CUSTOM_VALIDATION_EXCEPTION: "a validation rule refuses the service's write; exempt the integration user in it",
  INSUFFICIENT_ACCESS_OR_READONLY:
    "give the integration user access to the record and the permission set Partner_Sync_Service",
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: "give the integration user access to the parent record",
  INVALID_FIELD_FOR_INSERT_UPDATE: "the field is not writable for the integration user; assign Partner_Sync_Service",
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: "a picklist lacks a value of the program; deploy the package again",
  STRING_TOO_LONG: "a text is longer than its field; widen the field",
  NUMBER_OUTSIDE_VALID_RANGE: "a figure does not fit its field; widen the field",
  DUPLICATE_VALUE: "another record holds the same unique key; merge the two",
  DUPLICATES_DETECTED: "a duplicate rule refuses the record; exempt the integration user",
  INACTIVE_OWNER_OR_USER: "the record's owner is inactive; change the owner",
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: "a trigger or flow of this org fails on the record; see its error mail",
  CANNOT_EXECUTE_FLOW_TRIGGER: "a flow of this org fails on the record; see its error mail",
  REQUIRED_FIELD_MISSING: "this org requires a field that the service does not fill; make it optional",
  INVALID_CROSS_REFERENCE_KEY: "the record or its parent was deleted meanwhile; the next run leaves it out",
  STORAGE_LIMIT_EXCEEDED: "the org's data storage is full; free some, or buy more",
  READ_BACK_DIFFERS:
    "a flow or trigger set the fields after the service, or the save did not take; exempt the integration user from it",
  READ_BACK_CHANGED: "another user changed the record after the service; the next run decides anew from what stands",
  READ_BACK_MISSING:
    "the record was deleted meanwhile, or is not visible to the integration user any more; the next run decides anew",
  TXN_SECURITY_METERING_ERROR: "exempt the integration user from transaction security",
};

export function adviceFor(code: string): string {
  return advices[code] ?? "look the code up in Salesforce's help";
}
