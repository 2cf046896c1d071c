/** Why one partner is what it is, and what would change it. Writes nothing. */
import type { FoundPartner } from "../crm/findPartners.ts";
import type { Org } from "../crm/org.ts";
import { readPeople } from "../crm/readPeople.ts";
import { readPolicies, type ServicePolicy } from "../crm/readPolicy.ts";
import type { Assumption } from "../program/assumption.ts";
import { benefitCatalogue, type BenefitEntry } from "../program/benefitCatalogue.ts";
import type { PartnerDecision } from "../program/decision.ts";
import { type AttributionExplanation, explainAttribution } from "../program/explainAttribution.ts";
import type { Day } from "../program/facts.ts";
import { type NearMiss, nearMissOf } from "../program/nearMiss.ts";
import { openDeals } from "../program/openDeals.ts";
import type { ReceiptCheck } from "../program/receipt.ts";
import { boundaryCases, type BoundaryCase } from "../program/sentinel.ts";
import { whatIf, type WhatIf } from "../program/whatIf.ts";
import { type WaysToNextTier, waysToNextTier } from "../program/waysToNextTier.ts";
import { type ProgramWindows, windowsAsOf, yearOf } from "../program/windows.ts";
import { decide, type Decisions } from "./decide.ts";
import { findPartner } from "./findPartner.ts";
import { groupByPartner } from "./groupByPartner.ts";
import { creditContext, forget } from "./judge.ts";
import { programDay, type ProgramDay } from "./programDay.ts";
import { type OrgFacts, readOrg } from "./readOrg.ts";
import { replayReceipts } from "./replayReceipts.ts";
import { UsageError } from "./runErrors.ts";
import type { Progress } from "./runTypes.ts";

export interface ExplanationRequest {
  /** Id or exact name. */
  readonly asked: string;
  /** null: today by the org's clock. */
  readonly asOf: Day | null;
  readonly assumptions: readonly Assumption[];
}

export interface PartnerExplanation {
  readonly version: 1;
  readonly asOf: Day;
  readonly policy: string;
  readonly partner: FoundPartner;
  readonly decision: PartnerDecision;
  readonly windows: ProgramWindows;
  /** Newest close first. */
  readonly attributions: readonly AttributionExplanation[];
  /** All seventeen, with what blocks each and how it is used. */
  readonly benefits: readonly BenefitEntry[];
  /** Not counted, and still to be mended. */
  readonly nearMisses: readonly NearMiss[];
  /** Closings of this partner's deals on the edge of a rule; listed, never shifted. */
  readonly boundaries: readonly BoundaryCase[];
  /** null unless Enrolled. */
  readonly ways: WaysToNextTier | null;
  /** null: nothing was assumed. */
  readonly whatIf: WhatIf | null;
  /** The last published reviews up to the day, computed again. */
  readonly receipts: readonly ReceiptCheck[];
}

export async function explainPartner(
  org: Org,
  { asked, asOf, assumptions }: ExplanationRequest,
  progress: Progress,
): Promise<PartnerExplanation> {
  const policies = await readPolicies(org);
  const day = programDay(policies, asOf, org.clock.now());
  const partner = await findPartner(org, asked);
  const scope = { partnerId: partner.id };
  const facts = await readOrg(org, { scope, asOf: day.asOf, withNames: true }, progress);
  try {
    return await explain(org, { policies, day, partner, facts, assumptions }, progress);
  } finally {
    facts.cases.close();
  }
}

interface Explained {
  readonly policies: readonly ServicePolicy[];
  readonly day: ProgramDay;
  readonly partner: FoundPartner;
  readonly facts: OrgFacts;
  readonly assumptions: readonly Assumption[];
}

async function explain(
  org: Org,
  { policies, day, partner, facts, assumptions }: Explained,
  progress: Progress,
): Promise<PartnerExplanation> {
  const { decisions, attributions, boundaries } = await decideTelling(facts, day);
  const [decision] = decisions.asItIs;
  if (!decision) throw new UsageError(`${partner.name} is gone meanwhile`);
  progress.step("Looking at what is missing, and at what was published");
  return {
    version: 1,
    asOf: day.asOf,
    policy: day.policy.name,
    partner,
    decision,
    windows: windowsAsOf(day.asOf, day.policy.trailingWindowDays),
    attributions,
    benefits: benefitCatalogue(decision.benefits, day.policy),
    nearMisses: nearMisses(attributions, facts, day),
    boundaries,
    ways: await ways(org, decisions, facts, day),
    whatIf: assumptions.length === 0 ? null : assume(decisions, assumptions, day),
    receipts: await replayReceipts(org, { partnerId: partner.id, facts, policies, day }),
  };
}

async function decideTelling(facts: OrgFacts, day: ProgramDay) {
  const attributions: AttributionExplanation[] = [];
  const boundaries: BoundaryCase[] = [];
  const windows = windowsAsOf(day.asOf, day.policy.trailingWindowDays);
  const decisions = await decide(facts, day, (judged) => {
    for (const row of judged.attributions) attributions.push(explainAttribution(row, judged.opportunity, windows));
    boundaries.push(...boundaryCases(judged, day.policy, day.asOf));
  });
  attributions.sort(newestFirst);
  forget(decisions.judgement);
  return { decisions, attributions, boundaries };
}

function newestFirst(a: AttributionExplanation, b: AttributionExplanation): number {
  if (a.closeDate !== b.closeDate) return a.closeDate < b.closeDate ? 1 : -1;
  return `${a.opportunityId}${a.attributionId}` < `${b.opportunityId}${b.attributionId}` ? -1 : 1;
}

function nearMisses(
  attributions: readonly AttributionExplanation[],
  { reviews }: OrgFacts,
  { asOf, policy }: ProgramDay,
): NearMiss[] {
  const published = reviews.filter(
    ({ type, status, programYear }) => type === "Annual" && status === "Published" && programYear === yearOf(asOf),
  );
  const publishedYears = published.map(({ programYear }) => programYear);
  return attributions.flatMap((row) => nearMissOf(row, { asOf, policy, publishedYears }) ?? []);
}

async function ways(
  org: Org,
  { inputs, asItIs }: Decisions,
  facts: OrgFacts,
  { policy, asOf }: ProgramDay,
): Promise<WaysToNextTier | null> {
  const [[input], [decision]] = [inputs, asItIs];
  if (!input || !decision?.evaluation || decision.tierAfter === null) return null;
  const { evaluation, tierAfter, partnerId } = decision;
  const open = openDeals(facts.cases.cases(), partnerId, creditContext(facts, groupByPartner(facts), policy), asOf);
  const people = await readPeople(org, partnerId);
  return waysToNextTier({ input, evaluation, tierAfter, openDeals: open, people }, policy, asOf);
}

function assume({ inputs }: Decisions, assumptions: readonly Assumption[], { policy, asOf }: ProgramDay): WhatIf {
  const [input] = inputs;
  if (!input) throw new UsageError("The partner is gone meanwhile");
  try {
    return whatIf({ ...input, publishAnnual: false }, assumptions, policy, asOf);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message, { cause: error }) : error;
  }
}
