/** Judges every opportunity, and adds up what it means for each partner. */
import { isMomentIn, lastQuarter, type Quarter } from "../program/activity.ts";
import { CentSum } from "../program/centSum.ts";
import { judgeOpportunity } from "../program/credit.ts";
import type { CreditContext, JudgedAttribution, JudgedOpportunity, OpportunityCase } from "../program/creditCase.ts";
import { conversionOf } from "../program/money.ts";
import { PartnerRevenue } from "../program/partnerRevenue.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import { BoundaryList } from "../program/boundaryList.ts";
import { boundaryCases } from "../program/sentinel.ts";
import type { QuarterActivity, RevenueFigures } from "../program/verdict.ts";
import { isWithin, type ProgramWindows, windowsAsOf } from "../program/windows.ts";
import type { Instant } from "../program/facts.ts";
import { ChangedVerdicts } from "./changedVerdicts.ts";
import type { CaseStore } from "./caseStore.ts";
import { DealBook } from "./dealBook.ts";
import type { Standings } from "./groupByPartner.ts";
import type { DealPart } from "./dealPart.ts";
import { judgeParts } from "./judgeParts.ts";
import { partnersOf } from "./knownPartners.ts";
import { PlainDeals } from "./plainDeals.ts";
import { PlainPartners } from "./plainPartners.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";
import { Turns } from "../crm/turns.ts";

/** What one partner's deals come to, as far as they are not plain. */
export interface Tally {
  readonly revenue: PartnerRevenue;
  wasRegistrationSubmitted: boolean;
  wasAttributionCreated: boolean;
}

/** What all of them come to. */
export interface PartnerFigures {
  readonly revenue: RevenueFigures;
  readonly activity: QuarterActivity;
}

export interface Judgement {
  /** How many opportunities there were; they are told apart only now. */
  readonly opportunities: number;
  /** Added up when it is asked for: the sums of all partners as decimals take more memory than anything else of them. */
  readonly figuresOf: (partnerId: string) => PartnerFigures;
  /** Counted ones of the windows, for evidence. */
  readonly deals: DealBook;
  /** New or differing verdicts of attributions that exist. */
  readonly changed: ChangedVerdicts;
  /** Attributions that registrations add. */
  readonly additions: readonly JudgedAttribution[];
  readonly boundaries: BoundaryList;
  /** Of the trailing window, each opportunity once however many partners share it; US dollars. */
  readonly programTrailing: CentSum;
  /** The number by which the deals know a partner. */
  readonly numberOf: (partnerId: string) => number;
}

/** Told about every judged opportunity; for explanations. */
export type Witness = (judged: JudgedOpportunity) => void;

/** What is gathered while deals are judged. */
export interface Ledger extends Omit<Judgement, "opportunities" | "figuresOf"> {
  readonly additions: JudgedAttribution[];
  readonly quarter: Quarter;
  readonly windows: ProgramWindows;
  readonly day: ProgramDay;
  /** Of the partners that need one. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** null: the account is no partner. */
  readonly tallyOf: (partnerId: string) => Tally | null;
}

/** Less than a millisecond's work once all partners were met. */
const dealsAtOnce = 256;

export async function judge(
  facts: OrgFacts,
  standing: Standings,
  day: ProgramDay,
  witness?: Witness,
): Promise<Judgement> {
  const context = creditContext(facts, standing, day.policy);
  const ledger = emptyLedger(facts, standing, day);
  noteRegistrations(facts, ledger);
  const { cases } = facts;
  const judgeCase = (given: OpportunityCase) => {
    const judged = judgeOpportunity(given, context);
    addUp(judged, ledger);
    witness?.(judged);
  };
  const partners = new PlainPartners(partnersOf((number) => cases.packed.partners.idOf(number), context.standingOf));
  const plain = witness ? null : new PlainDeals(cases, ledger, context.conversion, partners);
  const turns = new Turns();
  const judgePart = async (part: DealPart): Promise<void> => {
    plain?.enter(part);
    for (let deal = 0; deal < part.dealCount; deal += 1) {
      const first = part.deals[deal]!;
      if (!plain?.judge(first)) judgeCase(cases.caseAt(part, first));
      if (deal % dealsAtOnce === 0 && turns.areDue) await turns.give();
    }
  };
  const opportunities = await judgeParts({ facts, ledger, partners, context, isShared: plain !== null }, judgePart);
  for (const given of cases.unattributed) judgeCase(given);
  ledger.changed.finish();
  ledger.deals.finish();
  const figuresOf = (partnerId: string) => figuresIn(ledger, partners, partnerId);
  return { ...ledger, figuresOf, opportunities: opportunities + cases.unattributed.length };
}

