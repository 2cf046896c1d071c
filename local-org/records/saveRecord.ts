import type { FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Automation } from "./automation.ts";
import { defaultCurrency } from "./recordCurrency.ts";
import { checkReferences, checkRequired, checkUnique } from "./fieldChecks.ts";
import type { SaveScope } from "./pathResolver.ts";
import { applyPlatformRules, type Stage } from "./platformRules.ts";
import type { RecordStore } from "./recordStore.ts";
import { storedFields } from "./database.ts";
import { organizationOf } from "./hierarchySetting.ts";
import type { Tracer } from "../trace/tracer.ts";
import type { UserAccess } from "../access/userAccess.ts";

/** What saving needs of the org. */
export interface SaveRoom {
  readonly store: RecordStore;
  readonly automation: Automation;
  readonly tracer: Tracer;
  readonly stages: ReadonlyMap<string, Stage>;
  /** The org's clock, as a record stores it, and its calendar date. */
  readonly stamp: () => string;
  readonly today: () => string;
  readonly timeZone: () => string;
}

/** One record to save, its values already parsed. No id = insert. */
export interface SaveRequest {
  readonly object: ObjectSchema;
  readonly id: string | null;
  readonly values: RecordValues;
  /** Who set the values, as a trace names it; none = the caller. */
  readonly by?: string;
}

function withDefaults(room: SaveRoom, scope: Omit<SaveScope, "record" | "prior">, given: RecordValues): RecordValues {
  const { object } = scope;
  const record: RecordValues = {};
  for (const field of storedFields(object)) {
    if (given[field.name] !== undefined) record[field.name] = given[field.name]!;
    else record[field.name] = room.automation.defaultValue(field, { ...scope, record, prior: null });
  }
  record["Id"] = room.store.nextId(object);
  for (const field of storedFields(object))
    if (field.autoNumberFormat !== null) record[field.name] = room.store.nextNumber(object, field);
  if (object.fields.has("ownerid")) record["OwnerId"] ??= scope.access.userId;
  if (object.isHierarchySetting) record["SetupOwnerId"] ??= organizationOf(room.store)?.["Id"] ?? null;
  if (object.fields.has("currencyisocode"))
    record["CurrencyIsoCode"] ??= defaultCurrency(room.store, object, record, scope.access.userId);
  record["CreatedDate"] = scope.now;
  record["CreatedById"] = scope.access.userId;
  return record;
}

function changedFields(record: RecordValues, prior: RecordValues | null): Set<string> {
  return new Set(Object.keys(record).filter((name) => prior === null || record[name] !== prior[name]));
}

function storedPrior(room: SaveRoom, object: ObjectSchema, id: string): RecordValues {
  const prior = room.store.table(object).get(id);
  if (!prior) throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", { status: 404 });
  if (prior["IsDeleted"] === true) throw new SalesforceError("ENTITY_IS_DELETED", "entity is deleted", { status: 404 });
  return prior;
}

function checkRecord(room: SaveRoom, scope: SaveScope): void {
  const { object, record, prior } = scope;
  checkRequired(object, record);
  checkReferences(object, record, changedFields(record, prior), room.store);
  room.automation.checkValidationRules(scope);
  checkUnique(object, record, (of, field, value) => {
    const twins = room.store.table(of).findBy(field, value);
    return (twins.find((twin) => twin["Id"] !== record["Id"])?.["Id"] as string | undefined) ?? null;
  });
}

/**
 * Saves one record in the platform's order: defaults, what the platform derives, before-save flows, field
 * checks, validation rules, unique fields, the write, after-save flows; in a savepoint of its own.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm
 * Returns the id. Throws a SalesforceError, and then nothing of it is kept.
 */
export function saveRecord(room: SaveRoom, access: UserAccess, request: SaveRequest): string {
  return room.store.transact(() => {
    const { object, id } = request;
    const prior = id === null ? null : storedPrior(room, object, id);
    const head = { object: object.name, operation: prior ? "update" : "create", user: access.username } as const;
    const trace = room.tracer.begin({ ...head, at: room.stamp() }, id, prior);
    try {
      const saved = saveTraced(room, access, request, { prior, trace });
      room.tracer.end(trace);
      return saved;
    } catch (error) {
      room.tracer.end(trace, error);
      throw error;
    }
  });
}

function saveTraced(
  room: SaveRoom,
  access: UserAccess,
  { object, values, by = "caller" }: SaveRequest,
  { prior, trace }: Pick<SaveScope, "prior" | "trace">,
): string {
  const base = {
    store: room.store,
    access,
    object,
    now: room.stamp(),
    today: room.today(),
    timeZone: room.timeZone(),
    save: saveIn(room, access),
    trace,
  };
  const record = prior === null ? withDefaults(room, base, values) : { ...prior, ...values };
  const scope: SaveScope = { ...base, record, prior };
  trace?.changedBy(by, { ...prior, ...values });
  if (prior === null) trace?.changedBy("default", record);
  const given = new Set(Object.keys(values));
  applyPlatformRules({ object, record, prior, given, now: base.now, stages: room.stages });
  trace?.changedBy("platform", record);
  room.automation.runFlows("beforeSave", scope);
  checkRecord(room, scope);
  record["LastModifiedDate"] = base.now;
  record["LastModifiedById"] = access.userId;
  record["SystemModstamp"] = base.now;
  const table = room.store.table(object);
  if (prior === null) table.insert(record);
  else table.update(String(record["Id"]), record, [...changedFields(record, prior)]);
  touchParent(room, object, record, base.now);
  room.automation.runFlows("afterSave", scope);
  rollUpToMasters(room, access, { object, record, prior });
  return String(record["Id"]);
}

/** How automation saves other records: as the same user, in the same transaction. */
export function saveIn(room: SaveRoom, access: UserAccess): SaveScope["save"] {
  return (object, id, values) => saveRecord(room, access, { object, id, values });
}

/** A detail as it is now and as it was; null = it is not there. */
interface DetailChange {
  readonly object: ObjectSchema;
  readonly record: RecordValues | null;
  readonly prior: RecordValues | null;
}

/** Saves the masters whose roll-up summaries a detail has changed: each goes through a whole save, and may refuse it. */
export function rollUpToMasters(room: SaveRoom, access: UserAccess, { object, record, prior }: DetailChange): void {
  for (const { master, id, values } of room.automation.rollUps.changedMasters(room.store, object, record, prior))
    saveRecord(room, access, { object: master, id, values, by: "roll-up summary" });
}

/** An opportunity knows whether it has line items. */
function touchParent(room: SaveRoom, object: ObjectSchema, record: RecordValues, now: string): void {
  if (object.name !== "OpportunityLineItem") return;
  const opportunities = room.store.table(room.store.object("Opportunity"));
  const flags: Record<string, FieldValue> = { HasOpportunityLineItem: true, SystemModstamp: now };
  opportunities.update(String(record["OpportunityId"]), flags, Object.keys(flags));
}
