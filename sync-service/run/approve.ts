/** Approving a plan from the command line: the same field that the page writes. */
import type { Org } from "../crm/org.ts";
import { type RunRow, updateRun } from "../crm/runRecord.ts";
import { UsageError } from "./runErrors.ts";
import type { RunRequest } from "./runTypes.ts";

/** @throws UsageError where no held run shows such a plan. */
export async function approve(org: Org, request: RunRequest, heldRuns: readonly RunRow[]): Promise<void> {
  const hash = request.approve;
  if (hash === null) return;
  const row = heldRuns.find(({ planHash }) => planHash === hash);
  if (!row)
    throw new UsageError(
      `No held run has the plan ${hash}; the plans that wait: ${heldRuns.map((held) => held.planHash).join(", ") || "none"}`,
    );
  if (!request.isDryRun && row.approvedPlanHash !== hash) await updateRun(org, row.id, { approvedPlanHash: hash });
}
