import { rowsOf } from "c/programAnswer";
import type { PartnerTierAnswer, RequirementNode } from "./partnerTierAnswer";

/** The published requirements of one edition of the programme, by tier and in order. */
export class TierOrder {
  readonly rows: readonly RequirementNode[];

  constructor(answer: Pick<PartnerTierAnswer, "Partner_Tier_Requirement__mdt">, policyId: string) {
    this.rows = rowsOf(answer.Partner_Tier_Requirement__mdt)
      .filter((row) => row.Policy__c.value === policyId)
      .sort((a, b) => (a.Rank__c.value ?? 0) - (b.Rank__c.value ?? 0));
  }

  requirementOf(tier: string | null): RequirementNode | undefined {
    return this.rows.find((row) => row.Tier__c.value === tier);
  }

  isBelow(tier: string | null, other: string | null): boolean {
    return rankOf(tier, this) < rankOf(other, this);
  }
}

/** A tier without published requirements is given by hand and stands above the others. */
function rankOf(tier: string | null, order: TierOrder): number {
  if (tier === null) return -1;
  return order.requirementOf(tier)?.Rank__c.value ?? Number.POSITIVE_INFINITY;
}
