/** One run: lock, read, decide, compare, guard, write, read back, record. A pure function of the org, the policy and the day. */
import { findPartners } from "../crm/findPartners.ts";
import type { Org } from "../crm/org.ts";
import { readHeldRuns } from "../crm/readRuns.ts";
import { nothingWritten } from "../crm/rowWrite.ts";
import { type RunRow, updateRun } from "../crm/runRecord.ts";
import { WrittenSample } from "../crm/writtenSample.ts";
import { type AnnualReview, recordAnnualReview } from "./annual.ts";
import { approvalOf, approve } from "./approve.ts";
import { type ChangeSet, compare, rowsIn } from "./compare.ts";
import { type Conclusion, conclude } from "./conclude.ts";
import { dayOfRun } from "./dayOfRun.ts";
import { evidencedReviews } from "./evidencedReviews.ts";
import { giveUp } from "./giveUp.ts";
import { readingRecordOf } from "./guard.ts";
import { heldIfUnread } from "./heldIfUnread.ts";
import { forget } from "./judge.ts";
import type { Lease } from "./lease.ts";
import { acquireLock, newRunner, runKeyOf } from "./lock.ts";
import { planText } from "./planText.ts";
import type { ProgramDay } from "./programDay.ts";
import { recordRun, supersedeHolds } from "./record.ts";
import { UsageError } from "./runErrors.ts";
import { resultOf, type Outcome } from "./runResult.ts";
import type { RunParts, RunRequest, RunResult } from "./runTypes.ts";
import { unlessStopped } from "./unlessStopped.ts";
import { nothingReadBack, verify } from "./verify.ts";
import { withCheckpoint } from "./withCheckpoint.ts";
import { write } from "./write.ts";

/** @throws the crm's errors, RunLockedError or UsageError; whatever broke off is on the run's record. */
export async function runSync(parts: RunParts, request: RunRequest): Promise<RunResult> {
  const { org, log, progress } = parts;
  const began = { at: performance.now(), calls: org.budget.calls };
  progress.step("Reading the programme policy");
  const day = await unlessStopped(parts.signal, dayOfRun(parts, request));
  org.budget.beginRun({ orgPercent: day.policy.apiOrgLimitPercent, runPercent: day.policy.apiRunLimitPercent });
  await checkPartner(org, request);
  const lease = request.isDryRun ? null : await acquireLock(parts, request, day.asOf);
  if (lease) progress.began?.(lease.runId);
  const runKey = lease?.runKey ?? runKeyOf(org.clock.stamp(), newRunner());
  const runLog = log.child({ run: runKey });
  runLog.info("run started", { asOf: day.asOf, isDryRun: request.isDryRun });
  try {
    const outcome = await unlessStopped(parts.signal, carryOut(parts, request, day, lease, runKey));
    const result = resultOf(outcome, {
      apiCalls: org.budget.calls - began.calls,
      seconds: (performance.now() - began.at) / 1000,
    });
    runLog.info("run ended", figuresOf(result));
    return result;
  } catch (error) {
    runLog.error("run broke off", { error: String(error) });
    if (lease) await giveUp(lease, request, error);
    throw error;
  }
}

/** Before anything is recorded: a run of nobody would leave a record of nothing, and a request for it would wait for ever. */
async function checkPartner(org: Org, { partnerId, requestedRunId }: RunRequest): Promise<void> {
  if (partnerId === null) return;
  const found = await findPartners(org, partnerId);
  if (found.length > 0) return;
  const reason = `No partner account has the id ${partnerId}`;
  if (requestedRunId !== null)
    await updateRun(org, requestedRunId, { status: "Failed", finishedAt: org.clock.stamp(), summary: `${reason}.` });
  throw new UsageError(reason);
}

async function carryOut(
  parts: RunParts,
  request: RunRequest,
  day: ProgramDay,
  lease: Lease | null,
  runKey: string,
): Promise<Outcome> {
  const conclusion = await heldIfUnread(prepare(parts, request, day, lease));
  try {
    return await act(parts, request, day, lease, { ...conclusion, runKey });
  } finally {
    forget(conclusion.judgement, conclusion.facts.cases);
  }
}

/** The approvals that there are, and what the run would do. */
async function prepare(parts: RunParts, request: RunRequest, day: ProgramDay, lease: Lease | null) {
  const { org } = parts;
  const heldRuns = await approve(org, request, request.partnerId === null ? await readHeldRuns(org) : []);
  let concluded: Conclusion | null = null;
  try {
    const conclusion = await withCheckpoint(parts, request, lease, async (reading) => {
      concluded = await conclude({ ...parts, org: reading }, request, day, heldRuns);
      return concluded;
    });
    return { ...conclusion, heldRuns };
  } catch (error) {
    letGo(concluded);
    throw error;
  }
}

/** The files of a reading that nothing more comes of: a checkpoint that can't be removed ends the run after it. */
function letGo(concluded: Conclusion | null): void {
  if (concluded) forget(concluded.judgement, concluded.facts.cases);
}

type Prepared = Awaited<ReturnType<typeof prepare>> & { readonly runKey: string };

/** Writes what may be written, and the run's own record. */
async function act(
  parts: RunParts,
  request: RunRequest,
  day: ProgramDay,
  lease: Lease | null,
  { runKey, heldRuns, ...conclusion }: Prepared,
): Promise<Outcome> {
  const { decisions, held } = conclusion;
  const set = compare(decisions, conclusion.decided);
  const reviews = evidencedReviews(set.reviewed, conclusion.decided, day);
  const done =
    lease !== null && held === null
      ? await writeAndVerify(parts, set, reviews, lease)
      : { written: { ...nothingWritten, written: held === null ? rowsIn(set) : 0 }, readBack: nothingReadBack };
  const outcome = { request, day, runKey, ...conclusion, changes: set.changes(), ...done };
  if (lease) await settle(outcome, lease, heldRuns);
  return outcome;
}

async function writeAndVerify(
  { log, progress }: RunParts,
  set: ChangeSet,
  reviews: Parameters<typeof write>[1],
  lease: Lease,
) {
  const sample = new WrittenSample(lease.runId);
  const written = await write(set, reviews, { lease, sample }, progress);
  const readBack = await verify(sample, lease, progress, log.child({ run: lease.runKey }));
  return { written, readBack };
}

/** Everything that the ledger learns of a run. */
async function settle(outcome: Outcome, lease: Lease, heldRuns: readonly RunRow[]): Promise<void> {
  const { org } = lease;
  const { plan, decisions, facts, before, annual, day } = outcome;
  const text = planText(plan, decisions, readingRecordOf(facts, before));
  if (annual && canSettle(annual, outcome)) await recordAnnualReview(org, annual, day);
  await supersedeHolds(org, heldRuns, outcome.runKey);
  const approval = outcome.held === null ? approvalOf(outcome, heldRuns) : {};
  await recordRun(lease, { result: resultOf(outcome), planText: text, approval });
}

/** An approved review whose run is held for another reason stays as it is. */
function canSettle({ isApproved }: AnnualReview, { held }: Outcome): boolean {
  return held === null || !isApproved;
}

function figuresOf(result: RunResult): object {
  const { status, exitCode, asOf, rowsRead, rowsWritten, rowsFailed } = result;
  const { planHash, apiCalls, seconds } = result;
  const { rows: rowsReadBack, differences } = result.readBack;
  const readBack = { rowsReadBack, rowsDiffering: differences.length };
  const figures = { rowsRead, rowsWritten, rowsFailed, ...readBack, apiCalls, seconds };
  return { status, exitCode, asOf, planHash, ...figures };
}
