/** The findings that a tier rests on: shapes only. Amounts in US dollars. */
import type Big from "big.js";
import type { ComputedTier } from "./policy.ts";
import type { RevenueFigures } from "./verdict.ts";

/** What a partner brings to the requirements; `earr` in US dollars over the window. */
export interface Performance {
  readonly earr: Big;
  readonly technicalResources: number;
  readonly salesTrainedResources: number;
  readonly isBaselineInForce: boolean;
  readonly focus: readonly string[];
}

/** Whether one tier's requirements are met, and by how much they are not. */
export interface RungResult {
  readonly tier: ComputedTier;
  readonly isMet: boolean;
  readonly isBaselineMissing: boolean;
  readonly earrShort: Big;
  readonly technicalShort: number;
  readonly salesShort: number;
}

/** A tier computed over one window, with every rung that was tried. */
export interface Qualification {
  readonly tier: ComputedTier;
  readonly rungs: readonly RungResult[];
}

export interface Resources {
  /** Distinct contact ids, ascending. */
  readonly technical: readonly string[];
  readonly salesTrained: readonly string[];
  /** Courses required of the partner's focus that nobody holds: labels. */
  readonly missingFocusCourses: readonly string[];
}

/** The findings an Enrolled partner's decision rests on. */
export interface PartnerEvaluation {
  readonly revenue: RevenueFigures;
  readonly resources: Resources;
  readonly isBaselineInForce: boolean;
  readonly trailingPerformance: Performance;
  readonly trailing: Qualification;
  readonly annual: Qualification;
  readonly yearToDate: Qualification;
}
