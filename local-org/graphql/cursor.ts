import { SalesforceError } from "../salesforceError.ts";

/** Where a row stands in its result, from 0 on: `v1:3` in Base64. */
export function cursorAt(index: number): string {
  return Buffer.from(`v1:${index}`).toString("base64");
}

/** The index after that of the cursor; none = the first. */
export function indexAfter(cursor: string | null | undefined): number {
  if (cursor === null || cursor === undefined || cursor === "") return 0;
  const index = /^v1:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8"))?.[1];
  if (index === undefined) throw new SalesforceError("ILLEGAL_QUERY_PARAMETER_VALUE", `Invalid cursor: ${cursor}`);
  return Number(index) + 1;
}
