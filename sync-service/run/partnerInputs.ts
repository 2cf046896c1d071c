/** What each partner is decided on: put together when it is asked for, as twenty thousand at once take more memory than their rows. */
import type { DecisionInput } from "../program/decision.ts";
import type { Standings } from "./groupByPartner.ts";
import type { Judgement } from "./judge.ts";

/**
 * A partner's facts; whether its annual review is published is yet to be said. Without
 * deals: only evidence needs them (`evidencedReviews`), and there are millions of them.
 */
export type UnpublishedInput = Omit<DecisionInput, "publishAnnual">;

export class PartnerInputs implements Iterable<UnpublishedInput> {
  readonly #standings: Standings;
  readonly #tallies: Judgement["tallies"];

  constructor(standings: Standings, { tallies }: Judgement) {
    this.#standings = standings;
    this.#tallies = tallies;
  }

  /** In the order in which the partners were read. */
  *[Symbol.iterator](): Generator<UnpublishedInput, void, undefined> {
    for (const id of this.#standings.ids()) yield this.of(id);
  }

  of(partnerId: string): UnpublishedInput {
    const own = this.#standings.of(partnerId);
    const tally = this.#tallies.get(partnerId);
    if (!own || !tally) throw new Error(`No facts of partner ${partnerId}`);
    const { partner, agreements, benefits, training, reviews } = own;
    const { wasRegistrationSubmitted, wasAttributionCreated } = tally;
    return {
      partner,
      agreements,
      benefits,
      training,
      reviews,
      revenue: tally.revenue.figures(),
      deals: [],
      activity: { wasRegistrationSubmitted, wasAttributionCreated },
    };
  }
}
