import { rankOf } from "c/tierRank";

/** What one partner's part of a plan means. */
export interface PlanMove {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tierBefore: string | null;
  readonly tierAfter: string | null;
  readonly benefitsLost: readonly string[];
}

export interface PlanMoves {
  readonly up: readonly PlanMove[];
  readonly down: readonly PlanMove[];
  readonly same: readonly PlanMove[];
  /** Lines that the stored plan had no room for; its hash covers them all the same. */
  readonly omitted: number;
}

interface StoredPlan {
  readonly lines: readonly PlanMove[];
  readonly omittedLines: number;
}

const byName = (a: PlanMove, b: PlanMove): number => a.partnerName.localeCompare(b.partnerName);

/** The plan that a held run keeps as JSON; null where it keeps none that can be read. */
export function readPlan(text: string | null): PlanMoves | null {
  if (!text) return null;
  try {
    const { lines, omittedLines } = JSON.parse(text) as StoredPlan;
    const change = ({ tierBefore, tierAfter }: PlanMove): number => rankOf(tierAfter) - rankOf(tierBefore);
    const sorted = [...lines].sort(byName);
    return {
      up: sorted.filter((move) => change(move) > 0),
      down: sorted.filter((move) => change(move) < 0),
      same: sorted.filter((move) => change(move) === 0),
      omitted: omittedLines,
    };
  } catch {
    return null;
  }
}
