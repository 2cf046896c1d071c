/**
 * The decision about one partner (R-4, R-6, R-7, R-13..R-18): from accumulated
 * figures and a few small facts to the account's new values, the reviews and the
 * benefit rows. Deciding twice on the same facts changes nothing the second time.
 */
import type { DecisionInput, PartnerDecision } from "./decision.ts";
import { decideEnrolled } from "./decideEnrolled.ts";
import { decisionFrame } from "./decisionFrame.ts";
import { describeDecision } from "./describeDecision.ts";
import type { Day, PartnerFacts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import type { ProgramPolicy } from "./policy.ts";
import { blankPartner } from "./storedPartner.ts";
import { yearOf } from "./windows.ts";

/**
 * Decides one partner as of a day under one policy. An account that is no
 * partner (blank status) is left alone.
 */
export function decidePartner(input: DecisionInput, policy: ProgramPolicy, asOf: Day): PartnerDecision {
  return input.partner.status === "Enrolled" ? decideEnrolled(input, policy, asOf) : decideOther(input, policy, asOf);
}

/** Suspended keeps everything, Applicant and Deactivated have nothing. */
function decideOther(input: DecisionInput, policy: ProgramPolicy, asOf: Day): PartnerDecision {
  const { partner } = input;
  const findings = membershipFindings(partner);
  const keeps = partner.status === "Suspended" || partner.status === null;
  const values = keeps ? partner.stored : blankPartner;
  const stored = partner.status === null ? values : { ...values, explanation: describeDecision(findings) };
  return {
    ...decisionFrame(input, stored, policy, asOf),
    moves: [],
    reviews: [],
    annual: {
      due: false,
      isPublished: false,
      isOverdue: false,
      tier: null,
      programYear: yearOf(asOf),
    },
    annualDifference: null,
    evaluation: null,
    findings,
  };
}

function membershipFindings({ status }: PartnerFacts): Finding[] {
  return status === null ? [] : [{ kind: "not evaluated", rule: "R-6", status }];
}
