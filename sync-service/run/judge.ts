/** Judges every opportunity, and adds up what it means for each partner. */
import type Big from "big.js";
import { isMomentIn, lastQuarter, type Quarter } from "../program/activity.ts";
import { judgeOpportunity } from "../program/credit.ts";
import type { CreditContext, JudgedAttribution, JudgedOpportunity } from "../program/creditCase.ts";
import type { CountedDeal } from "../program/countedDeals.ts";
import type { Day, Instant } from "../program/facts.ts";
import { conversionOf, zero } from "../program/money.ts";
import { PartnerRevenue } from "../program/partnerRevenue.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import { BoundaryList } from "../program/boundaryList.ts";
import { boundaryCases } from "../program/sentinel.ts";
import type { Verdict } from "../program/verdict.ts";
import { isWithin, type ProgramWindows, windowsAsOf } from "../program/windows.ts";
import type { Standing } from "./groupByPartner.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";

/** What one partner's deals come to. */
export interface Tally {
  readonly revenue: PartnerRevenue;
  /** Counted ones of the windows that a review may rest on. */
  readonly deals: CountedDeal[];
  wasRegistrationSubmitted: boolean;
  wasAttributionCreated: boolean;
}

export interface Judgement {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** New or differing verdicts, in the order judged. */
  readonly changed: readonly JudgedAttribution[];
  readonly boundaries: BoundaryList;
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
  const context = creditContext(facts, standing, policy);
  const quarter = lastQuarter(asOf, policy.timeZone);
  const windows = windowsAsOf(asOf, policy.trailingWindowDays);
  const tallies = emptyTallies(standing.keys(), () => new PartnerRevenue(windows));
  noteRegistrations(facts, tallies, quarter);
  const changed: JudgedAttribution[] = [];
  const boundaries = new BoundaryList();
  let total: Big = zero;
  for (const opportunityCase of facts.cases) {
    const judged = judgeOpportunity(opportunityCase, context);
    addUp(judged, tallies, quarter, windows, day.now);
    changed.push(...judged.attributions.filter((row) => row.isChanged));
    boundaries.add(boundaryCases(judged, policy, asOf));
    if (isWithin(windows.trailing, judged.opportunity.closeDate)) total = total.plus(judged.creditOnceUsd);
    witness(judged);
  }
  return { tallies, changed, boundaries, programTrailingUsd: total };
}

/** What every opportunity is judged by. */
export function creditContext(
  { currencies }: Pick<OrgFacts, "currencies">,
  standing: ReadonlyMap<string, Standing>,
  policy: ProgramPolicy,
): CreditContext {
  return {
    policy,
    conversion: conversionOf(currencies),
    standingOf: (partnerId) => standing.get(partnerId) ?? null,
  };
}

function emptyTallies(partnerIds: Iterable<string>, revenue: () => PartnerRevenue): Map<string, Tally> {
  return new Map(
    [...partnerIds].map((id) => [
      id,
      {
        revenue: revenue(),
        deals: [],
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
  windows: ProgramWindows,
  now: Instant,
): void {
  const { id: opportunityId, closeDate } = opportunity;
  const isOfAWindow = isWithin(windows.trailing, closeDate) || isWithin(windows.annual, closeDate);
  for (const { attribution, verdict } of attributions) {
    const tally = tallies.get(attribution.partnerId);
    if (!tally) continue;
    tally.revenue.add(verdict, closeDate);
    if (isOfAWindow && verdict.status === "Counted") tally.deals.push(countedDeal(opportunityId, closeDate, verdict));
    // A row that this run adds is created now; the next run must find the same activity.
    if (isMomentIn(quarter, attribution.createdAt ?? now)) tally.wasAttributionCreated = true;
  }
}

function countedDeal(opportunityId: string, closeDate: Day, { creditUsd, resoldUsd, rule }: Verdict): CountedDeal {
  return { opportunityId, closeDate, creditUsd, resoldUsd, rule };
}
