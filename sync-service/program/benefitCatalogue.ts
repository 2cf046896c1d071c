/** The benefits of one partner as people read them: with the catalogue's name and note. */
import type { BenefitDecision } from "./decision.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { BenefitStatus } from "./programRecords.ts";

export interface BenefitEntry {
  readonly key: string;
  readonly label: string;
  readonly status: BenefitStatus;
  /** What stands in the way; null when available. */
  readonly reason: string | null;
  /** How the benefit is asked for and used; null = nothing to add. */
  readonly note: string | null;
}

/** In the catalogue's order; duplicate rows of a benefit say the same and are shown once. */
export function benefitCatalogue(decisions: readonly BenefitDecision[], policy: ProgramPolicy): BenefitEntry[] {
  const byKey = new Map(decisions.map((decision) => [decision.benefitKey, decision]));
  return [...policy.benefitRules]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ key, label, note }) => {
      const decision = byKey.get(key);
      return decision ? [{ key, label, status: decision.status, reason: decision.reason, note }] : [];
    });
}
