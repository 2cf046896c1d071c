import reasonText from "@salesforce/label/c.AnnualReview_Reason";
import { rowsOf, type Connection, type Figure, type Text } from "c/programAnswer";
import { fillText } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";

interface RunNode {
  readonly Id: string;
  readonly Key__c: Text;
  readonly As_Of_Date__c: Text;
  readonly Held_Reason__c: Text;
  readonly Plan__c: Text;
  readonly Plan_Hash__c: Text;
  readonly Approved_Plan_Hash__c: Text;
  readonly Approved_At__c: Text;
  readonly Approved_By__r: { readonly Name: Text } | null;
}

interface ReviewNode {
  readonly Partner__c: Text;
  readonly Program_Year__c: Figure;
  readonly eARR__c: Figure;
  readonly Technical_Resources__c: Figure;
  readonly Sales_Trained_Resources__c: Figure;
}

export interface AnnualAnswer {
  readonly Partner_Sync_Run__c: Connection<RunNode>;
  readonly Partner_Tier_Review__c: Connection<ReviewNode>;
}

export interface AnnualReview {
  readonly id: string;
  readonly year: string;
  readonly asOf: string | null;
  readonly heldReason: string;
  readonly plan: string | null;
  readonly hash: string | null;
  readonly isApproved: boolean;
  readonly approvedBy: string;
  readonly approvedAt: string | null;
  readonly reasons: Readonly<Record<string, string>>;
}

function reasonOf(node: ReviewNode): [string, string] {
  const amount = formatUsd(toCents(node.eARR__c.value));
  const technical = node.Technical_Resources__c.value ?? 0;
  const sales = node.Sales_Trained_Resources__c.value ?? 0;
  return [node.Partner__c.value ?? "", fillText(reasonText, amount, technical, sales)];
}

/** The review that waits; null = none does. */
export function readReview(answer: AnnualAnswer): AnnualReview | null {
  const [run] = rowsOf(answer.Partner_Sync_Run__c);
  if (!run) return null;
  const year = run.Key__c.value?.replace(/^annual:/, "") ?? "";
  const reviews = rowsOf(answer.Partner_Tier_Review__c).filter((node) => String(node.Program_Year__c.value) === year);
  return {
    id: run.Id,
    year,
    asOf: run.As_Of_Date__c.value,
    heldReason: run.Held_Reason__c.value ?? "",
    plan: run.Plan__c.value,
    hash: run.Plan_Hash__c.value,
    isApproved: run.Plan_Hash__c.value !== null && run.Plan_Hash__c.value === run.Approved_Plan_Hash__c.value,
    approvedBy: run.Approved_By__r?.Name.value ?? "",
    approvedAt: run.Approved_At__c.value,
    reasons: Object.fromEntries(reviews.map(reasonOf)),
  };
}
