/** The whole programme under changed policy rows. Writes nothing. */
import type { Org } from "../crm/org.ts";
import { readRehearsedPolicies } from "../crm/readRehearsedPolicies.ts";
import type { Day } from "../program/facts.ts";
import { type Rehearsal, rehearsalOf } from "../program/rehearsal.ts";
import { decide } from "./decide.ts";
import { forget } from "./judge.ts";
import { programDay, type ProgramDay } from "./programDay.ts";
import { type OrgFacts, readOrg } from "./readOrg.ts";
import type { Progress } from "./runTypes.ts";

export interface RehearsalRequest {
  /** Holds changed rows as `Partner_Tier_Requirement.Silver.md-meta.xml` and the like. */
  readonly directory: string;
  /** null: today by the org's clock. */
  readonly asOf: Day | null;
}

export interface RehearsalResult extends Rehearsal {
  readonly version: 1;
  readonly asOf: Day;
  /** In force on that day, without and with the changed rows. */
  readonly policy: { readonly now: string; readonly rehearsed: string };
  readonly files: readonly string[];
}

export async function rehearse(
  org: Org,
  { directory, asOf }: RehearsalRequest,
  progress: Progress,
): Promise<RehearsalResult> {
  progress.step("Reading the programme policy, and the changed rows");
  const { now, rehearsed, files } = await readRehearsedPolicies(org, directory);
  const today = programDay(now, asOf, org.clock.now());
  // The same day for both, whatever the changed rows say of time zones.
  const changed = programDay(rehearsed, today.asOf, org.clock.now());
  const { apiOrgLimitPercent: orgPercent, apiRunLimitPercent: runPercent } = today.policy;
  org.budget.beginRun({ orgPercent, runPercent });
  const reading = { scope: { partnerId: null }, asOf: today.asOf, withNames: false };
  const facts = await readOrg(org, reading, progress);
  progress.step("Deciding twice");
  const outcomes = [await outcome(facts, today), await outcome(facts, changed)] as const;
  facts.cases.close();
  return {
    version: 1,
    asOf: today.asOf,
    policy: { now: today.policy.name, rehearsed: changed.policy.name },
    files,
    ...rehearsalOf(...outcomes),
  };
}

async function outcome(facts: OrgFacts, day: ProgramDay) {
  const { asItIs, judgement } = await decide(facts, day);
  forget(judgement);
  return { policy: day.policy, decisions: asItIs };
}
