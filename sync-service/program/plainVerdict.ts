/**
 * Verdicts of attributions as if each were the only row of its partner on the
 * opportunity. Apart from the amount such a verdict depends on a handful of yes and no;
 * each combination is put to the rules themselves once (`judgeOpportunity`) and
 * remembered. So ten million rows are judged by the same rules as one, without an object
 * for each. Which of a partner's rows on one opportunity counts follows from
 * whether they are valid and when they were created.
 */
import Big from "big.js";
import { judgeOpportunity } from "./credit.ts";
import type {
  AttributionFacts,
  CreditReason,
  CreditStatus,
  Instant,
  OpportunityFacts,
  OpportunityLine,
  RegistrationFacts,
} from "./facts.ts";
import type { CreditContext } from "./creditCase.ts";
import type { Conversion } from "./money.ts";
import type { ProgramPolicy } from "./policy.ts";
import { type PartnerStanding, resellerProgramKey } from "./resale.ts";
import { duplicate } from "./verdictOf.ts";

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
  /** What the partner's approved registrations of the opportunity give. */
  readonly approval: number;
  /** Lines of families that resale leaves out have an eARR. */
  readonly hasLeftOut: boolean;
}

/** A verdict without its amounts. */
export interface PlainVerdict {
  /** Small, and another one for every combination asked for. */
  readonly number: number;
  readonly status: CreditStatus;
  readonly reason: CreditReason | null;
  readonly rule: string;
  readonly isResaleUnauthorized: boolean;
  /** The partner took part in a won opportunity, whatever the row is worth. */
  readonly isValid: boolean;
  /** The whole eARR is credited. */
  readonly isCredited: boolean;
  /** Which part of it as resold. */
  readonly resold: ResoldShare;
}

export type ResoldShare = "none" | "without the lines left out" | "all";

/** As `Approval` has it. */
export const approvalKind = { none: 0, inTime: 1, late: 2 } as const;

const one = new Big(1);
/** Of the lines left out; the two together are neither. */
const two = new Big(2);
const partnerId = "partner";
const opportunityId = "opportunity";
const closeDate = "2020-06-01";
const closedAt: Instant = 1000;
const invalid: ReadonlySet<CreditReason> = new Set([
  "Added After Close",
  "Registration Not Approved",
  "Registration Submitted After Close",
]);

export class PlainVerdicts {
  readonly #policy: ProgramPolicy;
  readonly #known: (PlainVerdict | undefined)[] = [];

  constructor(policy: ProgramPolicy) {
    this.#policy = policy;
  }

  /** A row of a partner of whom an earlier one counts, or who has a valid one where this is not. */
  readonly duplicate: PlainVerdict = {
    ...duplicate,
    number: numbers,
    isValid: true,
    isCredited: false,
    resold: "none",
  };

  verdictOf(isOf: PlainCase): PlainVerdict {
    const key = keyOf(isOf);
    return (this.#known[key] ??= this.#ask(isOf, key));
  }

  #ask(isOf: PlainCase, number: number): PlainVerdict {
    const { attributions } = judgeOpportunity(
      {
        opportunity: opportunityFor(isOf, this.#policy),
        attributions: [rowFor(isOf)],
        registrations: registrationsFor(isOf),
      },
      contextFor(isOf, this.#policy),
    );
    const { status, reason, rule, isResaleUnauthorized, creditUsd, resoldUsd } = attributions[0]!.verdict;
    return {
      number,
      status,
      reason,
      rule,
      isResaleUnauthorized,
      isValid: status === "Counted" || (reason !== null && !invalid.has(reason)),
      isCredited: creditUsd.gt(0),
      resold: resoldUsd.eq(0) ? "none" : resoldUsd.eq(creditUsd) ? "all" : "without the lines left out",
    };
  }
}

/** More than there are combinations. */
const numbers = 1 << 12;

function keyOf(isOf: PlainCase): number {
  const timing = isOf.afterClose < 0 ? 0 : isOf.afterClose === 0 ? 1 : 2;
  return (
    (isOf.isClosed ? 1 : 0) |
    (isOf.isWon ? 2 : 0) |
    (isOf.isRegistration ? 4 : 0) |
    (isOf.isResold ? 8 : 0) |
    (isOf.isResaleAuthorized ? 16 : 0) |
    (timing << 5) |
    (isOf.revenue << 7) |
    (isOf.approval << 9) |
    (isOf.hasLeftOut ? 1 << 11 : 0)
  );
}

function opportunityFor(isOf: PlainCase, policy: ProgramPolicy): OpportunityFacts {
  const { isClosed, isWon, revenue } = isOf;
  return {
    id: opportunityId,
    isWon,
    isClosed,
    closeDate,
    closedAt,
    currencyCode: null,
    earr: revenue === revenueKind.noEarr ? null : one,
    lines: linesFor(isOf, policy),
  };
}

function linesFor({ revenue, hasLeftOut }: PlainCase, policy: ProgramPolicy): OpportunityLine[] {
  if (revenue === revenueKind.servicesOnly)
    return [{ family: policy.professionalServicesFamilies[0] ?? null, earr: one }];
  if (revenue !== revenueKind.figure || !hasLeftOut) return [];
  const kept = { family: null, earr: one };
  return [kept, { family: policy.resaleExcludedFamilies[0] ?? null, earr: two }];
}

/** Submitted at the close moment or just after it. */
function registrationsFor({ approval }: PlainCase): RegistrationFacts[] {
  if (approval === approvalKind.none) return [];
  const submittedAt = approval === approvalKind.inTime ? closedAt : closedAt + 1;
  const decided = { status: "Approved", expiresDate: null, isLateClaimApproved: false } as const;
  return [{ id: "registration", partnerId, opportunityId, submittedAt, ...decided }];
}

function rowFor({ isRegistration, isResold, afterClose }: PlainCase): AttributionFacts {
  return {
    id: "attribution",
    opportunityId,
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
