/** What `judgeOpportunity` takes and gives: shapes only. */
import type Big from "big.js";
import type { AttributionFacts, OpportunityFacts, RegistrationFacts } from "./facts.ts";
import type { Conversion } from "./money.ts";
import type { ProgramPolicy } from "./policy.ts";
import type { PartnerStanding } from "./resale.ts";
import type { Verdict } from "./verdict.ts";

/** One opportunity with its attributions and at least the approved registrations for it. */
export interface OpportunityCase {
  readonly opportunity: OpportunityFacts;
  readonly attributions: readonly AttributionFacts[];
  readonly registrations: readonly RegistrationFacts[];
}

export interface CreditContext {
  readonly policy: ProgramPolicy;
  readonly conversion: Conversion;
  /** null: the account is no partner; its rows carry no verdict. */
  readonly standingOf: (partnerId: string) => PartnerStanding | null;
}

export interface JudgedAttribution {
  readonly attribution: AttributionFacts;
  readonly verdict: Verdict;
  /** The run has to add this row. */
  readonly isNew: boolean;
  /** The stored verdict differs, or there is none. */
  readonly isChanged: boolean;
}

export interface JudgedOpportunity {
  readonly opportunity: OpportunityFacts;
  readonly attributions: readonly JudgedAttribution[];
  /** For programme totals: the eARR once, however many partners share it; US dollars. */
  readonly creditOnceUsd: Big;
}
