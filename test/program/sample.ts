/** Builders of plain facts for tests: every field has an ordinary value, tests name what matters. */
import Big from "big.js";
import { judgeOpportunity } from "../../sync-service/program/credit.ts";
import { decidePartner } from "../../sync-service/program/decidePartner.ts";
import type {
  DecisionInput,
  PartnerDecision,
} from "../../sync-service/program/decision.ts";
import type {
  AttributionFacts,
  OpportunityFacts,
  PartnerFacts,
  RegistrationFacts,
  StoredPartner,
} from "../../sync-service/program/facts.ts";
import { conversionOf } from "../../sync-service/program/money.ts";
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import type {
  BenefitFacts,
  ReviewFacts,
} from "../../sync-service/program/programRecords.ts";
import type { PartnerStanding } from "../../sync-service/program/resale.ts";
import type {
  AgreementFacts,
  AgreementType,
  TrainingFacts,
} from "../../sync-service/program/standingFacts.ts";
import { blankPartner } from "../../sync-service/program/storedPartner.ts";
import type {
  RevenueFigures,
  Verdict,
} from "../../sync-service/program/verdict.ts";
import { policy2023 } from "./samplePolicy.ts";

export const asOf = "2023-10-16";
/** Noon in Los Angeles on the opportunity's close date. */
export const closedAt = Date.parse("2023-05-01T19:00:00Z");

export function opportunity(
  given: Partial<OpportunityFacts> = {},
): OpportunityFacts {
  return {
    id: "opp1",
    name: "Deal",
    isWon: true,
    isClosed: true,
    closeDate: "2023-05-01",
    closedAt,
    currencyCode: null,
    earr: new Big(1000),
    lines: [],
    ...given,
  };
}

export function line(family: string | null, earr: number | string | null) {
  return { family, earr: earr === null ? null : new Big(earr) };
}

export function attribution(
  given: Partial<AttributionFacts> = {},
): AttributionFacts {
  return {
    id: "attr1",
    opportunityId: "opp1",
    partnerId: "p1",
    source: "Twilio Sales",
    role: "Influenced",
    registrationId: null,
    createdAt: closedAt - 1,
    stored: {
      status: null,
      reason: null,
      creditUsd: null,
      isResaleUnauthorized: false,
    },
    ...given,
  };
}

export function registration(
  given: Partial<RegistrationFacts> = {},
): RegistrationFacts {
  return {
    id: "reg1",
    partnerId: "p1",
    opportunityId: "opp1",
    status: "Approved",
    submittedAt: closedAt - 1,
    expiresDate: null,
    isLateClaimApproved: false,
    ...given,
  };
}

export function agreement(
  type: AgreementType = "Baseline Partner Agreement",
  given: Partial<AgreementFacts> = {},
): AgreementFacts {
  return {
    id: `agr ${type}`,
    partnerId: "p1",
    type,
    effectiveDate: "2020-01-01",
    endDate: null,
    ...given,
  };
}

export function benefit(
  benefitKey: string,
  given: Partial<BenefitFacts> = {},
): BenefitFacts {
  return {
    id: `ben ${benefitKey}`,
    partnerId: "p1",
    benefitKey,
    invitedDate: null,
    invitationEndsDate: null,
    storedStatus: null,
    storedIsAvailable: false,
    storedReason: null,
    ...given,
  };
}

/** So many people with the platform course, and so many others with Sellers Series 101. */
export function trained(technical: number, sales: number): TrainingFacts[] {
  const one = (course: string, index: number) => ({
    contactId: `${course}-${index}`,
    partnerId: "p1",
    course,
    completedDate: "2022-01-01",
    expiresDate: null,
  });
  return [
    ...Array.from({ length: technical }, (_, i) => one("Twilio_Platform", i)),
    ...Array.from({ length: sales }, (_, i) => one("Sellers_Series_101", i)),
  ];
}

export function stored(given: Partial<StoredPartner> = {}): StoredPartner {
  return {
    ...blankPartner,
    tier: "Registered",
    tierSinceDate: "2022-02-01",
    programYear: 2023,
    ...given,
  };
}

export function partner(given: Partial<PartnerFacts> = {}): PartnerFacts {
  return {
    id: "p1",
    name: "Acme",
    status: "Enrolled",
    focus: ["Flex"],
    enrolledDate: "2022-02-01",
    isGlobalStrategic: false,
    stored: stored(),
    ...given,
  };
}

/** The same revenue in every window unless told. */
export function revenue(
  trailing: number | string,
  given: Partial<RevenueFigures> = {},
): RevenueFigures {
  const amount = new Big(trailing);
  return {
    trailing: amount,
    trailingInfluenced: amount,
    trailingResold: new Big(0),
    annualWindow: amount,
    yearToDate: amount,
    future: new Big(0),
    futureDeals: 0,
    excludedInTrailing: {},
    ...given,
  };
}

export function input(given: Partial<DecisionInput> = {}): DecisionInput {
  return {
    partner: partner(),
    revenue: revenue(0),
    training: [],
    agreements: [agreement()],
    benefits: [],
    reviews: [],
    activity: { wasRegistrationSubmitted: true, wasAttributionCreated: false },
    publishAnnual: false,
    ...given,
  };
}

export function decide(
  given: Partial<DecisionInput> = {},
  policy: ProgramPolicy = policy2023,
  on = asOf,
): PartnerDecision {
  return decidePartner(input(given), policy, on);
}

/** The org after a run wrote its decision: what the next run will read. */
export function afterRun(
  before: DecisionInput,
  decision: PartnerDecision,
): DecisionInput {
  const written: ReviewFacts[] = decision.reviews.map((r) => ({
    ...r,
    id: r.key,
  }));
  const keys = new Set(written.map((r) => r.key));
  return {
    ...before,
    partner: { ...before.partner, stored: decision.stored },
    reviews: [
      ...before.reviews.filter((r) => r.key === null || !keys.has(r.key)),
      ...written,
    ],
    benefits: decision.benefits.map((b) => ({
      ...(before.benefits.find((old) => old.id === b.rowId) ??
        benefit(b.benefitKey)),
      storedStatus: b.status,
      storedIsAvailable: b.isAvailable,
      storedReason: b.reason,
    })),
  };
}

export const inUsd = conversionOf({
  isMultiCurrency: false,
  corporateCurrency: "USD",
  rates: [],
});

/** Judges one opportunity of an org in US dollars. */
export function judge(
  deal: OpportunityFacts,
  attributions: readonly AttributionFacts[],
  registrations: readonly RegistrationFacts[] = [],
  standing: PartnerStanding = { agreements: [], benefits: [] },
  policy: ProgramPolicy = policy2023,
) {
  return judgeOpportunity(
    { opportunity: deal, attributions, registrations },
    { policy, conversion: inUsd, standingOf: () => standing },
  );
}

/** The verdict on a single attribution. */
export function verdictOn(...facts: Parameters<typeof judge>): Verdict {
  const [first] = judge(...facts).attributions;
  if (!first) throw new Error("no verdict");
  return first.verdict;
}
