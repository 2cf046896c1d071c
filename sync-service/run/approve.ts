/** Approvals: given from the command line in the same field that the page writes, and told by the run that they let through. */
import type { Org } from "../crm/org.ts";
import { readHeldRuns } from "../crm/readRuns.ts";
import { type RunRow, type RunValues, updateRun } from "../crm/runRecord.ts";
import type { AnnualReview } from "./annual.ts";
import { UsageError } from "./runErrors.ts";
import type { RunRequest } from "./runTypes.ts";

/** The holds as they stand afterwards, who approved what included. @throws UsageError where no held run shows such a plan. */
export async function approve(org: Org, request: RunRequest, heldRuns: readonly RunRow[]): Promise<readonly RunRow[]> {
  const hash = request.approve;
  if (hash === null) return heldRuns;
  const row = heldRuns.find(({ planHash }) => planHash === hash);
  if (!row)
    throw new UsageError(
      `No held run has the plan ${hash}; the plans that wait: ${heldRuns.map((held) => held.planHash ?? "").join(", ") || "none"}`,
    );
  if (request.isDryRun || row.approvedPlanHash === hash) return heldRuns;
  await updateRun(org, row.id, { approvedPlanHash: hash });
  return readHeldRuns(org);
}

interface Released {
  readonly plan: { readonly hash: string };
  readonly annual: AnnualReview | null;
}

/** What the record of a run says of the person who let it write; nothing where nobody had to. */
export function approvalOf({ plan, annual }: Released, heldRuns: readonly RunRow[]): RunValues {
  const released = heldRuns.find(({ mode, approvedPlanHash }) => mode !== "Annual" && approvedPlanHash === plan.hash);
  const published = annual?.isApproved ? annual.row : null;
  const row = released ?? published;
  if (!row?.approvedPlanHash || row.approvedAt === null) return {};
  return {
    approvedPlanHash: row.approvedPlanHash,
    approvedById: row.approvedById,
    approvedAt: new Date(row.approvedAt).toISOString(),
  };
}
