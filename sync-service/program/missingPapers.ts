/** Agreements that are not in force, and what each would open. */
import { isAgreementInForce } from "./agreements.ts";
import { isInScope } from "./benefitFinding.ts";
import type { DecisionInput } from "./decision.ts";
import type { Day, TierName } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { type AgreementType, agreementTypes } from "./standingFacts.ts";
import { isAbove } from "./tier.ts";

export interface Paper {
  readonly type: AgreementType;
  readonly state: "Unsigned" | "Expired" | "Not Yet Effective";
  /** The day it ended or begins; null = unsigned. */
  readonly date: Day | null;
  /** Labels of the benefits that need it and that the tier reaches; of the baseline none, it holds up everything. */
  readonly opens: readonly string[];
}

const baseline: AgreementType = "Baseline Partner Agreement";

/** The baseline, and every addendum that a benefit in the partner's scope up to this tier needs. */
export function missingPapers(
  { partner, agreements }: Pick<DecisionInput, "partner" | "agreements">,
  tier: TierName,
  policy: ProgramPolicy,
  asOf: Day,
): Paper[] {
  const rules = [...policy.benefitRules]
    .sort((a, b) => a.order - b.order)
    .filter((rule) => !isAbove(rule.lowestTier, tier) && isInScope(rule, partner.focus));
  return agreementTypes.flatMap((type) => {
    if (isAgreementInForce(agreements, partner.id, type, asOf)) return [];
    const opens = rules.filter((rule) => rule.agreements.includes(type)).map(({ label }) => label);
    if (type !== baseline && opens.length === 0) return [];
    const own = agreements.filter((row) => row.partnerId === partner.id && row.type === type);
    return [{ type, ...stateOf(own, asOf), opens }];
  });
}

/** One that is to begin says more than one that has ended. */
function stateOf(own: DecisionInput["agreements"], asOf: Day): Pick<Paper, "state" | "date"> {
  const [next] = own
    .map(({ effectiveDate }) => effectiveDate)
    .filter((day) => day > asOf)
    .sort();
  if (next !== undefined) return { state: "Not Yet Effective", date: next };
  const last = own
    .flatMap(({ endDate }) => endDate ?? [])
    .sort()
    .at(-1);
  return last === undefined ? { state: "Unsigned", date: null } : { state: "Expired", date: last };
}
