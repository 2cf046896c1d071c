/** From facts to decisions: what the programme's rules make of everything that was read. */
import { decidePartner } from "../program/decidePartner.ts";
import type { KeptDecision, PartnerDecision } from "../program/decision.ts";
import { ChangedAccounts } from "./changedAccounts.ts";
import { ChangedBenefits } from "./changedBenefits.ts";
import { type Held, type RunDecision, runDecision } from "./runDecision.ts";
import { isExpired } from "../program/registrations.ts";
import { groupByPartner, type Standings } from "./groupByPartner.ts";
import { forget, judge, type Judgement, type Witness } from "./judge.ts";
import { PartnerInputs, type UnpublishedInput } from "./partnerInputs.ts";
import type { ProgramDay } from "./programDay.ts";
import type { OrgFacts } from "./readOrg.ts";
import { Turns } from "../crm/turns.ts";

export interface Decisions<Kept extends KeptDecision = PartnerDecision> {
  /** What each decision was made from, in the same order. */
  readonly inputs: PartnerInputs;
  /** With every annual review still unpublished, unless the policy's date publishes it. */
  readonly asItIs: readonly Kept[];
  /** The same, with every due annual review published. */
  readonly published: readonly Kept[];
  readonly judgement: Judgement;
  /** Registrations to set to Expired. */
  readonly expiredIds: readonly string[];
}

/** Every decision whole, for explanations; `witness` is told of every opportunity. */
export function decide(facts: OrgFacts, day: ProgramDay, witness?: Witness): Promise<Decisions> {
  return decideAll(facts, day, (decision) => decision, witness);
}

/** What a run writes, and what its guards and its plan look at. */
export interface WritableDecisions extends Decisions<RunDecision>, Held {}

export async function decideToWrite(facts: OrgFacts, day: ProgramDay): Promise<WritableDecisions> {
  const held = { benefits: new ChangedBenefits(), accounts: new ChangedAccounts() };
  const keep = (decision: PartnerDecision, { partner }: UnpublishedInput) => runDecision(decision, partner, held);
  return { ...(await decideAll(facts, day, keep)), ...held };
}

async function decideAll<Kept extends KeptDecision>(
  facts: OrgFacts,
  day: ProgramDay,
  keep: (decision: PartnerDecision, input: UnpublishedInput) => Kept,
  witness?: Witness,
): Promise<Decisions<Kept>> {
  const standing = groupByPartner(facts);
  const judgement = await judge(facts, standing, day, witness);
  try {
    return await decideEach(facts, day, { standing, judgement, keep });
  } catch (error) {
    forget(judgement);
    throw error;
  }
}

interface Deciding<Kept> {
  readonly standing: Standings;
  readonly judgement: Judgement;
  readonly keep: (decision: PartnerDecision, input: UnpublishedInput) => Kept;
}

async function decideEach<Kept extends KeptDecision>(
  facts: OrgFacts,
  day: ProgramDay,
  { standing, judgement, keep }: Deciding<Kept>,
): Promise<Decisions<Kept>> {
  const inputs = new PartnerInputs(standing, judgement);
  const turns = new Turns();
  const asItIs: Kept[] = [];
  const published: Kept[] = [];
  for (const input of inputs) {
    const decision = keep(decideOne(input, day, false), input);
    asItIs.push(decision);
    published.push(isPending(decision) ? keep(decideOne(input, day, true), input) : decision);
    if (turns.areDue) await turns.give();
  }
  const expiredIds = facts.registrations
    .filter((registration) => isExpired(registration, day.policy, day.asOf))
    .map(({ id }) => id);
  return { inputs, asItIs, published, judgement, expiredIds };
}

/** Whether a partner's annual review waits for a person. */
export function isPending({ annual }: KeptDecision): boolean {
  return annual.due && !annual.isPublished;
}

/** Decides one partner once more, or otherwise. */
export function decideOne(
  input: UnpublishedInput,
  { policy, asOf }: ProgramDay,
  publishAnnual: boolean,
): PartnerDecision {
  return decidePartner({ ...input, publishAnnual }, policy, asOf);
}
