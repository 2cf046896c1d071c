/** What a run would change, and the hash a person approves. No figures, no dates: live data must not void an approval that still means the same. */
import type { KeptDecision } from "./decision.ts";
import { canonicalJson, sha256 } from "./evidence.ts";
import type { TierName } from "./facts.ts";
import type { ReviewType } from "./programRecords.ts";

export interface PlanLine {
  readonly partnerId: string;
  readonly tierBefore: TierName | null;
  readonly tierAfter: TierName | null;
  /** In the order in which they happen. */
  readonly reviewTypes: readonly ReviewType[];
  /** Keys, ascending. */
  readonly benefitsLost: readonly string[];
  readonly policyName: string;
}

export interface Plan {
  /** Ascending by their canonical text. */
  readonly lines: readonly PlanLine[];
  /** Ascending, each once. */
  readonly guardCodes: readonly string[];
  /** SHA-256, lower-case hexadecimal. */
  readonly hash: string;
}

/** The plan of a run; neither the order of decisions nor that of codes matters. */
export function planOf(decisions: Iterable<KeptDecision>, guardCodes: readonly string[]): Plan {
  const entries = [...decisions]
    .filter(isInPlan)
    .map(lineOf)
    .map((line) => ({ line, text: lineText(line) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
  const codes = [...new Set(guardCodes)].sort();
  const texts = [...entries.map(({ text }) => text), `guards:${codes.join(",")}`];
  return {
    lines: entries.map(({ line }) => line),
    guardCodes: codes,
    hash: sha256(texts.join("\n")),
  };
}

/** A partner has a line where its tier moves, a review is published, or a benefit is lost. */
function isInPlan(decision: KeptDecision): boolean {
  return (
    decision.tierBefore !== decision.tierAfter ||
    decision.moves.length > 0 ||
    decision.benefits.some((benefit) => benefit.isLost)
  );
}

function lineOf(decision: KeptDecision): PlanLine {
  const lost = decision.benefits.filter((benefit) => benefit.isLost);
  return {
    partnerId: decision.partnerId,
    tierBefore: decision.tierBefore,
    tierAfter: decision.tierAfter,
    reviewTypes: decision.moves.map((move) => move.type),
    benefitsLost: [...new Set(lost.map((b) => b.benefitKey))].sort(),
    policyName: decision.policyName,
  };
}

function lineText(line: PlanLine): string {
  return canonicalJson([
    line.partnerId,
    line.tierBefore,
    line.tierAfter,
    line.reviewTypes,
    line.benefitsLost,
    line.policyName,
  ]);
}
