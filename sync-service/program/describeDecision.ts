/** Findings in plain English, each sentence with its rule. No as-of date, no countdown. */
import { dayText } from "./dayText.ts";
import type { RungResult } from "./evaluation.ts";
import type { PartnerStatus } from "./facts.ts";
import type { AnnualDifference, Finding } from "./finding.ts";
import { formatUsd } from "./money.ts";

/** The text of `Partner_Tier_Explanation__c`: one paragraph. */
export function describeDecision(findings: readonly Finding[]): string {
  return findings.map((finding) => `${sentence(finding)} (${finding.rule}).`).join(" ");
}

type Sentences = {
  readonly [K in Finding["kind"]]: (finding: Extract<Finding, { kind: K }>) => string;
};

const sentences: Sentences = {
  "not evaluated": ({ status }) => membership[status],
  "tier held": ({ tier, since, programYear }) =>
    `${tier} for program year ${programYear}${since ? `, since ${dayText(since)}` : ""}`,
  designated: () => "Designated Global Strategic by hand; no computation gives or takes this",
  "baseline missing": () =>
    "The Baseline Partner Agreement is not in force: no advancement, and every benefit is blocked; the partner account manager can record the agreement",
  qualified: ({ tier, earr, technicalResources, salesTrainedResources }) =>
    `Over the trailing window the partner qualifies for ${tier}: ${formatUsd(earr)} eARR, ` +
    `${count(technicalResources, "technical resource")}, ${count(salesTrainedResources, "sales-trained resource")}`,
  "rung missed": ({ rung }) => `Missing to ${rung.tier}: ${missing(rung)}`,
  "tier kept": ({ tier, qualified }) =>
    `${tier} is kept although the trailing window gives ${qualified}: only an annual review lowers a tier`,
  "move waits": ({ qualified }) => `The move to ${qualified} waits until the annual review is published`,
  "annual provisional": ({ tier, programYear, earr }) =>
    `The annual review after program year ${programYear} gives ${tier} on ${formatUsd(earr)} eARR; provisional until it is published`,
  "annual differs": ({ difference }) => describeDifference(difference),
  projected: ({ tier, earr }) =>
    `This calendar year so far, ${formatUsd(earr)} eARR, would give ${tier} at the next annual review`,
  "closing in future": ({ deals, earr }) =>
    `${count(deals, "won deal")} (${formatUsd(earr)}) with a close date still to come: outside every window`,
  "not counted": ({ counts }) =>
    `Won in the trailing window but not counted: ${Object.entries(counts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([reason, deals]) => `${deals} ${reason}`)
      .join(", ")}`,
  "focus training missing": ({ courses }) =>
    `To promote its focus the partner needs one person trained in ${courses.join(" and ")}; no tier is lost by it`,
  inactive: ({ quarter }) =>
    `Listed for review: no deal registration, no attribution and no training in ${quarter}; a person decides`,
};

const membership: Readonly<Record<PartnerStatus, string>> = {
  Applicant: "Applicant: no tier and no benefits until enrolled",
  Enrolled: "Enrolled",
  Suspended: "Suspended: tier and figures stay as they are, every benefit is blocked",
  Deactivated:
    "Deactivated: tier and figures are cleared, every benefit is blocked; on enrolling again the partner starts as Registered",
};

/** The table's type sees to it that every kind has its sentence. */
function sentence(finding: Finding): string {
  const say = sentences[finding.kind] as (finding: Finding) => string;
  return say(finding);
}

function missing(rung: RungResult): string {
  const parts: string[] = [];
  if (rung.isBaselineMissing) parts.push("the Baseline Partner Agreement");
  if (rung.earrShort.gt(0))
    parts.push(`${formatUsd(rung.earrShort)} eARR (account executives add the partner before a deal closes)`);
  if (rung.technicalShort > 0)
    parts.push(
      `${count(rung.technicalShort, "technical resource")} (people of the partner complete the platform course)`,
    );
  if (rung.salesShort > 0)
    parts.push(`${count(rung.salesShort, "sales-trained resource")} (people of the partner complete the sales course)`);
  return parts.join("; ");
}

function describeDifference(difference: AnnualDifference): string {
  const { programYear, publishedTier, recomputedTier } = difference;
  return (
    `The annual review published for ${programYear} found ${publishedTier} on ${formatUsd(difference.publishedEarr)} eARR; ` +
    `by today's data it would be ${recomputedTier} on ${formatUsd(difference.recomputedEarr)}: nothing changes by itself`
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
