/** An explanation for a terminal. */
import { formatUsd } from "../program/money.ts";
import type { BoundaryCase } from "../program/sentinel.ts";
import { benefitsText } from "./benefitsText.ts";
import { dealTables } from "./dealTables.ts";
import type { PartnerExplanation } from "./explainPartner.ts";
import { receiptText } from "./receiptText.ts";
import { table, wrapped } from "./table.ts";
import { waysText, whatIfText } from "./waysText.ts";

export function explanationText(explained: PartnerExplanation): string {
  const { partner, decision, asOf, policy, ways, whatIf } = explained;
  const names = dealNames(explained);
  const moved = decision.tierBefore !== decision.tierAfter;
  return [
    `${partner.name} (${partner.id}) as of ${asOf}, policy ${policy}`,
    `Tier: ${decision.tierAfter ?? "none"}${moved ? ` (${decision.tierBefore ?? "none"} before this run)` : ""}`,
    "",
    ...(whatIf ? whatIfText(whatIf) : []),
    "Why",
    ...(decision.stored.explanation ?? "").split(/(?<=\(R-\d+\)\.) /).flatMap((sentence) => wrapped(sentence, "  ")),
    "",
    ...requirementLines(explained),
    ...(ways ? waysText(ways) : []),
    ...benefitsText(explained.benefits),
    ...dealTables(explained),
    ...boundaryLines(explained.boundaries, names),
    ...receiptText(explained.receipts, names),
  ]
    .join("\n")
    .trimEnd();
}

/** What the partner has, and what is missing to the next tier (R-35). */
function requirementLines({ decision }: PartnerExplanation): string[] {
  const { evaluation, stored } = decision;
  if (!evaluation) return [];
  const { trailingPerformance: has } = evaluation;
  const { nextTier, nextTierEarrGap, nextTierTechnicalGap, nextTierSalesGap } = stored;
  const rows = [["has today", formatUsd(has.earr), String(has.technicalResources), String(has.salesTrainedResources)]];
  if (nextTier !== null && nextTierEarrGap !== null)
    rows.push([
      `missing to ${nextTier}`,
      formatUsd(nextTierEarrGap),
      String(nextTierTechnicalGap ?? 0),
      String(nextTierSalesGap ?? 0),
    ]);
  const column = (title: string, at: number) => ({ title, isRight: at > 0, cell: (row: string[]) => row[at] ?? "" });
  const titles = ["", "trailing eARR", "technical", "sales-trained"];
  return ["Requirements (R-2)", ...table(rows, titles.map(column)), ""];
}

function boundaryLines(cases: readonly BoundaryCase[], names: ReadonlyMap<string, string>): string[] {
  if (cases.length === 0) return [];
  const rows = table(cases, [
    { title: "", cell: ({ kind }) => kind },
    { title: "", cell: ({ rule }) => rule },
    { title: "", cell: ({ opportunityId }) => names.get(opportunityId) ?? opportunityId },
  ]);
  return ["On the edge of a rule: worth a look, nothing was shifted", ...rows.slice(1), ""];
}

function dealNames({ attributions }: PartnerExplanation): ReadonlyMap<string, string> {
  return new Map(
    attributions.flatMap(({ opportunityId, opportunityName }) =>
      opportunityName === null ? [] : [[opportunityId, opportunityName] as const],
    ),
  );
}
