/** The whole programme under two policies: who would stand elsewhere, and what that opens or closes. */
import type { PartnerDecision } from "./decision.ts";
import type { TierName } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { isAbove } from "./tier.ts";

/** One value under the policy in force, and under the rehearsed one. */
export interface Shift {
  readonly from: TierName | null;
  readonly to: TierName | null;
}

export interface RehearsedPartner {
  readonly partnerId: string;
  readonly partnerName: string;
  /** After a run. Mid-year never lowers a tier: stricter rules show in the three below. */
  readonly tier: Shift;
  /** Over the trailing window. */
  readonly qualifiedTier: Shift;
  /** What the due annual review gives; null, null where none is due. */
  readonly annualTier: Shift;
  /** What this year so far would give at the next annual review. */
  readonly projectedAnnualTier: Shift;
  /** Labels under the rehearsed policy, and under the one in force. */
  readonly benefitsGained: readonly string[];
  readonly benefitsLost: readonly string[];
}

export interface RehearsalTotals {
  readonly partners: number;
  readonly movingUp: number;
  readonly movingDown: number;
  readonly qualifyingHigher: number;
  readonly qualifyingLower: number;
  readonly benefitsGained: number;
  readonly benefitsLost: number;
}

export interface Rehearsal {
  /** Those for whom anything differs, by name. */
  readonly partners: readonly RehearsedPartner[];
  readonly totals: RehearsalTotals;
}

/** Decisions of one run under one policy. */
export interface PolicyOutcome {
  readonly policy: Pick<ProgramPolicy, "benefitRules">;
  readonly decisions: readonly PartnerDecision[];
}

/** Both outcomes are of the same partners on the same day. */
export function rehearsalOf(now: PolicyOutcome, rehearsed: PolicyOutcome): Rehearsal {
  const before = new Map(now.decisions.map((decision) => [decision.partnerId, decision]));
  const all = rehearsed.decisions.flatMap((then) => {
    const decision = before.get(then.partnerId);
    return decision ? [compared(decision, then, now.policy, rehearsed.policy)] : [];
  });
  return { partners: all.filter(isAffected).sort(byName), totals: totalsOf(all) };
}

type Rules = PolicyOutcome["policy"];

function compared(now: PartnerDecision, then: PartnerDecision, rulesNow: Rules, rulesThen: Rules): RehearsedPartner {
  const [had, has] = [available(now), available(then)];
  return {
    partnerId: now.partnerId,
    partnerName: now.partnerName,
    tier: { from: now.tierAfter, to: then.tierAfter },
    qualifiedTier: { from: now.stored.qualifiedTier, to: then.stored.qualifiedTier },
    annualTier: { from: now.stored.annualTier, to: then.stored.annualTier },
    projectedAnnualTier: { from: now.stored.projectedAnnualTier, to: then.stored.projectedAnnualTier },
    benefitsGained: labels(
      [...has].filter((key) => !had.has(key)),
      rulesThen,
    ),
    benefitsLost: labels(
      [...had].filter((key) => !has.has(key)),
      rulesNow,
    ),
  };
}

function available({ benefits }: PartnerDecision): ReadonlySet<string> {
  return new Set(benefits.filter(({ isAvailable }) => isAvailable).map(({ benefitKey }) => benefitKey));
}

/** In the order of the matrix. */
function labels(keys: readonly string[], { benefitRules }: Rules): string[] {
  return [...benefitRules]
    .sort((a, b) => a.order - b.order)
    .filter(({ key }) => keys.includes(key))
    .map(({ label }) => label);
}

function isAffected(partner: RehearsedPartner): boolean {
  const { tier, qualifiedTier, annualTier, projectedAnnualTier, benefitsGained, benefitsLost } = partner;
  const shifts = [tier, qualifiedTier, annualTier, projectedAnnualTier];
  return shifts.some(isShift) || benefitsGained.length > 0 || benefitsLost.length > 0;
}

export function isShift({ from, to }: Shift): boolean {
  return from !== to;
}

function isUp({ from, to }: Shift): boolean {
  return to !== null && isAbove(to, from);
}

function isDown({ from, to }: Shift): boolean {
  return from !== null && isAbove(from, to);
}

function byName(a: RehearsedPartner, b: RehearsedPartner): number {
  return `${a.partnerName} ${a.partnerId}` < `${b.partnerName} ${b.partnerId}` ? -1 : 1;
}

function totalsOf(all: readonly RehearsedPartner[]): RehearsalTotals {
  const count = (is: (partner: RehearsedPartner) => boolean) => all.filter(is).length;
  const sum = (of: (partner: RehearsedPartner) => readonly string[]) => all.reduce((n, each) => n + of(each).length, 0);
  return {
    partners: all.length,
    movingUp: count(({ tier }) => isUp(tier)),
    movingDown: count(({ tier }) => isDown(tier)),
    qualifyingHigher: count(({ qualifiedTier }) => isUp(qualifiedTier)),
    qualifyingLower: count(({ qualifiedTier }) => isDown(qualifiedTier)),
    benefitsGained: sum(({ benefitsGained }) => benefitsGained),
    benefitsLost: sum(({ benefitsLost }) => benefitsLost),
  };
}
