/** The benefits of a partner for a terminal: what is open, what stands in the way of the others. */
import type { BenefitEntry } from "../program/benefitCatalogue.ts";
import { table, wrapped } from "./table.ts";

export function benefitsText(benefits: readonly BenefitEntry[]): string[] {
  if (benefits.length === 0) return [];
  const open = benefits.filter(({ status }) => status === "Available");
  const rows = table(benefits, [
    { title: "benefit", cell: ({ label }) => label },
    { title: "status", cell: ({ status }) => status },
    { title: "why", cell: ({ reason }) => reason ?? "" },
  ]);
  return [
    `Benefits (R-31): ${open.length} of ${benefits.length} available`,
    ...rows,
    ...open.flatMap(({ label, note }) => (note === null ? [] : wrapped(`${label}: ${note}`, "    "))),
    "",
  ];
}
