/** An explanation for a terminal. */
import type { AttributionExplanation } from "../program/explainAttribution.ts";
import { formatUsd } from "../program/money.ts";
import type { PartnerExplanation } from "./explainPartner.ts";

export function explanationText(explained: PartnerExplanation): string {
  const { partner, decision, attributions, asOf, policy } = explained;
  const moved = decision.tierBefore !== decision.tierAfter;
  return [
    `${partner.name} (${partner.id}) as of ${asOf}, policy ${policy}`,
    `Tier: ${decision.tierAfter ?? "none"}${moved ? `, before this run ${decision.tierBefore ?? "none"}` : ""}`,
    "",
    ...(decision.stored.explanation ?? "").split(/(?<=\(R-\d+\)\.) /).map((sentence) => `  ${sentence}`),
    "",
    ...gapsOf(explained),
    `Attributions (${attributions.length}):`,
    ...attributions.flatMap(attributionLines),
  ].join("\n");
}

function gapsOf({ decision }: PartnerExplanation): string[] {
  const { nextTier, nextTierEarrGap } = decision.stored;
  const { nextTierTechnicalGap, nextTierSalesGap } = decision.stored;
  if (nextTier === null || nextTierEarrGap === null) return [];
  return [
    `Missing to ${nextTier}: ${formatUsd(nextTierEarrGap)} eARR, ${nextTierTechnicalGap ?? 0} technical, ${nextTierSalesGap ?? 0} sales-trained`,
    "",
  ];
}

function attributionLines(row: AttributionExplanation): string[] {
  const name = row.opportunityName ?? row.opportunityId;
  const windows = row.windows.length > 0 ? ` [${row.windows.join(", ")}]` : "";
  const head = `  ${row.closeDate}  ${row.status.padEnd(8)}  ${formatUsd(row.creditUsd).padStart(15)}  ${name}${windows}`;
  const why = `              ${row.clause} (${row.rule}).`;
  return row.advice === null ? [head, why] : [head, why, `              ${row.advice}.`];
}
