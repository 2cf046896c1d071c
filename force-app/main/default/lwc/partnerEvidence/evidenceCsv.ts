import { centsText } from "c/usdAmount";
import type { EvidenceRow } from "./evidenceRow";
import { label } from "./labels";

/** Spreadsheets run what begins like a formula; a quote in front makes it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => `"${harmless(text).replaceAll('"', '""')}"`;

/** The rows as they are listed, for a spreadsheet; the mark in front tells it that the text is UTF-8. */
export function evidenceCsv(rows: readonly EvidenceRow[]): string {
  const header = [
    label.opportunity,
    label.customer,
    label.closeDate,
    label.verdict,
    label.why,
    label.amount,
    label.source,
    label.role,
    label.opportunityId,
  ].map(quoted);
  const lines = rows.map((row) => [
    quoted(row.opportunity),
    quoted(row.customer),
    row.closeDate,
    quoted(row.verdict),
    quoted(row.why),
    centsText(row.cents),
    quoted(row.source),
    quoted(row.role),
    row.opportunityId,
  ]);
  return `\uFEFF${[header, ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}
