import type { UserAccess } from "../access/userAccess.ts";
import type { Field, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { SaveScope } from "./pathResolver.ts";
import { rollUpToMasters, saveIn, type SaveRoom } from "./saveRecord.ts";

interface Dependant {
  readonly object: ObjectSchema;
  readonly field: Field;
  readonly row: RecordValues;
}

function* dependants(room: SaveRoom, object: ObjectSchema, id: string): Generator<Dependant> {
  for (const child of room.store.schema.objects.values())
    for (const field of child.fields.values()) {
      const isLink =
        field.reference?.to.includes(object.name) === true &&
        field.reference.kind !== "metadata" &&
        field.source.file !== "(platform)";
      if (!isLink) continue;
      for (const row of room.store.table(child).findBy(field, id)) yield { object: child, field, row };
    }
}

function release(room: SaveRoom, access: UserAccess, { object, field, row }: Dependant): void {
  const id = String(row["Id"]);
  if (field.reference?.onDelete === "cascade") deleteRecord(room, access, object, id, true);
  else if (field.reference?.onDelete === "restrict")
    throw new SalesforceError(
      "DELETE_FAILED",
      `Your attempt to delete could not be completed because it is associated with ${object.label}: ${id}`,
    );
  else
    room.store
      .table(object)
      .update(id, { [field.name]: null, SystemModstamp: room.stamp() }, [field.name, "SystemModstamp"]);
}

/**
 * Moves a record to the recycle bin: before-delete flows first, details go with it, lookups are cleared or
 * stand in the way. A cascade starts no automation of the details, as on the platform:
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_ignoring.htm
 */
export function deleteRecord(
  room: SaveRoom,
  access: UserAccess,
  object: ObjectSchema,
  id: string,
  isCascade = false,
): void {
  room.store.transact(() => {
    const table = room.store.table(object);
    const record = table.get(id);
    if (!record)
      throw new SalesforceError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", { status: 404 });
    if (record["IsDeleted"] === true)
      throw new SalesforceError("ENTITY_IS_DELETED", "entity is deleted", { status: 404 });
    const head = { object: object.name, operation: "delete", user: access.username, at: room.stamp() } as const;
    const trace = room.tracer.begin(head, id, record);
    try {
      remove(room, access, { object, record, isCascade, trace });
      room.tracer.end(trace);
    } catch (error) {
      room.tracer.end(trace, error);
      throw error;
    }
  });
}

interface Removal extends Pick<SaveScope, "object" | "record" | "trace"> {
  readonly isCascade: boolean;
}

function remove(room: SaveRoom, access: UserAccess, { object, record, isCascade, trace }: Removal): void {
  const id = String(record["Id"]);
  const now = room.stamp();
  const moment = { now, today: room.today(), timeZone: room.timeZone(), save: saveIn(room, access), trace };
  if (!isCascade)
    room.automation.runFlows("beforeDelete", { store: room.store, access, object, record, prior: record, ...moment });
  const gone: RecordValues = {
    IsDeleted: true,
    LastModifiedDate: now,
    LastModifiedById: access.userId,
    SystemModstamp: now,
  };
  room.store.table(object).update(id, gone, Object.keys(gone));
  // After it is gone itself: what its details are rolled up to is not worth computing any more.
  for (const dependant of [...dependants(room, object, id)]) release(room, access, dependant);
  rollUpToMasters(room, access, { object, record: null, prior: record });
  trace?.changedBy("caller", { ...record, ...gone });
}
