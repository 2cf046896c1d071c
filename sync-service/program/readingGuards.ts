/** What a reading smells of, before anything is concluded from it: rows or rates that were there and are not. */
import { exceeds, type GuardFinding } from "./guardFinding.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { OrgCurrencies } from "./programRecords.ts";

/** Rows read of one object, against the run before; null = never read before. */
export interface RowCount {
  readonly object: string;
  readonly now: number;
  readonly before: number | null;
}

/** Objects of which nothing is left, and objects that lost more rows than the policy believes. */
export function readingGuards(rowCounts: readonly RowCount[], policy: ProgramPolicy): GuardFinding[] {
  return rowCounts.flatMap((count) => {
    const { object, now, before } = count;
    if (before === null) return [];
    // Of a handful nothing is left as easily as of a million: a permission went, not the rows.
    if (now === 0 && before > 0 && !policy.isEmptyInputAllowed) return [emptyInput(object, before)];
    return exceeds(before - now, before, policy.maxRowsDropPercent) ? [rowsDrop(count, before, policy)] : [];
  });
}

/**
 * A currency without any dated rate makes all its amounts count nothing; single
 * gaps are reported deal by deal. What the last good run lived with, or a
 * first one finds, is how the org is.
 */
export function rateGuards(
  { isMultiCurrency, areRatesReadable, unratedCurrencies }: OrgCurrencies,
  unratedBefore: readonly string[] | null,
  policy: ProgramPolicy,
): GuardFinding[] {
  if (!isMultiCurrency || unratedBefore === null || policy.isUnratedCurrencyAllowed) return [];
  const missing = unratedCurrencies.filter((currency) => !unratedBefore.includes(currency));
  if (missing.length === 0) return [];
  if (!areRatesReadable) return [ratesUnreadable()];
  return missing.map((currency) => ({
    code: "RATES_MISSING",
    subject: currency,
    reason: `${currency} has no dated rate at all: every amount in it would count 0`,
  }));
}

function emptyInput(object: string, before: number): GuardFinding {
  return {
    code: "INPUT_EMPTY",
    subject: object,
    reason: `${object}: no rows read, ${before} the time before`,
  };
}

function rowsDrop({ object, now }: RowCount, before: number, { maxRowsDropPercent }: ProgramPolicy): GuardFinding {
  return {
    code: "ROWS_DROP",
    subject: object,
    reason: `${object}: ${now} rows read, ${before} the time before (a drop of at most ${maxRowsDropPercent}%)`,
  };
}

function ratesUnreadable(): GuardFinding {
  return {
    code: "RATES_UNREADABLE",
    subject: null,
    reason: "The dated rates of this multi-currency org can't be read: every foreign amount would count 0",
  };
}
