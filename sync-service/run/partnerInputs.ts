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
  readonly #figuresOf: Judgement["figuresOf"];

  constructor(standings: Standings, { figuresOf }: Judgement) {
    this.#standings = standings;
    this.#figuresOf = figuresOf;
  }

  /** In the order in which the partners were read. */
  *[Symbol.iterator](): Generator<UnpublishedInput, void, undefined> {
    for (const id of this.#standings.ids()) yield this.of(id);
  }

  of(partnerId: string): UnpublishedInput {
    const own = this.#standings.of(partnerId);
    if (!own) throw new Error(`No facts of partner ${partnerId}`);
    const { partner, agreements, benefits, training, reviews } = own;
    return {
      partner,
      agreements,
      benefits,
      training,
      reviews,
      ...this.#figuresOf(partnerId),
      deals: [],
    };
  }
}