function figuresIn(ledger: Ledger, partners: PlainPartners, partnerId: string): PartnerFigures {
  const { tallies, windows, numberOf } = ledger;
  const own = tallies.get(partnerId);
  const revenue = new PartnerRevenue(windows);
  if (own) revenue.addSums(own.revenue.sums());
  const wasCreationNoted = partners.addTo(revenue, numberOf(partnerId));
  const activity = {
    wasRegistrationSubmitted: own?.wasRegistrationSubmitted ?? false,
    wasAttributionCreated: wasCreationNoted || (own?.wasAttributionCreated ?? false),
  };
  return { revenue: revenue.figures(), activity };
}

/** What every opportunity is judged by. */
export function creditContext(
  { currencies }: Pick<OrgFacts, "currencies">,
  standing: Standings,
  policy: ProgramPolicy,
): CreditContext {
  return {
    policy,
    conversion: conversionOf(currencies),
    standingOf: (partnerId) => standing.of(partnerId),
  };
}

function emptyLedger({ cases }: OrgFacts, standing: Standings, day: ProgramDay): Ledger {
  const { asOf, policy } = day;
  const windows = windowsAsOf(asOf, policy.trailingWindowDays);
  const tallies = new Map<string, Tally>();
  const begun = (partnerId: string): Tally => {
    const tally = {
      revenue: new PartnerRevenue(windows),
      wasRegistrationSubmitted: false,
      wasAttributionCreated: false,
    };
    tallies.set(partnerId, tally);
    return tally;
  };
  return {
    tallies,
    deals: new DealBook(cases.partCount > 1),
    changed: new ChangedVerdicts(cases.partCount),
    additions: [],
    boundaries: new BoundaryList(),
    programTrailing: new CentSum(),
    quarter: lastQuarter(asOf, policy.timeZone),
    windows,
    day,
    tallyOf: (partnerId) => tallies.get(partnerId) ?? (standing.of(partnerId) && begun(partnerId)),
    numberOf: (partnerId) => cases.partnerNumber(partnerId),
  };
}

function noteRegistrations({ registrations }: OrgFacts, { tallyOf, quarter }: Ledger): void {
  for (const { partnerId, submittedAt } of registrations) {
    const tally = isMomentIn(quarter, submittedAt) ? tallyOf(partnerId) : null;
    if (tally) tally.wasRegistrationSubmitted = true;
  }
}

function addUp(judged: JudgedOpportunity, ledger: Ledger): void {
  const { day, windows, boundaries, programTrailing } = ledger;
  const { opportunity, attributions, creditOnceUsd } = judged;
  for (const row of attributions) addUpRow(row, opportunity.closeDate, ledger, day.now);
  boundaries.add(boundaryCases(judged, day.policy, day.asOf));
  if (isWithin(windows.trailing, opportunity.closeDate)) programTrailing.add(creditOnceUsd);
}

function addUpRow(row: JudgedAttribution, closeDate: string, ledger: Ledger, now: Instant): void {
  const { attribution, verdict } = row;
  const { windows, quarter, additions, changed, deals, numberOf } = ledger;
  if (attribution.id === null) additions.push(row);
  else if (row.isChanged) changed.add(attribution.id, attribution.opportunityId, verdict);
  const tally = ledger.tallyOf(attribution.partnerId);
  if (!tally) return;
  tally.revenue.add(verdict, closeDate);
  const isOfAWindow = isWithin(windows.trailing, closeDate) || isWithin(windows.annual, closeDate);
  const { creditUsd, resoldUsd, rule } = verdict;
  if (isOfAWindow && verdict.status === "Counted")
    deals.add(numberOf(attribution.partnerId), {
      opportunityId: attribution.opportunityId,
      closeDate,
      creditUsd,
      resoldUsd,
      rule,
    });
  // A row that this run adds is created now; the next run must find the same activity.
  if (isMomentIn(quarter, attribution.createdAt ?? now)) tally.wasAttributionCreated = true;
}

/** Lets go of everything that a judgement keeps on disk. */
export function forget({ deals, changed }: Judgement, cases?: CaseStore): void {
  deals.close();
  changed.close();
  cases?.close();
}
