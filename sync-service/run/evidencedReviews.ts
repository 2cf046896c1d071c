/** Reviews with their evidence, made in groups as they are written: all of a January's at once would fill the memory. */
import type { CountedDeal } from "../program/countedDeals.ts";
import type { KeptDecision, PartnerDecision, ReviewDraft } from "../program/decision.ts";
import { decideOne, type Decisions, isPending } from "./decide.ts";
import type { ProgramDay } from "./programDay.ts";

/** Evidence takes up to 131,072 characters: some tens of megabytes at once. */
const mostAtOnce = 400;

/** The reviews of some of a run's decisions, each partner's together. */
export function* evidencedReviews(
  reviewed: readonly KeptDecision[],
  decisions: Decisions<KeptDecision>,
  day: ProgramDay,
): Generator<ReviewDraft[]> {
  let group: ReviewDraft[] = [];
  for (const review of oneByOne(reviewed, decisions, day)) {
    group.push(review);
    if (group.length < mostAtOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function* oneByOne(
  reviewed: readonly KeptDecision[],
  decisions: Decisions<KeptDecision>,
  day: ProgramDay,
): Generator<ReviewDraft> {
  const redecide = redecider(decisions, day);
  const { numberOf, deals: book } = decisions.judgement;
  const left = new Map(reviewed.map((decision) => [numberOf(decision.partnerId), decision]));
  for (const dealsOf of left.size > 0 ? book.of(new Set(left.keys())) : [])
    for (const [number, deals] of dealsOf) {
      const decision = left.get(number);
      left.delete(number);
      if (decision) yield* redecide(decision, deals).reviews;
    }
  for (const decision of left.values()) yield* redecide(decision, []).reviews;
}

/** The same decision, this time with the deals it rests on. */
function redecider({ inputs, asItIs, published }: Decisions<KeptDecision>, day: ProgramDay) {
  const places = new Map(asItIs.map(({ partnerId }, index) => [partnerId, index]));
  return (decision: KeptDecision, deals: readonly CountedDeal[]): PartnerDecision => {
    const index = places.get(decision.partnerId) ?? -1;
    const before = asItIs[index];
    const publishes = before !== undefined && decision === published[index] && isPending(before);
    return decideOne({ ...inputs.of(decision.partnerId), deals }, day, publishes);
  };
}
