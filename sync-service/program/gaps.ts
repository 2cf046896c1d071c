/** What is missing to the next tier. */
import type Big from "big.js";
import type { Performance } from "./evaluation.ts";
import type { TierName } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { requirementAbove, rungResult } from "./tier.ts";

/** All null at Gold and above. `earr` in US dollars. */
export interface Gaps {
  readonly nextTier: TierName | null;
  readonly earr: Big | null;
  readonly technical: number | null;
  readonly sales: number | null;
}

const none: Gaps = { nextTier: null, earr: null, technical: null, sales: null };

/** Trailing figures and today's resources against the tier above the tier after this run. */
export function gapsTo(tierAfter: TierName, trailing: Performance, policy: ProgramPolicy): Gaps {
  const requirement = requirementAbove(tierAfter, policy);
  if (!requirement) return none;
  const rung = rungResult(requirement, trailing, policy);
  return {
    nextTier: requirement.tier,
    earr: rung.earrShort,
    technical: rung.technicalShort,
    sales: rung.salesShort,
  };
}
