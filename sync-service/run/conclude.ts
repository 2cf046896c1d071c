/** What a run would do, and whether it may: everything is read and decided here, and nothing written. */
import { readLastGoodRun } from "../crm/readRuns.ts";
import type { Org } from "../crm/org.ts";
import type { RegistrationRow } from "../crm/readRegistrations.ts";
import type { RunRow } from "../crm/runRecord.ts";
import { annualReview } from "./annual.ts";
import { decideToWrite, type WritableDecisions } from "./decide.ts";
import { chooseReading, type LastReading } from "./chooseReading.ts";
import { approvedHashes, guard } from "./guard.ts";
import { forget } from "./judge.ts";
import { type ReadingRecord, readingOf } from "./planText.ts";
import type { ProgramDay } from "./programDay.ts";
import { type OrgFacts, type ReadingRequest, readOrg } from "./readOrg.ts";
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
  const before = readingOf(lastRun?.plan ?? null);
  const reading = readingRequest(
    org,
    request,
    day,
    lastRun && { marks: before?.reading ?? null, hadFailures: lastRun.status !== "Completed" },
  );
  const read = await readOrg(org, reading, progress);
  progress.step("Deciding");
  const decided = await decideOrClose(read, day);
  try {
    return weigh(read, decided, { request, day, heldRuns, before });
  } catch (error) {
    forget(decided.judgement, read.cases);
    throw error;
  }
}

/** Of one partner all deals are read. */
function readingRequest(org: Org, request: RunRequest, day: ProgramDay, last: LastReading | null): ReadingRequest {
  const { partnerId } = request;
  const reading = { scope: { partnerId }, asOf: day.asOf, withNames: false };
  // Somebody who asks for a run wants to see everything set right.
  const isFullAsked = request.isFullReading === true || request.mode === "On Demand";
  const choose = (registrations: readonly RegistrationRow[]) =>
    chooseReading(org, { day, isFullAsked, last }, registrations);
  return partnerId === null ? { ...reading, choose } : reading;
}

interface Circumstances {
  readonly request: RunRequest;
  readonly day: ProgramDay;
  readonly heldRuns: readonly RunRow[];
  readonly before: ReadingRecord | null;
}

function weigh(
  read: OrgFacts,
  decided: WritableDecisions,
  { request: { partnerId, approve }, day, heldRuns, before }: Circumstances,
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
    before,
    policy: day.policy,
    approvedHashes: approvedHashes(heldRuns, approve),
  });
  const { judgement, expiredIds } = decided;
  return { facts, before, decided, judgement, expiredIds, annual, decisions, plan, held };
}

async function decideOrClose(facts: OrgFacts, day: ProgramDay): Promise<WritableDecisions> {
  try {
    return await decideToWrite(facts, day);
  } catch (error) {
    facts.cases.close();
    throw error;
  }
}
