/** Builders of deals for tests, and their judgement. */
import Big from "big.js";
import { judgeOpportunity } from "../../sync-service/program/credit.ts";
import type { AttributionFacts, OpportunityFacts, RegistrationFacts } from "../../sync-service/program/facts.ts";
import { conversionOf } from "../../sync-service/program/money.ts";
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import type { PartnerStanding } from "../../sync-service/program/resale.ts";
import type { Verdict } from "../../sync-service/program/verdict.ts";
import { policy2023 } from "./samplePolicy.ts";

export const asOf = "2023-10-16";
/** Noon in Los Angeles on the opportunity's close date. */
export const closedAt = Date.parse("2023-05-01T19:00:00Z");

export function opportunity(given: Partial<OpportunityFacts> = {}): OpportunityFacts {
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

export function attribution(given: Partial<AttributionFacts> = {}): AttributionFacts {
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

export function registration(given: Partial<RegistrationFacts> = {}): RegistrationFacts {
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
