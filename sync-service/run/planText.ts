/** A plan as a run record keeps it: JSON for pages and for the next run, within the field's length. */
import { z } from "zod";
import type { KeptDecision } from "../program/decision.ts";
import type { Plan } from "../program/plan.ts";
import { readingMarks, type ReadingMarks } from "./readingMarks.ts";

/** Plan__c holds 131,072 characters. */
const mostCharacters = 120_000;

export type RowCounts = Readonly<Record<string, number>>;

/** What a run read, for the next one to compare with. */
export interface ReadingRecord {
  readonly rows: RowCounts;
  /** Currencies without any dated rate. */
  readonly unratedCurrencies: readonly string[];
  /** null: of a run of one partner, or of before readings were noted. */
  readonly reading: ReadingMarks | null;
}

export const nothingRead: ReadingRecord = { rows: {}, unratedCurrencies: [], reading: null };

const readable = z.object({
  rows: z.record(z.string(), z.number()),
  unratedCurrencies: z.array(z.string()).default([]),
  // What can't be understood makes the next reading a full one.
  reading: readingMarks.nullable().catch(null),
});

/** Lines with the partners' names; those beyond the field's length are counted. */
export function planText(plan: Plan, decisions: readonly KeptDecision[], reading: ReadingRecord): string {
  const names = new Map(decisions.map((d) => [d.partnerId, d.partnerName]));
  const lines = plan.lines.map((line) => ({
    ...line,
    partnerName: names.get(line.partnerId) ?? null,
  }));
  const kept: typeof lines = [];
  let length = 0;
  for (const line of lines) {
    length += JSON.stringify(line).length + 1;
    if (length > mostCharacters) break;
    kept.push(line);
  }
  return JSON.stringify({
    version: 1,
    guards: plan.guardCodes,
    rows: reading.rows,
    unratedCurrencies: reading.unratedCurrencies,
    reading: reading.reading,
    lines: kept,
    omittedLines: lines.length - kept.length,
  });
}

/** What an earlier run left of its reading; null where there is nothing to be read. */
export function readingOf(text: string | null): ReadingRecord | null {
  if (text === null) return null;
  try {
    return readable.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
