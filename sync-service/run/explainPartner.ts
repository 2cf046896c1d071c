/** Why one partner has its tier: every attribution with its verdict, the decision, the gaps. Writes nothing. */
import { findPartners, type FoundPartner } from "../crm/findPartners.ts";
import type { Org } from "../crm/org.ts";
import { readPolicies } from "../crm/readPolicy.ts";
import type { PartnerDecision } from "../program/decision.ts";
import { type AttributionExplanation, explainAttribution } from "../program/explainAttribution.ts";
import type { Day } from "../program/facts.ts";
import { windowsAsOf } from "../program/windows.ts";
import { decide } from "./decide.ts";
import { programDay, type ProgramDay } from "./programDay.ts";
import { readOrg } from "./readOrg.ts";
import { UsageError } from "./runErrors.ts";
import type { Progress } from "./runTypes.ts";

export interface PartnerExplanation {
  readonly version: 1;
  readonly asOf: Day;
  readonly policy: string;
  readonly partner: FoundPartner;
  readonly decision: PartnerDecision;
  /** Newest close first. */
  readonly attributions: readonly AttributionExplanation[];
}

/** The name or id means several partners: the caller has to choose. */
export class AmbiguousPartnerError extends UsageError {
  readonly candidates: readonly FoundPartner[];

  constructor(asked: string, candidates: readonly FoundPartner[]) {
    const list = candidates.map(({ id, name }) => `${id} ${name}`).join(", ");
    super(`"${asked}" means ${candidates.length} partners; name one by its id: ${list}`);
    this.candidates = candidates;
  }
}

export async function explainPartner(
  org: Org,
  asked: string,
  asOf: Day | null,
  progress: Progress,
): Promise<PartnerExplanation> {
  const policies = await readPolicies(org);
  const day = programDay(policies, asOf, org.clock.now());
  const partner = await findOne(org, asked);
  const scope = { partnerId: partner.id };
  const reading = { scope, asOf: day.asOf, withNames: true };
  const facts = await readOrg(org, reading, progress);
  const attributions: AttributionExplanation[] = [];
  const windows = windowsOf(day);
  const { asItIs } = decide(facts, day, (judged) => {
    for (const row of judged.attributions) attributions.push(explainAttribution(row, judged.opportunity, windows));
  });
  const [decision] = asItIs;
  if (!decision) throw new UsageError(`${partner.name} is gone meanwhile`);
  attributions.sort((a, b) => (a.closeDate < b.closeDate ? 1 : -1));
  const { asOf: on, policy } = day;
  return { version: 1, asOf: on, policy: policy.name, partner, decision, attributions };
}

function windowsOf({ asOf, policy }: ProgramDay) {
  return windowsAsOf(asOf, policy.trailingWindowDays);
}

async function findOne(org: Org, asked: string): Promise<FoundPartner> {
  const found = await findPartners(org, asked);
  const [first] = found;
  if (!first) throw new UsageError(`No partner account has the id or the exact name "${asked}"`);
  if (found.length > 1) throw new AmbiguousPartnerError(asked, found);
  return first;
}
