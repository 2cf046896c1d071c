import type { Day } from "c/programDays";
import { toCents } from "c/usdAmount";
import type { AttributionNode } from "./evidenceAnswer";
import { label } from "./labels";

/** One opportunity of the partner, with what the service decided about it. */
export interface EvidenceRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly customer: string;
  readonly owner: string;
  readonly closeDate: Day;
  readonly status: string;
  readonly reason: string | null;
  readonly cents: bigint;
  readonly source: string;
  readonly role: string;
  /** The verdict in a word or two. */
  readonly verdict: string;
  /** Why, in words, with the rule that decides it. */
  readonly why: string;
}

const REASONS: Readonly<Record<string, string>> = {
  Duplicate: label.duplicate,
  "Added After Close": label.addedAfterClose,
  "Registration Not Approved": label.registrationNotApproved,
  "Registration Submitted After Close": label.registrationLate,
  "No eARR": label.noEarr,
  "Professional Services Only": label.servicesOnly,
  "Currency Rate Missing": label.rateMissing,
};

const STATUSES: Readonly<Record<string, { readonly verdict: string; readonly why: string }>> = {
  Counted: { verdict: label.counted, why: label.countedWhy },
  Pending: { verdict: label.pending, why: label.pendingWhy },
  Lost: { verdict: label.lost, why: label.lostWhy },
  Excluded: { verdict: label.excluded, why: label.excludedWhy },
};

const UNJUDGED = { verdict: label.unjudged, why: label.unjudgedWhy };

export function evidenceRow(node: AttributionNode): EvidenceRow {
  const deal = node.Opportunity__r;
  const status = node.Credit_Status__c.value ?? "";
  const reason = node.Credit_Reason__c.value;
  const known = STATUSES[status] ?? UNJUDGED;
  const why = reason === null ? known.why : (REASONS[reason] ?? reason);
  return {
    id: node.Id,
    opportunityId: deal?.Id ?? "",
    opportunity: deal?.Name.value ?? "",
    customer: deal?.Account?.Name.value ?? "",
    owner: deal?.Owner?.Name?.value ?? "",
    closeDate: deal?.CloseDate.value ?? "",
    status,
    reason,
    cents: toCents(node.Credit_eARR__c.value),
    source: node.Source__c.label ?? node.Source__c.value ?? "",
    role: node.Role__c.label ?? node.Role__c.value ?? "",
    verdict: known.verdict,
    why: node.Is_Resale_Unauthorized__c.value === true ? `${why} ${label.resaleUnauthorized}` : why,
  };
}
