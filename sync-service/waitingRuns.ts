/** What people wait for: requests, those of one partner together, and holds that somebody approved. */
import type { Org } from "./crm/org.ts";
import { type RunRow, updateRun } from "./crm/runRecord.ts";
import type { RunRequest, RunResult } from "./run/runTypes.ts";

export const nightly: RunRequest = {
  asOf: null,
  partnerId: null,
  isDryRun: false,
  approve: null,
  mode: "Nightly",
  requestedRunId: null,
};

/** One run, and the requests beside its own that it answers: all were made before it began to read. */
export interface WaitingRun {
  readonly request: RunRequest;
  readonly alsoRequested: readonly string[];
}

/**
 * In the order asked, each partner once; one run over all partners serves every
 * approval. `done` are approvals acted on already: where a plan stays held, once
 * is enough.
 */
export function waitingRuns(rows: readonly RunRow[], done: Set<string>): WaitingRun[] {
  const requested = rows.filter(({ status }) => status === "Requested");
  const byPartner = Map.groupBy(requested, ({ partnerId }) => partnerId);
  const runs = [...byPartner].map(([partnerId, [first, ...others]]): WaitingRun => ({
    request: { ...nightly, mode: "On Demand", partnerId, requestedRunId: first?.id ?? null },
    alsoRequested: others.map(({ id }) => id),
  }));
  const approved = rows
    .filter(isApproved)
    .map(({ id, planHash }) => `${id} ${planHash}`)
    .filter((approval) => !done.has(approval));
  for (const approval of approved) done.add(approval);
  return approved.length > 0 ? [...runs, { request: nightly, alsoRequested: [] }] : runs;
}

/** Tells those who asked for the same which run answered them. */
export async function answerOthers(org: Org, { alsoRequested }: WaitingRun, result: RunResult): Promise<void> {
  const isDone = result.status !== "Held";
  for (const id of alsoRequested)
    await updateRun(org, id, {
      status: isDone ? result.status : "Superseded",
      startedAt: org.clock.stamp(),
      finishedAt: org.clock.stamp(),
      partnersEvaluated: result.partnersEvaluated,
      summary: `Answered together with another request for the same partner, by ${result.runKey}.`,
    });
}

function isApproved({ status, planHash, approvedPlanHash }: RunRow): boolean {
  return status === "Held" && planHash !== null && planHash === approvedPlanHash;
}
