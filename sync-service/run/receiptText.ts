/** Replayed reviews for a terminal: the same, or what differs. */
import type { ReceiptCheck, ReceiptOutcome } from "../program/receipt.ts";
import type { EvidenceDifference } from "../program/receiptDifferences.ts";

const outcomes: Readonly<Record<ReceiptOutcome, string>> = {
  Same: "computed again from the org, and the same to the letter",
  Different: "computed again from the org, and NOT the same; what it decided stands (R-17)",
  Damaged: "its stored evidence does NOT match its stored hash: one of them was changed",
  "No Evidence": "has no evidence to compute it again from (imported)",
};

/** `names` of deals by id, so that nobody has to look them up. */
export function receiptText(receipts: readonly ReceiptCheck[], names: ReadonlyMap<string, string>): string[] {
  if (receipts.length === 0) return [];
  return ["Last published review", ...receipts.flatMap((receipt) => receiptLines(receipt, names)), ""];
}

function receiptLines(receipt: ReceiptCheck, names: ReadonlyMap<string, string>): string[] {
  const { type, asOfDate, tier, outcome, storedHash, recomputedHash, differences } = receipt;
  const hashes =
    outcome === "Same"
      ? [`hash ${storedHash ?? ""}`]
      : [`hash then ${storedHash ?? "none"}`, `hash now  ${recomputedHash ?? "none"}`];
  return [
    `  ${type} as of ${asOfDate}, ${tier ?? "no tier"}: ${outcomes[outcome]}.`,
    ...(outcome === "No Evidence" ? [] : hashes.map((line) => `    ${line}`)),
    ...differences.map((difference) => `    ${differenceText(difference, names)}`),
  ];
}

function differenceText({ field, then, now }: EvidenceDifference, names: ReadonlyMap<string, string>): string {
  const name = names.get(field.replace(/^deals\./, ""));
  const what = name === undefined ? field : `${field} (${name})`;
  if (then === null) return `${what}: came since, ${now ?? ""}`;
  return now === null ? `${what}: is gone, ${then}` : `${what}: ${then} then, ${now} now`;
}
