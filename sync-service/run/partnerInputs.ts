/** What each partner is decided on: put together when it is asked for, as twenty thousand at once take more memory than their rows. */
import type { DecisionInput } from "../program/decision.ts";
import type { Standing } from "./groupByPartner.ts";
import type { Judgement } from "./judge.ts";

/**
 * A partner's facts; whether its annual review is published is yet to be said. Without
 * deals: only evidence needs them (`evidencedReviews`), and there are millions of them.
 */
export type UnpublishedInput = Omit<DecisionInput, "publishAnnual">;

export class PartnerInputs implements Iterable<UnpublishedInput> {
  readonly #standing: ReadonlyMap<string, Standing>;
  readonly #tallies: Judgement["tallies"];

  constructor(standing: ReadonlyMap<string, Standing>, { tallies }: Judgement) {
    this.#standing = standing;
    this.#tallies = tallies;
  }

  /** In the order in which the partners were read. */
  *[Symbol.iterator](): Generator<UnpublishedInput, void, undefined> {
    for (const own of this.#standing.values()) yield this.#inputOf(own);
  }

  of(partnerId: string): UnpublishedInput {
    const own = this.#standing.get(partnerId);
    if (!own) throw new Error(`No facts of partner ${partnerId}`);
    return this.#inputOf(own);
  }

  #inputOf({ partner, agreements, benefits, training, reviews }: Standing): UnpublishedInput {
    const tally = this.#tallies.get(partner.id);
    if (!tally) throw new Error(`No tally for partner ${partner.id}`);
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
