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
import type { WrittenSample } from "../crm/writtenSample.ts";
import type { ReviewDraft } from "../program/decision.ts";
import { type ChangeSet, reviewsIn } from "./compare.ts";
import type { Lease } from "./lease.ts";
import type { Progress } from "./runTypes.ts";

interface Step {
  readonly what: string;
  readonly rows: number;
  /** Given what came of the steps before. */
  readonly write: (sofar: WriteOutcome) => Promise<WriteOutcome>;
}

/** `reviews` are made while they are written, with their evidence; `sample` learns what was saved. */
export async function write(
  set: ChangeSet,
  reviews: Iterable<readonly ReviewDraft[]>,
  { lease, sample }: { readonly lease: Lease; readonly sample: WrittenSample },
  progress: Progress,
): Promise<WriteOutcome> {
  let outcome = nothingWritten;
  for (const step of stepsOf({ ...lease.org, writtenSample: sample }, set, reviews, lease.runId)) {
    if (step.rows === 0) continue;
    progress.step(`Writing ${step.what}: ${step.rows}`);
    outcome = together(outcome, await step.write(outcome));
    // What comes later rests on what did not get through: the next run writes both.
    if (outcome.stopped) break;
  }
  return outcome;
}

function stepsOf(org: Org, set: ChangeSet, reviews: Iterable<readonly ReviewDraft[]>, runId: string): Step[] {
  const step = (what: string, rows: number, write: Step["write"]): Step => ({ what, rows, write });
  const { expiredIds, additions, verdicts, benefits, partners } = set;
  return [
    step("expired deal registrations", expiredIds.length, () => expireRegistrations(org, expiredIds)),
    step("attributions that registrations add", additions.length, () => addAttributions(org, additions)),
    step("verdicts of attributions", verdicts.count, () =>
      inGroups(verdicts.groups(), (group) => writeVerdicts(org, group)),
    ),
    step("benefits", benefits.length, () => writeBenefits(org, benefits)),
    step("tier reviews", reviewsIn(set), () => inGroups(reviews, (group) => writeReviews(org, group, runId))),
    step("partner accounts", partners.length, (sofar) => writePartners(org, reviewedOnly(set, sofar))),
  ];
}

/** Writes what does not fit in memory at once. */
async function inGroups<T>(
  groups: Iterable<readonly T[]>,
  write: (group: readonly T[]) => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  let outcome = nothingWritten;
  for (const group of groups) {
    outcome = together(outcome, await write(group));
    if (outcome.stopped) break;
  }
  return outcome;
}

/** A tier without its review would never get one: where the review was refused, the account waits for the next run too. */
function reviewedOnly({ partners, reviewed }: ChangeSet, { failures }: WriteOutcome): ChangeSet["partners"] {
  const refused = new Set(failures.map(({ record }) => record));
  const isRefused = ({ key }: { readonly key: string }) => refused.has(key);
  const waiting = new Set(reviewed.filter(({ reviews }) => reviews.some(isRefused)).map(({ partnerId }) => partnerId));
  return partners.filter(({ id }) => !waiting.has(id));
}
