/** The result document of a run, out of everything that came of it. */
import type { WriteOutcome } from "../crm/rowWrite.ts";
import type { KeptDecision } from "../program/decision.ts";
import type { Plan } from "../program/plan.ts";
import type { AnnualReview } from "./annual.ts";
import type { Judgement } from "./judge.ts";
import type { ProgramDay } from "./programDay.ts";
import type { ReadingRecord } from "./planText.ts";
import type { OrgFacts } from "./readOrg.ts";
import { heldExitCode, rowsFailedExitCode } from "./runErrors.ts";
import type {
  HeldCause,
  PartnerChange,
  ReadBack,
  ReadingNotice,
  ResultStatus,
  RunRequest,
  RunResult,
} from "./runTypes.ts";

export interface Outcome {
  readonly request: RunRequest;
  readonly day: ProgramDay;
  readonly runKey: string;
  readonly facts: OrgFacts;
  /** What the last good run left of its reading. */
  readonly before: ReadingRecord | null;
  readonly decisions: readonly KeptDecision[];
  readonly judgement: Judgement;
  readonly annual: AnnualReview | null;
  readonly plan: Plan;
  readonly held: HeldCause | null;
  readonly changes: readonly PartnerChange[];
  readonly written: WriteOutcome;
  readonly readBack: ReadBack;
}

export interface Costs {
  readonly apiCalls: number;
  readonly seconds: number;
}

/** Held for this alone, a run has written all but the annual review. */
export const planChanged = "PLAN_CHANGED";

const unknownCosts: Costs = { apiCalls: 0, seconds: 0 };

export function resultOf(outcome: Outcome, costs = unknownCosts): RunResult {
  const { day, facts, written, annual } = outcome;
  const held = outcome.held ?? voidApproval(outcome);
  const status = statusOf(held, outcome);
  const counts = Object.values(facts.rowCounts);
  const boundaries = outcome.judgement.boundaries.summary();
  return {
    version: 1,
    status,
    exitCode: exitCodes[status],
    isDryRun: outcome.request.isDryRun,
    runKey: outcome.runKey,
    asOf: day.asOf,
    policy: day.policy.name,
    policyLabel: day.policy.label,
    planHash: outcome.plan.hash,
    partnersEvaluated: outcome.decisions.filter(({ status }) => status === "Enrolled").length,
    rowsRead: counts.reduce((sum, rows) => sum + rows, 0),
    reading: noticeOf(facts),
    rowsWritten: written.written,
    rowsFailed: written.failures.length,
    failures: written.failures,
    readBack: outcome.readBack,
    stopped: written.stopped,
    held,
    annual: annual && !annual.isApproved ? annual.notice : null,
    changes: outcome.changes,
    boundaryCases: boundaries.total,
    boundaries,
    apiCalls: costs.apiCalls,
    seconds: Math.round(costs.seconds * 1000) / 1000,
  };
}

function noticeOf({ reading }: OrgFacts): ReadingNotice | null {
  if (reading === null) return null;
  const { filter, reason, marks } = reading;
  return { kind: filter ? "Filtered" : "Full", from: marks.from, reason };
}

const exitCodes: Readonly<Record<ResultStatus, number>> = {
  Completed: 0,
  "Completed With Errors": rowsFailedExitCode,
  Held: heldExitCode,
  Failed: 1,
};

function statusOf(held: HeldCause | null, { written, readBack }: Outcome): ResultStatus {
  if (held) return "Held";
  return written.failures.length + readBack.differences.length > 0 ? "Completed With Errors" : "Completed";
}

/** The annual plan changed since it was shown: whoever approved it has to look again. */
function voidApproval({ request, annual }: Outcome): HeldCause | null {
  const wasForAnnual = request.approve !== null && request.approve === annual?.row?.planHash;
  if (!wasForAnnual || annual.isApproved || annual.notice === null) return null;
  return {
    codes: [planChanged],
    reason: `The approved plan is not what would be published today; today's is ${annual.plan.hash}`,
  };
}
