import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { checkQuery } from "../soql/checkQuery.ts";
import type { CheckedQuery, QueryAccess } from "../soql/checkedQuery.ts";
import { parseSoql } from "../soql/parseSoql.ts";
import { type PreparedQuery, runQuery } from "../soql/runQuery.ts";

function queryAccess(access: UserAccess): QueryAccess {
  return {
    canReadObject: (object) => access.can("read", object),
    canReadField: (object, field) => access.canReadField(object, field),
  };
}

/** Prepares a query for the calling user: what the user may not read is answered as if it did not exist. */
export function prepareQuery(
  org: Org,
  access: UserAccess,
  soql: string,
  options: { includeDeleted: boolean; isBulk: boolean },
): PreparedQuery {
  return runQuery(org.store.db, org.schema, soql, {
    access: queryAccess(access),
    now: org.clock.now(),
    timeZone: org.timeZone,
    userId: access.userId,
    ...(access.profile.isAdministrator ? {} : { hidden: (object: string) => org.interference.hidden(object) }),
    formulaValue: (objectName, field, id) => {
      const object = org.store.object(objectName);
      const record = org.store.table(object).get(id);
      return record ? (org.withFormulas(access, object, record)[field] ?? null) : null;
    },
    ...options,
  });
}

/** A query whose names have been looked up for the calling user, without its rows. */
export function lookUpQuery(org: Org, access: UserAccess, soql: string): CheckedQuery {
  return checkQuery(parseSoql(soql), { schema: org.schema, access: queryAccess(access) });
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
