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
  /** Given what came of the steps before. */
  readonly write: (sofar: WriteOutcome) => Promise<WriteOutcome>;
}

export async function write(set: ChangeSet, lease: Lease, progress: Progress): Promise<WriteOutcome> {
  let outcome = nothingWritten;
  for (const step of stepsOf(lease.org, set, lease)) {
    if (step.rows === 0) continue;
    progress.step(`Writing ${step.what}: ${step.rows}`);
    outcome = together(outcome, await step.write(outcome));
    // What comes later rests on what did not get through: the next run writes both.
    if (outcome.stopped) break;
  }
  return outcome;
}

function stepsOf(org: Org, set: ChangeSet, lease: Lease): Step[] {
  const step = (what: string, rows: { readonly length: number }, write: Step["write"]): Step => ({
    what,
    rows: rows.length,
    write,
  });
  const { expiredIds, additions, verdicts, benefits, reviews, partners } = set;
  return [
    step("expired deal registrations", expiredIds, () => expireRegistrations(org, expiredIds)),
    step("attributions that registrations add", additions, () => addAttributions(org, additions)),
    step("verdicts of attributions", verdicts, () => writeVerdicts(org, verdicts)),
    step("benefits", benefits, () => writeBenefits(org, benefits)),
    step("tier reviews", reviews, () => writeReviews(org, reviews, lease.runId)),
    step("partner accounts", partners, (sofar) => writePartners(org, reviewed(partners, reviews, sofar))),
  ];
}

/** A tier without its review would never get one: where the review was refused, the account waits for the next run too. */
function reviewed(
  partners: ChangeSet["partners"],
  reviews: ChangeSet["reviews"],
  { failures }: WriteOutcome,
): ChangeSet["partners"] {
  const refused = new Set(failures.map(({ record }) => record));
  const waiting = new Set(reviews.filter(({ key }) => refused.has(key)).map(({ partnerId }) => partnerId));
  return partners.filter(({ id }) => !waiting.has(id));
}
