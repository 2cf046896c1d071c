/** What a run would do, and whether it may: everything is read and decided here, and nothing written. */
import { readLastGoodRun } from "../crm/readRuns.ts";
import type { RunRow } from "../crm/runRecord.ts";
import { annualReview } from "./annual.ts";
import { decideToWrite, type WritableDecisions } from "./decide.ts";
import { approvedHashes, guard } from "./guard.ts";
import { forget } from "./judge.ts";
import { readingOf } from "./planText.ts";
import type { ProgramDay } from "./programDay.ts";
import { type OrgFacts, readOrg } from "./readOrg.ts";
import type { RunParts, RunRequest } from "./runTypes.ts";

export type Conclusion = Awaited<ReturnType<typeof conclude>>;

/** The files that its `judgement` and `facts.cases` keep are to be let go of afterwards; of a failure none is left. */
export async function conclude(
  { org, progress }: Pick<RunParts, "org" | "progress">,
  request: RunRequest,
  day: ProgramDay,
  heldRuns: readonly RunRow[],
) {
  const lastRun = await readLastGoodRun(org);
  const reading = { scope: { partnerId: request.partnerId }, asOf: day.asOf, withNames: false };
  const read = await readOrg(org, reading, progress);
  progress.step("Deciding");
  const decided = await decideOrClose(read, day);
  try {
    return weigh(read, decided, { request, day, heldRuns, lastRun });
  } catch (error) {
    forget(decided.judgement, read.cases);
    throw error;
  }
}

interface Circumstances {
  readonly request: RunRequest;
  readonly day: ProgramDay;
  readonly heldRuns: readonly RunRow[];
  readonly lastRun: RunRow | null;
}

function weigh(
  read: OrgFacts,
  decided: WritableDecisions,
  { request: { partnerId, approve }, day, heldRuns, lastRun }: Circumstances,
) {
  const isFull = partnerId === null;
  const { opportunities } = decided.judgement;
  const facts = { ...read, rowCounts: { ...read.rowCounts, opportunities } };
  const annual = isFull ? annualReview(decided, heldRuns, day, approve) : null;
  const decisions = annual?.isApproved ? decided.published : decided.asItIs;
  const { plan, held } = guard({
    decisions,
    facts,
    isFull,
    before: readingOf(lastRun?.plan ?? null),
    policy: day.policy,
    approvedHashes: approvedHashes(heldRuns, approve),
  });
  const { judgement, expiredIds } = decided;
  return { facts, decided, judgement, expiredIds, annual, decisions, plan, held };
}

async function decideOrClose(facts: OrgFacts, day: ProgramDay): Promise<WritableDecisions> {
  try {
    return await decideToWrite(facts, day);
  } catch (error) {
    facts.cases.close();
    throw error;
  }
}
