/** From facts to decisions: what the programme's rules make of everything that was read. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { decidePartner } from "../program/decidePartner.ts";
import type { DecisionInput, PartnerDecision } from "../program/decision.ts";
import { isExpired } from "../program/registrations.ts";
import { groupByPartner, type Standing } from "./groupByPartner.ts";
import { judge, type Judgement, type Witness } from "./judge.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";

/**
 * A partner's facts; whether its annual review is published is yet to be said. Without
 * deals: only evidence needs them (`evidencedReviews`), and there are millions of them.
 */
export type UnpublishedInput = Omit<DecisionInput, "publishAnnual">;

/** So many partners are decided before others get a turn. */
const partnersAtOnce = 200;

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

export async function decide(facts: OrgFacts, day: ProgramDay, witness?: Witness): Promise<Decisions> {
  const standing = groupByPartner(facts);
  const judgement = await judge(facts, standing, day, witness);
  const inputs = [...standing.values()].map((own) => inputOf(own, judgement));
  const asItIs: PartnerDecision[] = [];
  const published: PartnerDecision[] = [];
  for (const input of inputs) {
    const decision = decideOne(input, day, false);
    asItIs.push(decision);
    published.push(isPending(decision) ? decideOne(input, day, true) : decision);
    if (asItIs.length % partnersAtOnce === 0) await nextTurn();
  }
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
    deals: [],
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
