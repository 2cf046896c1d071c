/** A plan as a run record keeps it: JSON for pages and for the next run, within the field's length. */
import { z } from "zod";
import type { PartnerDecision } from "../program/decision.ts";
import type { Plan } from "../program/plan.ts";

/** Plan__c holds 131,072 characters. */
const mostCharacters = 120_000;

export type RowCounts = Readonly<Record<string, number>>;

const readable = z.object({ rows: z.record(z.string(), z.number()) });

/** Lines with the partners' names; those beyond the field's length are counted. */
export function planText(plan: Plan, decisions: readonly PartnerDecision[], rows: RowCounts): string {
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
    rows,
    lines: kept,
    omittedLines: lines.length - kept.length,
  });
}

/** The row counts that an earlier run left; null where there are none to be read. */
export function rowCountsOf(text: string | null): RowCounts | null {
  if (text === null) return null;
  try {
    return readable.parse(JSON.parse(text)).rows;
  } catch {
    return null;
  }
}
