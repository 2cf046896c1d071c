/** Replays a published review from today's data: is its evidence still what the org gives? */
import type { DecisionInput } from "./decision.ts";
import { evaluatePartner } from "./evaluatePartner.ts";
import { sha256 } from "./evidence.ts";
import type { Day, TierName } from "./facts.ts";
import { evidenceDifferences, type EvidenceDifference } from "./receiptDifferences.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { ReviewType } from "./programRecords.ts";
import { reviewEvidence } from "./reviewEvidence.ts";
import { type Basis, basisOf } from "./reviewTexts.ts";
import { midYearTarget } from "./tier.ts";
import { windowsAsOf } from "./windows.ts";

/** A published review as the history holds it. */
export interface StoredReceipt {
  readonly key: string | null;
  readonly type: ReviewType;
  readonly asOfDate: Day;
  readonly previousTier: TierName | null;
  readonly tier: TierName | null;
  readonly evidence: string | null;
  readonly evidenceHash: string | null;
}

export type ReceiptOutcome =
  /** Computed again, the evidence is the same to the letter. */
  | "Same"
  /** What the org holds now gives other evidence. */
  | "Different"
  /** The stored evidence is not what its hash was made of: somebody changed one of them. */
  | "Damaged"
  /** An imported review, or one made before reviews kept evidence. */
  | "No Evidence";

export interface ReceiptCheck {
  readonly key: string | null;
  readonly type: ReviewType;
  readonly asOfDate: Day;
  readonly tier: TierName | null;
  readonly outcome: ReceiptOutcome;
  readonly storedHash: string | null;
  /** null where there is no evidence to compare with. */
  readonly recomputedHash: string | null;
  /** Field by field; empty unless the outcome is Different. */
  readonly differences: readonly EvidenceDifference[];
}

type ReplayInput = Omit<DecisionInput, "publishAnnual">;

/** `input` holds the revenue and deals of the windows of the review's own as-of date. */
export function replayReceipt(stored: StoredReceipt, input: ReplayInput, policy: ProgramPolicy): ReceiptCheck {
  const { key, type, asOfDate, tier, evidence, evidenceHash } = stored;
  const told = { key, type, asOfDate, tier, storedHash: evidenceHash };
  if (evidence === null || evidenceHash === null)
    return { ...told, outcome: "No Evidence", recomputedHash: null, differences: [] };
  const recomputed = recompute(stored, input, policy);
  const recomputedHash = sha256(recomputed);
  const outcome = outcomeOf(evidence, evidenceHash, recomputedHash);
  const differences = outcome === "Different" ? evidenceDifferences(evidence, recomputed) : [];
  return { ...told, outcome, recomputedHash, differences };
}

function outcomeOf(evidence: string, evidenceHash: string, recomputedHash: string): ReceiptOutcome {
  if (sha256(evidence) !== evidenceHash) return "Damaged";
  return evidenceHash === recomputedHash ? "Same" : "Different";
}

function recompute(stored: StoredReceipt, input: ReplayInput, policy: ProgramPolicy): string {
  const { partner, deals } = input;
  const publishing = { ...input, publishAnnual: true };
  const windows = windowsAsOf(stored.asOfDate, policy.trailingWindowDays);
  const evaluation = evaluatePartner(publishing, policy, stored.asOfDate);
  const basis = basisOf(stored.type, evaluation, windows);
  // The tier before is history: nothing in the org says it but the review itself.
  const move = { from: stored.previousTier, to: resultOf(stored, basis, partner.isGlobalStrategic, policy) };
  return reviewEvidence(move, basis, { partner, deals, evaluation, policy, windows });
}

/** Where a move of this type leads by what is known now (R-4, R-13..R-15). */
function resultOf(
  { type, previousTier }: StoredReceipt,
  { qualification }: Basis,
  isGlobalStrategic: boolean,
  policy: ProgramPolicy,
): TierName {
  if (type === "Enrollment") return "Registered";
  if (type === "Mid-Year") return midYearTarget(previousTier ?? "Registered", qualification.tier, policy);
  return isGlobalStrategic ? "Global Strategic" : qualification.tier;
}
