/** The small tables by partner, so that no decision searches through everybody's rows. */
import type { ReviewFacts, BenefitFacts } from "../program/programRecords.ts";
import type { PartnerFacts } from "../program/facts.ts";
import type { AgreementFacts, TrainingFacts } from "../program/standingFacts.ts";
import type { OrgFacts } from "./readOrg.ts";

export interface Standing {
  readonly partner: PartnerFacts;
  readonly agreements: readonly AgreementFacts[];
  readonly benefits: readonly BenefitFacts[];
  readonly training: readonly TrainingFacts[];
  readonly reviews: readonly ReviewFacts[];
}

/** One entry for each partner account, in the order read. */
export function groupByPartner(facts: OrgFacts): Map<string, Standing> {
  const agreements = byPartner(facts.agreements);
  const benefits = byPartner(facts.benefits);
  const training = byPartner(facts.training);
  const reviews = byPartner(facts.reviews);
  return new Map(
    facts.partners.map((partner) => [
      partner.id,
      {
        partner,
        agreements: agreements.get(partner.id) ?? [],
        benefits: benefits.get(partner.id) ?? [],
        training: training.get(partner.id) ?? [],
        reviews: reviews.get(partner.id) ?? [],
      },
    ]),
  );
}

function byPartner<T extends { readonly partnerId: string }>(rows: readonly T[]): Map<string, T[]> {
  return Map.groupBy(rows, (row) => row.partnerId);
}
