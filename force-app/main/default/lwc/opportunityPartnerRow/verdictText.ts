import addedAfterClose from "@salesforce/label/c.OpportunityPartners_Added_After_Close";
import counted from "@salesforce/label/c.OpportunityPartners_Counted";
import duplicate from "@salesforce/label/c.OpportunityPartners_Duplicate";
import lost from "@salesforce/label/c.OpportunityPartners_Lost";
import noEarr from "@salesforce/label/c.OpportunityPartners_No_eARR";
import notJudged from "@salesforce/label/c.OpportunityPartners_Not_Judged";
import notJudgedOpen from "@salesforce/label/c.OpportunityPartners_Not_Judged_Open";
import pending from "@salesforce/label/c.OpportunityPartners_Pending";
import rateMissing from "@salesforce/label/c.OpportunityPartners_Rate_Missing";
import registrationLate from "@salesforce/label/c.OpportunityPartners_Registration_Late";
import registrationNotApproved from "@salesforce/label/c.OpportunityPartners_Registration_Not_Approved";
import servicesOnly from "@salesforce/label/c.OpportunityPartners_Services_Only";
import { fillText } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";

/** Reason texts exactly as R-27 fixes them. */
const REASONS: Readonly<Record<string, string>> = {
  Duplicate: duplicate,
  "Added After Close": addedAfterClose,
  "Registration Not Approved": registrationNotApproved,
  "Registration Submitted After Close": registrationLate,
  "No eARR": noEarr,
  "Professional Services Only": servicesOnly,
  "Currency Rate Missing": rateMissing,
};

export interface Verdict {
  readonly status: string | null;
  readonly reason: string | null;
  readonly creditUsd: number | null;
}

/** What the last run said about a row, in words; before its first run, what is known already. */
export function verdictText({ status, reason, creditUsd }: Verdict, isClosed: boolean): string {
  switch (status) {
    case "Counted":
      return fillText(counted, formatUsd(toCents(creditUsd)));
    case "Pending":
      return pending;
    case "Lost":
      return lost;
    case "Excluded":
      return REASONS[reason ?? ""] ?? reason ?? notJudged;
    case null:
    default:
      return isClosed ? notJudged : notJudgedOpen;
  }
}
