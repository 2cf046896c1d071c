/** Which partners have another tier after a run, and which were reviewed and kept theirs. */
import type { PartnerChange } from "./runTypes.ts";

export interface MovedPartners {
  readonly moved: readonly PartnerChange[];
  readonly kept: readonly PartnerChange[];
}

export function movedPartners(changes: readonly PartnerChange[]): MovedPartners {
  const decided = changes.filter(({ moves }) => moves.length > 0);
  return {
    moved: decided.filter(({ tierBefore, tierAfter }) => tierBefore !== tierAfter),
    kept: decided.filter(({ tierBefore, tierAfter }) => tierBefore === tierAfter),
  };
}
