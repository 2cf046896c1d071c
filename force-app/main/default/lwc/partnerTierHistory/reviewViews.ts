import { fillText, formatCount, formatDay } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import type { ReviewNode } from "./historyAnswer";
import { label } from "./labels";

export interface ReviewView {
  readonly key: string;
  readonly day: string;
  readonly heading: string;
  readonly tier: string | null;
  readonly figures: string;
  readonly isProvisional: boolean;
  readonly explanation: readonly string[];
}

function headingOf(review: ReviewNode): string {
  const tier = review.Tier__c.value ?? label.noTier;
  const previous = review.Previous_Tier__c.value ?? label.noTier;
  const year = String(review.Program_Year__c.value ?? "");
  const annual =
    previous === tier ? fillText(label.annualKept, year, tier) : fillText(label.annualMoved, year, previous, tier);
  const headings: Readonly<Record<string, string>> = {
    Enrollment: fillText(label.enrolled, tier),
    "Mid-Year": fillText(label.advanced, previous, tier),
    Annual: annual,
    Designation: fillText(label.designated, previous, tier),
  };
  return headings[review.Type__c.value ?? ""] ?? tier;
}

function figuresOf(review: ReviewNode): string {
  return fillText(
    label.figures,
    formatUsd(toCents(review.eARR__c.value)),
    formatDay(review.Window_Start_Date__c.value),
    formatDay(review.Window_End_Date__c.value),
    formatCount(review.Technical_Resources__c.value),
    formatCount(review.Sales_Trained_Resources__c.value),
  );
}

/** The newest first; of those of one day, the last decision first. */
export function reviewViews(reviews: readonly ReviewNode[]): readonly ReviewView[] {
  const order = (review: ReviewNode): string =>
    `${review.As_Of_Date__c.value} ${review.CreatedDate.value} ${review.Id}`;
  return [...reviews]
    .sort((a, b) => (order(a) < order(b) ? 1 : -1))
    .map((review) => ({
      key: review.Id,
      day: formatDay(review.As_Of_Date__c.value),
      heading: headingOf(review),
      tier: review.Tier__c.value,
      figures: figuresOf(review),
      isProvisional: review.Status__c.value === "Provisional",
      explanation: review.Explanation__c.value?.split(/(?<=\.) (?=[A-Z])/) ?? [],
    }));
}
