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

type Tables = Pick<OrgFacts, "agreements" | "benefits" | "training">;

/** One entry for each partner account, in the order read. */
export function groupByPartner(facts: OrgFacts): Map<string, Standing> {
  const reviews = Map.groupBy(facts.reviews, ({ partnerId }) => partnerId);
  return new Map(
    facts.partners.map((partner) => [partner.id, new PackedStanding(partner, facts, reviews.get(partner.id) ?? [])]),
  );
}

class PackedStanding implements Standing {
  readonly partner: PartnerFacts;
  readonly reviews: readonly ReviewFacts[];
  readonly #tables: Tables;

  constructor(partner: PartnerFacts, tables: Tables, reviews: readonly ReviewFacts[]) {
    this.partner = partner;
    this.reviews = reviews;
    this.#tables = tables;
  }

  get agreements(): readonly AgreementFacts[] {
    return this.#tables.agreements.of(this.partner.id);
  }

  get benefits(): readonly BenefitFacts[] {
    return this.#tables.benefits.of(this.partner.id);
  }

  get training(): readonly TrainingFacts[] {
    return this.#tables.training.of(this.partner.id);
  }
}
