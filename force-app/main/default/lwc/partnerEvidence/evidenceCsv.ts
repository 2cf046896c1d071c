import { csvText } from "c/csvFile";
import { centsText } from "c/usdAmount";
import type { EvidenceRow } from "./evidenceRow";
import { label } from "./labels";

/** The rows as they are listed, for a spreadsheet. */
export function evidenceCsv(rows: readonly EvidenceRow[]): string {
  const head = [
    label.opportunity,
    label.customer,
    label.closeDate,
    label.verdict,
    label.why,
    label.amount,
    label.source,
    label.role,
    label.opportunityId,
  ];
  const lines = rows.map((row) => [
    row.opportunity,
    row.customer,
    row.closeDate,
    row.verdict,
    row.why,
    centsText(row.cents),
    row.source,
    row.role,
    row.opportunityId,
  ]);
  return csvText([head, ...lines]);
}
