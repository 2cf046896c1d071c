/** Judges every opportunity, and adds up what it means for each partner. */
import type Big from "big.js";
import { isMomentIn, lastQuarter, type Quarter } from "../program/activity.ts";
import { judgeOpportunity } from "../program/credit.ts";
import type { CreditContext, JudgedAttribution, JudgedOpportunity } from "../program/creditCase.ts";
import { conversionOf, zero } from "../program/money.ts";
import { PartnerRevenue } from "../program/partnerRevenue.ts";
import { boundaryCases } from "../program/sentinel.ts";
import { isWithin, windowsAsOf } from "../program/windows.ts";
import type { Standing } from "./groupByPartner.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";

/** What one partner's deals come to. */
export interface Tally {
  readonly revenue: PartnerRevenue;
  wasRegistrationSubmitted: boolean;
  wasAttributionCreated: boolean;
}

export interface Judgement {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** New or differing verdicts, in the order judged. */
  readonly changed: readonly JudgedAttribution[];
  readonly boundaryCases: number;
  /** Of the trailing window, each opportunity once however many partners share it. */
  readonly programTrailingUsd: Big;
}

/** Told about every judged opportunity; for explanations. */
export type Witness = (judged: JudgedOpportunity) => void;

export function judge(
  facts: OrgFacts,
  standing: ReadonlyMap<string, Standing>,
  day: ProgramDay,
  witness: Witness = () => undefined,
): Judgement {
  const { asOf, policy } = day;
  const context: CreditContext = {
    policy,
    conversion: conversionOf(facts.currencies),
    standingOf: (partnerId) => standing.get(partnerId) ?? null,
  };
  const quarter = lastQuarter(asOf, policy.timeZone);
  const windows = windowsAsOf(asOf, policy.trailingWindowDays);
  const tallies = emptyTallies(standing.keys(), () => new PartnerRevenue(windows));
  noteRegistrations(facts, tallies, quarter);
  const changed: JudgedAttribution[] = [];
  let boundary = 0;
  let total: Big = zero;
  for (const opportunityCase of facts.cases) {
    const judged = judgeOpportunity(opportunityCase, context);
    addUp(judged, tallies, quarter);
    changed.push(...judged.attributions.filter((row) => row.isChanged));
    boundary += boundaryCases(judged, policy, asOf).length;
    if (isWithin(windows.trailing, judged.opportunity.closeDate)) total = total.plus(judged.creditOnceUsd);
    witness(judged);
  }
  return { tallies, changed, boundaryCases: boundary, programTrailingUsd: total };
}

function emptyTallies(partnerIds: Iterable<string>, revenue: () => PartnerRevenue): Map<string, Tally> {
  return new Map(
    [...partnerIds].map((id) => [
      id,
      {
        revenue: revenue(),
        wasRegistrationSubmitted: false,
        wasAttributionCreated: false,
      },
    ]),
  );
}

function noteRegistrations({ registrations }: OrgFacts, tallies: ReadonlyMap<string, Tally>, quarter: Quarter): void {
  for (const { partnerId, submittedAt } of registrations) {
    const tally = tallies.get(partnerId);
    if (tally && isMomentIn(quarter, submittedAt)) tally.wasRegistrationSubmitted = true;
  }
}

function addUp(
  { opportunity, attributions }: JudgedOpportunity,
  tallies: ReadonlyMap<string, Tally>,
  quarter: Quarter,
): void {
  for (const { attribution, verdict } of attributions) {
    const tally = tallies.get(attribution.partnerId);
    if (!tally) continue;
    tally.revenue.add(verdict, opportunity.closeDate);
    if (isMomentIn(quarter, attribution.createdAt)) tally.wasAttributionCreated = true;
  }
}
