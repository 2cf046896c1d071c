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
  opened: readonly string[] = [];

  get rows(): readonly (Review & { readonly isOpen: boolean; readonly chevron: string })[] {
    return this.reviews.map((review) => {
      const isOpen = this.opened.includes(review.key);
      return { ...review, isOpen, chevron: isOpen ? "utility:chevrondown" : "utility:chevronright" };
    });
  }

  handleWhy(event: Event): void {
    const { review } = (event.currentTarget as HTMLElement).dataset;
    if (!review) return;
    this.opened = this.opened.includes(review) ? this.opened.filter((key) => key !== review) : [...this.opened, review];
  }
}
