import { SalesforceError } from "../salesforceError.ts";
import { cursorAt, indexAfter } from "./cursor.ts";

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly upperBound?: number | null;
}

/** Rows from `offset` on, `size` at most; `probe` is one more, where a next page is allowed. */
export interface PageWindow {
  readonly offset: number;
  readonly size: number;
  readonly probe: number;
}

const DEFAULT_FIRST = 10;
const MOST = 2000;
const LEAST_UPPER_BOUND = 200;

function outside(name: string, least: number, most: number): SalesforceError {
  return new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", `${name} must be between ${least} and ${most}`);
}

/** Which rows are asked for. */
export function pageWindow({ first, after, upperBound }: PageArguments): PageWindow {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MOST) throw outside("first", 1, MOST);
  const offset = indexAfter(after);
  if (upperBound === null || upperBound === undefined) return { offset, size, probe: size + 1 };
  if (upperBound < LEAST_UPPER_BOUND || upperBound > MOST) throw outside("upperBound", LEAST_UPPER_BOUND, MOST);
  const left = Math.max(0, upperBound - offset);
  return { offset, size: Math.min(size, left), probe: Math.min(size + 1, left) };
}

/** Edges and pageInfo of the rows of a window, of which one more was read. */
export function printPage<T>(rows: readonly T[], { offset, size }: PageWindow): Record<string, unknown> {
  const edges = rows.slice(0, size).map((node, index) => ({ node, cursor: cursorAt(offset + index) }));
  return {
    edges,
    pageResultCount: edges.length,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
