/** What stops a run before its first write, because it smells of missing data. */
import type { BenefitTotals, KeptDecision } from "./decision.ts";
import type { ProgramPolicy } from "./policy.ts";
import { exceeds, type GuardFinding } from "./guardFinding.ts";
import { readingGuards, type RowCount } from "./readingGuards.ts";
import { rankOf } from "./tier.ts";

const nobody: ReadonlySet<string> = new Set();

/**
 * The guards that a run trips, in the order of their codes' list; empty = none.
 * `newcomers` are partners that no run has evaluated yet: an import brings tiers
 * that nobody computed, and setting them right is no landslide.
 */
export function trippedGuards(
  decisions: readonly KeptDecision[],
  rowCounts: readonly RowCount[],
  policy: ProgramPolicy,
  newcomers = nobody,
): GuardFinding[] {
  const enrolled = decisions.filter((d) => d.status === "Enrolled");
  const known = enrolled.filter(({ partnerId }) => !newcomers.has(partnerId));
  return [
    ...demotions(enrolled, policy),
    ...tierChanges(known, policy),
    ...benefitChanges(known, policy),
    ...readingGuards(rowCounts, policy),
  ];
}

/**
 * A lower tier of an Enrolled partner without a decision by a person: removed
 * designations, deactivations and approved annual reviews are none.
 */
export function isDemotion(decision: KeptDecision): boolean {
  const { status, tierBefore, tierAfter, moves } = decision;
  if (status !== "Enrolled" || rankOf(tierAfter) >= rankOf(tierBefore)) return false;
  return moves.some((move) => !move.isByPerson && rankOf(move.to) < rankOf(move.from));
}

function demotions(enrolled: readonly KeptDecision[], policy: ProgramPolicy): GuardFinding[] {
  const count = enrolled.filter(isDemotion).length;
  // The larger of the two is the limit: a handful in a small programme, a share of a large one.
  const isWithinShare = count * 100 <= enrolled.length * policy.maxDemotionsPercent;
  if (count <= policy.maxDemotionsCount || isWithinShare) return [];
  const reason = `${count} of ${enrolled.length} partners would lose a tier without a person's decision (at most ${policy.maxDemotionsCount}, or ${policy.maxDemotionsPercent}% of them)`;
  return [{ code: "DEMOTIONS", subject: null, reason }];
}

/** Moves that no person decided; a first tier is none. */
function tierChanges(enrolled: readonly KeptDecision[], policy: ProgramPolicy): GuardFinding[] {
  const tiered = enrolled.filter((d) => d.tierBefore !== null);
  const changed = tiered.filter((d) => d.tierBefore !== d.tierAfter && d.moves.some((move) => !move.isByPerson));
  const limit = policy.maxTierChangesPercent;
  if (!exceeds(changed.length, tiered.length, limit)) return [];
  const reason = `${changed.length} of ${tiered.length} tiers would change (at most ${limit}%)`;
  return [{ code: "TIER_CHANGES", subject: null, reason }];
}

/**
 * Benefits that open or close on rows that exist, where no person moved the
 * partner's tier. Most rows are closed ones, so that closings are also held
 * against what was open: a whole programme can lose everything and be a few rows.
 */
function benefitChanges(enrolled: readonly KeptDecision[], policy: ProgramPolicy): GuardFinding[] {
  const totals = enrolled
    .filter((d) => d.tierBefore !== null)
    .filter((d) => !d.moves.some((move) => move.isByPerson))
    .map((d) => d.benefitTotals);
  const sumOf = (key: keyof BenefitTotals) => totals.reduce((sum, total) => sum + total[key], 0);
  const [rows, open, lost] = [sumOf("rows"), sumOf("open"), sumOf("lost")];
  const changed = sumOf("gained") + lost;
  const limit = policy.maxBenefitChangesPercent;
  if (exceeds(changed, rows, limit))
    return [benefitFinding(`${changed} of ${rows} benefits would open or close (at most ${limit}%)`)];
  if (exceeds(lost, open, limit))
    return [benefitFinding(`${lost} of ${open} open benefits would close (at most ${limit}%)`)];
  return [];
}

function benefitFinding(reason: string): GuardFinding {
  return { code: "BENEFIT_CHANGES", subject: null, reason };
}
