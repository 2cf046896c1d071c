/**
 * Writes what differs, in an order that a crash may cut anywhere: the next run
 * sees what is missing and writes that. Accounts come last: their tier is shown
 * only once everything it rests on is in place.
 */
import { addAttributions } from "../crm/addAttributions.ts";
import { expireRegistrations } from "../crm/expireRegistrations.ts";
import type { Org } from "../crm/org.ts";
import { nothingWritten, together, type WriteOutcome } from "../crm/rowWrite.ts";
import { writeBenefits } from "../crm/writeBenefits.ts";
import { writePartners } from "../crm/writePartners.ts";
import { writeReviews } from "../crm/writeReviews.ts";
import { writeVerdicts } from "../crm/writeVerdicts.ts";
import type { ChangeSet } from "./compare.ts";
import type { Lease } from "./lease.ts";
import type { Progress } from "./runTypes.ts";

interface Step {
  readonly what: string;
  readonly rows: number;
  readonly write: () => Promise<WriteOutcome>;
}

export async function write(org: Org, set: ChangeSet, lease: Lease, progress: Progress): Promise<WriteOutcome> {
  let outcome = nothingWritten;
  for (const step of stepsOf(org, set, lease)) {
    if (step.rows === 0) continue;
    progress.step(`Writing ${step.what}: ${step.rows}`);
    await lease.assertHeld();
    outcome = together(outcome, await step.write());
  }
  return outcome;
}

function stepsOf(org: Org, set: ChangeSet, lease: Lease): Step[] {
  return [
    {
      what: "expired deal registrations",
      rows: set.expiredIds.length,
      write: () => expireRegistrations(org, set.expiredIds),
    },
    {
      what: "attributions that registrations add",
      rows: set.additions.length,
      write: () => addAttributions(org, set.additions),
    },
    {
      what: "verdicts of attributions",
      rows: set.verdicts.length,
      write: () => writeVerdicts(org, set.verdicts),
    },
    {
      what: "benefits",
      rows: set.benefits.length,
      write: () => writeBenefits(org, set.benefits),
    },
    {
      what: "tier reviews",
      rows: set.reviews.length,
      write: () => writeReviews(org, set.reviews, lease.runId),
    },
    {
      what: "partner accounts",
      rows: set.partners.length,
      write: () => writePartners(org, set.partners),
    },
  ];
}
