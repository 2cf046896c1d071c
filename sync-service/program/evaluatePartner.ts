/** The findings about an Enrolled partner over every window. */
import type Big from "big.js";
import { isBaselineInForce } from "./agreements.ts";
import type { DecisionInput } from "./decision.ts";
import type { PartnerEvaluation, Performance } from "./evaluation.ts";
import type { Day } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { resourcesOn } from "./resources.ts";
import { qualify } from "./tier.ts";

/** Agreements and training as of the evaluation, whatever the window. */
export function evaluatePartner(
  input: DecisionInput,
  policy: ProgramPolicy,
  asOf: Day,
): PartnerEvaluation {
  const { partner, revenue } = input;
  const resources = resourcesOn(partner, input.training, policy, asOf);
  const isBaseline = isBaselineInForce(input.agreements, partner.id, asOf);
  const over = (earr: Big): Performance => ({
    earr,
    technicalResources: resources.technical.length,
    salesTrainedResources: resources.salesTrained.length,
    isBaselineInForce: isBaseline,
    focus: partner.focus,
  });
  return {
    revenue,
    resources,
    isBaselineInForce: isBaseline,
    trailingPerformance: over(revenue.trailing),
    trailing: qualify(over(revenue.trailing), policy),
    annual: qualify(over(revenue.annualWindow), policy),
    yearToDate: qualify(over(revenue.yearToDate), policy),
  };
}
