import { LightningElement, api } from "lwc";
import noTier from "@salesforce/label/c.TierBadge_No_Tier";

const LOOKS: Readonly<Record<string, string>> = {
  Registered: "registered",
  Bronze: "bronze",
  Silver: "silver",
  Gold: "gold",
  "Global Strategic": "global-strategic",
};

/** The tier's name, never its colour alone. */
export default class PartnerTierBadge extends LightningElement {
  /** A value of the tier picklist; blank for a partner without one. */
  @api tier: string | null = null;

  get text(): string {
    return this.tier || noTier;
  }

  get badgeClass(): string {
    return `slds-badge tier tier_${LOOKS[this.tier ?? ""] ?? "none"}`;
  }
}
