/** Canonical texts and their hashes: the same facts always give the same text. */
import { createHash } from "node:crypto";
import Big from "big.js";

export type Json = string | number | boolean | null | Big | readonly Json[] | { readonly [key: string]: Json };

/** Compact JSON with keys in ASCII order, amounts as strings with two places at least. */
export function canonicalJson(value: Json): string {
  if (value instanceof Big) return JSON.stringify(amountText(value));
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${entries.join(",")}}`;
}

/** Lower-case hexadecimal SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function amountText(amount: Big): string {
  const plain = amount.toFixed();
  const places = plain.split(".")[1]?.length ?? 0;
  return places < 2 ? amount.toFixed(2) : plain;
}

/** `Array.isArray` does not narrow read-only arrays. */
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
