/** The small tables by partner, so that no decision searches through everybody's rows. */
import type { PartnerFacts } from "../program/facts.ts";
import type { BenefitFacts, ReviewFacts } from "../program/programRecords.ts";
import type { AgreementFacts, TrainingFacts } from "../program/standingFacts.ts";
import type { OrgFacts } from "./readOrg.ts";

/** What is known of one partner; its rows are unpacked when they are asked for. */
export interface Standing {
  readonly partner: PartnerFacts;
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
  readonly training: readonly TrainingFacts[];
  readonly reviews: readonly ReviewFacts[];
}

export interface Standings {
  /** In the order in which the accounts were read. */
  readonly ids: () => Iterable<string>;
  /** null: the account is no partner. */
  readonly of: (partnerId: string) => Standing | null;
}

export function groupByPartner(facts: OrgFacts): Standings {
  const { partners } = facts;
  const reviews = Map.groupBy(facts.reviews, ({ partnerId }) => partnerId);
  return {
    ids: () => partners.ids(),
    of: (id) => (partners.has(id) ? new PackedStanding(id, facts, reviews.get(id) ?? []) : null),
  };
}

class PackedStanding implements Standing {
  readonly reviews: readonly ReviewFacts[];
  readonly #id: string;
  readonly #facts: OrgFacts;

  constructor(id: string, facts: OrgFacts, reviews: readonly ReviewFacts[]) {
    this.reviews = reviews;
    this.#id = id;
    this.#facts = facts;
  }

  get partner(): PartnerFacts {
    return this.#facts.partners.of(this.#id);
  }

  get agreements(): readonly AgreementFacts[] {
    return this.#facts.agreements.of(this.#id);
  }

  get benefits(): readonly BenefitFacts[] {
    return this.#facts.benefits.of(this.#id);
  }

  get training(): readonly TrainingFacts[] {
    return this.#facts.training.of(this.#id);
  }
}
