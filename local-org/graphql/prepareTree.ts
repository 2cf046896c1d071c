import type { UserAccess } from "../access/userAccess.ts";
import type { Org } from "../org.ts";
import { SalesforceError } from "../salesforceError.ts";
import type { Condition, Operand, OrderItem, SelectItem } from "../soql/ast.ts";
import { checkQuery } from "../soql/checkQuery.ts";
import { compileQuery } from "../soql/compileQuery.ts";
import { PreparedQuery } from "../soql/runQuery.ts";

/** A query that comes as a tree, not as SOQL text; it takes the same way to SQL. */
export interface QueryTree {
  readonly from: string;
  /** Plain fields by name, and anything else as an operand with its alias. */
  readonly select: readonly (string | { readonly operand: Operand; readonly alias: string })[];
  readonly scope?: string | null;
  readonly where: Condition | null;
  readonly groupBy?: readonly Operand[];
  readonly orderBy?: readonly OrderItem[];
  readonly limit?: number | null;
  readonly offset?: number | null;
}

export function pathOf(...parts: readonly string[]): Operand {
  return { kind: "path", parts, at: 0 };
}

function selectItem(item: QueryTree["select"][number]): SelectItem {
  if (typeof item === "string") return { kind: "operand", operand: pathOf(item), alias: null, at: 0 };
  return { kind: "operand", operand: item.operand, alias: item.alias, at: 0 };
}

/** An error's place in a text that nobody wrote means nothing to the caller. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof SalesforceError)) return error;
  const message = error.message.replace(/^[\s\S]*?ERROR at Row:\d+:Column:\d+\n/, "");
  return new SalesforceError(error.errorCode, message, { status: error.status, fields: error.fields });
}

/** Checks and compiles the tree for the calling user; what he may not read is answered as if it did not exist. */
export function prepareTree(org: Org, access: UserAccess, tree: QueryTree): PreparedQuery {
  const query = {
    text: "",
    select: tree.select.map(selectItem),
    from: [{ path: { kind: "path" as const, parts: [tree.from], at: 0 }, alias: null }],
    scope: tree.scope ?? null,
    where: tree.where,
    groupBy: tree.groupBy ?? [],
    having: null,
    orderBy: tree.orderBy ?? [],
    limit: tree.limit ?? null,
    offset: tree.offset === 0 ? null : (tree.offset ?? null),
  };
  const rights = {
    canReadObject: (object: Parameters<UserAccess["can"]>[1]) => access.can("read", object),
    canReadField: (...names: Parameters<UserAccess["canReadField"]>) => access.canReadField(...names),
  };
  try {
    const checked = checkQuery(query, { schema: org.schema, access: rights });
    const context = { now: org.clock.now(), timeZone: org.timeZone, userId: access.userId, includeDeleted: false };
    return new PreparedQuery(org.store.db, compileQuery(checked, context));
  } catch (error) {
    throw withoutPlace(error);
  }
}
