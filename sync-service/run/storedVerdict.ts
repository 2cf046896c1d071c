/** The verdict that a packed attribution holds already, against the one that it gets. */
import { at, bit, creditScaleShift, verdictBits, verdictMask } from "../crm/attributionRecord.ts";
import type { PlainVerdict } from "../program/plainVerdict.ts";
import { mostHigh, unit } from "./dealAmount.ts";

/** To whole cents, by decimal places. */
const powers = [100, 10, 1];

/** Whether the stored credit is a whole number of cents, exact as a number. */
export function isStoredPlainly(words: Int32Array, from: number): boolean {
  const flags = words[from + at.flags]!;
  if ((flags & bit.hasCredit) === 0) return true;
  return words[from + at.credit]! < mostHigh && ((flags >>> creditScaleShift) & 15) < powers.length;
}

export class VerdictBits {
  readonly #bits: number[] = [];

  /** As they stand in a record's flags. */
  of({ number, status, reason, isResaleUnauthorized }: PlainVerdict): number {
    return (this.#bits[number] ??= verdictBits(status, reason) | (isResaleUnauthorized ? bit.isResaleUnauthorized : 0));
  }
}

export function isStoredAs(words: Int32Array, from: number, wanted: number, cents: number): boolean {
  const flags = words[from + at.flags]!;
  return (
    (flags & (verdictMask | bit.isResaleUnauthorized | bit.hasCredit)) === (wanted | bit.hasCredit) &&
    storedCents(words, from, flags) === cents
  );
}

/** Only of records that are stored plainly. */
function storedCents(words: Int32Array, from: number, flags: number): number {
  const amount =
    (words[from + at.credit]! * unit + words[from + at.credit + 1]!) * powers[(flags >>> creditScaleShift) & 15]!;
  return (flags & bit.isCreditNegative) === 0 ? amount : 0 - amount;
}
