import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { type PreparedQuery, runQuery } from "../soql/runQuery.ts";

/** Prepares a query for the calling user: what the user may not read is answered as if it did not exist. */
export function prepareQuery(
  org: Org,
  access: UserAccess,
  soql: string,
  options: { includeDeleted: boolean; isBulk: boolean },
): PreparedQuery {
  return runQuery(org.store.db, org.schema, soql, {
    access: {
      canReadObject: (object) => access.can("read", object),
      canReadField: (object, field) => access.canReadField(object, field),
    },
    now: org.clock.now(),
    timeZone: org.timeZone,
    userId: access.userId,
    ...options,
  });
}

/** A query as CSV cells: its header, and its rows read when asked for. */
export function streamCells(
  org: Org,
  access: UserAccess,
  soql: string,
  includeDeleted: boolean,
): { object: string; header: string[]; rows: () => Iterable<readonly string[]> } {
  const query = prepareQuery(org, access, soql, { includeDeleted, isBulk: true });
  const { object, columns } = query.compiled;
  return { object: object.name, header: columns.map((column) => column.name), rows: () => query.cells() };
}
