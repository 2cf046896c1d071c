/** The findings about an Enrolled partner over every window. */
import type Big from "big.js";
import { isBaselineInForce } from "./agreements.ts";
import type { DecisionInput } from "./decision.ts";
import type { PartnerEvaluation, Performance, Resources } from "./evaluation.ts";
import type { Day } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { resourcesOn } from "./resources.ts";
import { qualify } from "./tier.ts";

/** What a partner had to show on a day, revenue apart. */
interface Standing {
  readonly resources: Resources;
  readonly isBaselineInForce: boolean;
  /** The same standing with the revenue of one window. */
  readonly with: (earr: Big) => Performance;
}

/** Agreements and training as of the evaluation, whatever the window. */
export function evaluatePartner(input: DecisionInput, policy: ProgramPolicy, asOf: Day): PartnerEvaluation {
  const { revenue } = input;
  const standing = standingOn(input, policy, asOf);
  const trailingPerformance = standing.with(revenue.trailing);
  return {
    revenue,
    resources: standing.resources,
    isBaselineInForce: standing.isBaselineInForce,
    trailingPerformance,
    trailing: qualify(trailingPerformance, policy),
    annual: qualify(standing.with(revenue.annualWindow), policy),
    yearToDate: qualify(standing.with(revenue.yearToDate), policy),
  };
}

/** Resources and baseline of a partner as of any day. */
export function standingOn({ partner, training, agreements }: DecisionInput, policy: ProgramPolicy, on: Day): Standing {
  const resources = resourcesOn(partner, training, policy, on);
  const isBaseline = isBaselineInForce(agreements, partner.id, on);
  return {
    resources,
    isBaselineInForce: isBaseline,
    with: (earr) => ({
      earr,
      technicalResources: resources.technical.length,
      salesTrainedResources: resources.salesTrained.length,
      isBaselineInForce: isBaseline,
      focus: partner.focus,
    }),
  };
}
