import { LightningElement, api } from "lwc";
import provisional from "@salesforce/label/c.History_Provisional";
import reviews from "@salesforce/label/c.History_Reviews";
import why from "@salesforce/label/c.History_Why";

interface Review {
  readonly key: string;
  readonly day: string;
  readonly heading: string;
  readonly tier: string | null;
  readonly figures: string;
  readonly isProvisional: boolean;
  readonly explanation: readonly string[];
}

/** Decisions about a tier, the newest first. */
export default class PartnerReviewTimeline extends LightningElement {
  @api reviews: readonly Review[] = [];

  label = { provisional, reviews, why };
}
