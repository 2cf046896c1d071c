/** The reasons of a decision as data, each citing its rule: shapes only. US dollars. */
import type Big from "big.js";
import type { RungResult } from "./evaluation.ts";
import type { CreditReason, Day, PartnerStatus, TierName } from "./facts.ts";

/** Published against recomputed: shown, changes nothing. */
export interface AnnualDifference {
  readonly programYear: number;
  /** As qualified, whatever a designation made of it. */
  readonly publishedTier: TierName;
  readonly recomputedTier: TierName;
  readonly publishedEarr: Big;
  readonly recomputedEarr: Big;
}

export type Finding =
  | {
      readonly kind: "not evaluated";
      readonly rule: "R-6";
      readonly status: PartnerStatus;
    }
  | {
      readonly kind: "tier held";
      readonly rule: "R-1";
      readonly tier: TierName;
      readonly since: Day | null;
      readonly programYear: number;
    }
  | { readonly kind: "designated"; readonly rule: "R-4" }
  | { readonly kind: "baseline missing"; readonly rule: "R-7" }
  | {
      readonly kind: "qualified";
      readonly rule: "R-3";
      readonly tier: TierName;
      readonly earr: Big;
      readonly technicalResources: number;
      readonly salesTrainedResources: number;
    }
  | {
      /** The lowest rung that is not met: what stands in the way. */
      readonly kind: "rung missed";
      readonly rule: "R-2";
      readonly rung: RungResult;
    }
  | {
      readonly kind: "tier kept";
      readonly rule: "R-14";
      readonly tier: TierName;
      readonly qualified: TierName;
    }
  | {
      /** Qualified for more, but the annual review comes first. */
      readonly kind: "move waits";
      readonly rule: "R-16";
      readonly qualified: TierName;
    }
  | {
      readonly kind: "annual provisional";
      readonly rule: "R-16";
      readonly tier: TierName;
      readonly programYear: number;
      readonly earr: Big;
    }
  | {
      readonly kind: "annual differs";
      readonly rule: "R-17";
      readonly difference: AnnualDifference;
    }
  | {
      readonly kind: "projected";
      readonly rule: "R-15";
      readonly tier: TierName;
      readonly earr: Big;
    }
  | {
      readonly kind: "closing in future";
      readonly rule: "R-12";
      readonly deals: number;
      readonly earr: Big;
    }
  | {
      readonly kind: "not counted";
      readonly rule: "R-27";
      readonly counts: Readonly<Partial<Record<CreditReason, number>>>;
    }
  | {
      readonly kind: "focus training missing";
      readonly rule: "R-29";
      readonly courses: readonly string[];
    }
  | {
      readonly kind: "inactive";
      readonly rule: "R-34";
      readonly quarter: string;
    };
