/** One line item as seven 32-bit words. */
import type { OpportunityLine } from "../program/facts.ts";
import { amountAt } from "./attributionRecord.ts";

export const lineWords = 7;

/** The id takes three words, the amount two. */
export const lineAt = { opportunity: 0, family: 3, flags: 4, earr: 5 } as const;

export const lineBit = { hasEarr: 1, isNegative: 2 } as const;

/** Four bits. */
export const lineScaleShift = 4;

export function lineFrom(
  words: Int32Array,
  from: number,
  familyOf: (number: number) => string | null,
): OpportunityLine {
  const flags = words[from + lineAt.flags]!;
  const isNegative = (flags & lineBit.isNegative) !== 0;
  const scale = (flags >>> lineScaleShift) & 15;
  return {
    family: familyOf(words[from + lineAt.family]!),
    earr: (flags & lineBit.hasEarr) === 0 ? null : amountAt(words, from + lineAt.earr, scale, isNegative),
  };
}
