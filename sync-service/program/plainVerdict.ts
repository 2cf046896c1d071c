/**
 * Verdicts of plain attributions: the only row of their partner on an opportunity that
 * no approved registration names. Apart from the amount such a verdict depends on a
 * handful of yes and no; each combination is put to the rules themselves once
 * (`judgeOpportunity`) and remembered. So ten million rows are judged by the same rules
 * as one, without an object for each.
 */
import Big from "big.js";
import { judgeOpportunity } from "./credit.ts";
import type { AttributionFacts, CreditReason, CreditStatus, Instant, OpportunityFacts } from "./facts.ts";
import type { CreditContext } from "./creditCase.ts";
import type { Conversion } from "./money.ts";
import type { ProgramPolicy } from "./policy.ts";
import { type PartnerStanding, resellerProgramKey } from "./resale.ts";

/** What the opportunity's eARR comes to. */
export const revenueKind = { figure: 0, noEarr: 1, servicesOnly: 2, rateMissing: 3 } as const;

export interface PlainCase {
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly isRegistration: boolean;
  readonly isResold: boolean;
  /** Negative: the row was created before the close moment; 0: at it. */
  readonly afterClose: number;
  readonly revenue: number;
  /** Invitation and addendum were in force at the close. */
  readonly isResaleAuthorized: boolean;
}

/** A verdict whose amount is all of the opportunity's or nothing. */
export interface PlainVerdict {
  /** Small, and another one for every combination asked for. */
  readonly number: number;
  readonly status: CreditStatus;
  readonly reason: CreditReason | null;
  readonly rule: string;
  readonly isResaleUnauthorized: boolean;
  /** The whole eARR is credited. */
  readonly isCredited: boolean;
  /** … as resold. */
  readonly isResold: boolean;
}

const one = new Big(1);
const partnerId = "partner";
const closeDate = "2020-06-01";
const closedAt: Instant = 1000;

export class PlainVerdicts {
  readonly #policy: ProgramPolicy;
  readonly #known: (PlainVerdict | undefined)[] = [];

  constructor(policy: ProgramPolicy) {
    this.#policy = policy;
  }

  /** Lines of families that resale leaves out are not plain: their amounts are split. */
  verdictOf(isOf: PlainCase): PlainVerdict {
    const key = keyOf(isOf);
    return (this.#known[key] ??= this.#ask(isOf, key));
  }

  #ask(isOf: PlainCase, number: number): PlainVerdict {
    const { attributions } = judgeOpportunity(
      { opportunity: opportunityFor(isOf, this.#policy), attributions: [rowFor(isOf)], registrations: [] },
      contextFor(isOf, this.#policy),
    );
    const verdict = attributions[0]!.verdict;
    const { status, reason, rule, isResaleUnauthorized, creditUsd, resoldUsd } = verdict;
    const amounts = { isCredited: creditUsd.eq(one), isResold: resoldUsd.eq(one) };
    return { number, status, reason, rule, isResaleUnauthorized, ...amounts };
  }
}

function keyOf(isOf: PlainCase): number {
  const timing = isOf.afterClose < 0 ? 0 : isOf.afterClose === 0 ? 1 : 2;
  return (
    (isOf.isClosed ? 1 : 0) |
    (isOf.isWon ? 2 : 0) |
    (isOf.isRegistration ? 4 : 0) |
    (isOf.isResold ? 8 : 0) |
    (isOf.isResaleAuthorized ? 16 : 0) |
    (timing << 5) |
    (isOf.revenue << 7)
  );
}

function opportunityFor({ isClosed, isWon, revenue }: PlainCase, policy: ProgramPolicy): OpportunityFacts {
  const family = policy.professionalServicesFamilies[0] ?? null;
  return {
    id: "opportunity",
    isWon,
    isClosed,
    closeDate,
    closedAt,
    currencyCode: null,
    earr: revenue === revenueKind.noEarr ? null : one,
    lines: revenue === revenueKind.servicesOnly ? [{ family, earr: one }] : [],
  };
}

function rowFor({ isRegistration, isResold, afterClose }: PlainCase): AttributionFacts {
  return {
    id: "attribution",
    opportunityId: "opportunity",
    partnerId,
    source: isRegistration ? "Deal Registration" : "Twilio Sales",
    role: isResold ? "Resold" : "Influenced",
    registrationId: null,
    createdAt: closedAt + Math.sign(afterClose),
    stored: { status: null, reason: null, creditUsd: null, isResaleUnauthorized: false },
  };
}

function contextFor({ revenue, isResaleAuthorized }: PlainCase, policy: ProgramPolicy): CreditContext {
  const conversion: Conversion = {
    rateOn: () => null,
    toUsd: (amount) => (revenue === revenueKind.rateMissing ? null : amount),
  };
  return { policy, conversion, standingOf: () => (isResaleAuthorized ? authorized : { agreements: [], benefits: [] }) };
}

const authorized: PartnerStanding = {
  agreements: [{ id: "addendum", partnerId, type: "Resale Partner Addendum", effectiveDate: closeDate, endDate: null }],
  benefits: [
    {
      id: null,
      partnerId,
      benefitKey: resellerProgramKey,
      invitedDate: closeDate,
      invitationEndsDate: null,
      storedStatus: null,
      storedIsAvailable: false,
      storedReason: null,
    },
  ],
};
