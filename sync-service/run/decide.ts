/** From facts to decisions: what the programme's rules make of everything that was read. */
import { decidePartner } from "../program/decidePartner.ts";
import type { DecisionInput, PartnerDecision } from "../program/decision.ts";
import { isExpired } from "../program/registrations.ts";
import { groupByPartner, type Standing } from "./groupByPartner.ts";
import { judge, type Judgement, type Witness } from "./judge.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";

/** A partner's facts; whether its annual review is published is yet to be said. */
export type UnpublishedInput = Omit<DecisionInput, "publishAnnual">;

export interface Decisions {
  /** What each decision was made from, in the same order. */
  readonly inputs: readonly UnpublishedInput[];
  /** With every annual review still unpublished, unless the policy's date publishes it. */
  readonly asItIs: readonly PartnerDecision[];
  /** The same, with every due annual review published. */
  readonly published: readonly PartnerDecision[];
  readonly judgement: Judgement;
  /** Registrations to set to Expired. */
  readonly expiredIds: readonly string[];
}

export function decide(facts: OrgFacts, day: ProgramDay, witness?: Witness): Decisions {
  const standing = groupByPartner(facts);
  const judgement = judge(facts, standing, day, witness);
  const inputs = [...standing.values()].map((own) => inputOf(own, judgement));
  const asItIs = inputs.map((input) => decideOne(input, day, false));
  const published = asItIs.map((decision, index) => {
    const input = inputs[index];
    return input && isPending(decision) ? decideOne(input, day, true) : decision;
  });
  const expiredIds = facts.registrations
    .filter((registration) => isExpired(registration, day.policy, day.asOf))
    .map(({ id }) => id);
  return { inputs, asItIs, published, judgement, expiredIds };
}

/** Whether a partner's annual review waits for a person. */
export function isPending({ annual }: PartnerDecision): boolean {
  return annual.due && !annual.isPublished;
}

function inputOf(own: Standing, { tallies }: Judgement): UnpublishedInput {
  const tally = tallies.get(own.partner.id);
  if (!tally) throw new Error(`No tally for partner ${own.partner.id}`);
  const { wasRegistrationSubmitted, wasAttributionCreated } = tally;
  return {
    ...own,
    revenue: tally.revenue.figures(),
    deals: tally.deals,
    activity: { wasRegistrationSubmitted, wasAttributionCreated },
  };
}

/** Decides one partner once more, or otherwise. */
export function decideOne(
  input: UnpublishedInput,
  { policy, asOf }: ProgramDay,
  publishAnnual: boolean,
): PartnerDecision {
  return decidePartner({ ...input, publishAnnual }, policy, asOf);
}
