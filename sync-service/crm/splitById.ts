/** Splits a query by record id: what is too much for one query job may do as several. */
import type { Org } from "./org.ts";
import { firstPage } from "./restQuery.ts";
import type { RowQuery } from "./soql.ts";

const characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const parts = 4;
/** Ids of one object begin with the same three characters. */
const prefix = 3;

/** Parts that together are the query, each row in one of them; null where it can't be split any further. */
export async function splitById(org: Org, query: RowQuery): Promise<RowQuery[] | null> {
  const range = query.ids ?? (await idRange(org, query.object));
  if (range === null) return null;
  const [from, until] = [valueOf(range.from), valueOf(range.until)];
  const step = (until - from) / BigInt(parts);
  if (step < 1n) return null;
  const bounds = Array.from({ length: parts }, (_, part) => idOf(range.from, from + step * BigInt(part)));
  return bounds.map((bound, part) => ({ ...query, ids: { from: bound, until: bounds[part + 1] ?? range.until } }));
}

/** The ids of all rows of an object, found over the index that every object has; `until` is behind the last. */
async function idRange(org: Org, object: string): Promise<{ from: string; until: string } | null> {
  const end = async (direction: "ASC" | "DESC") => {
    const page = await firstPage(org, { object, columns: ["Id"], tail: `ORDER BY Id ${direction} LIMIT 1` });
    return page.rows()[0]?.[0]?.slice(0, 15) ?? null;
  };
  const [first, last] = [await end("ASC"), await end("DESC")];
  if (first === null || last === null || first.slice(0, prefix) !== last.slice(0, prefix)) return null;
  // People go on adding rows: those behind the last of now belong to the last part.
  return { from: first, until: idOf(last, valueOf(last) + 1_000_000n) };
}

function valueOf(id: string): bigint {
  let value = 0n;
  for (const character of id.slice(prefix)) value = value * 62n + BigInt(characters.indexOf(character));
  return value;
}

function idOf(like: string, value: bigint): string {
  let digits = "";
  for (let rest = value; rest > 0n; rest /= 62n) digits = characters.charAt(Number(rest % 62n)) + digits;
  return like.slice(0, prefix) + digits.padStart(12, "0");
}
