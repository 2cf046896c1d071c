import type { LightningElement } from "lwc";
import type { GraphqlFault } from "lightning/graphql";
import AnnualReviewApproval from "../../annualReviewApproval/annualReviewApproval";
import DealRegistrationQueue from "../../dealRegistrationQueue/dealRegistrationQueue";
import DealRegistrationReview from "../../dealRegistrationReview/dealRegistrationReview";
import OpportunityPartners from "../../opportunityPartners/opportunityPartners";
import PartnerBenefits from "../../partnerBenefits/partnerBenefits";
import PartnerEvidence from "../../partnerEvidence/partnerEvidence";
import PartnerPortfolio from "../../partnerPortfolio/partnerPortfolio";
import PartnerReadiness from "../../partnerReadiness/partnerReadiness";
import PartnerTierCard from "../../partnerTierCard/partnerTierCard";
import PartnerTierHistory from "../../partnerTierHistory/partnerTierHistory";
import SyncRunPlan from "../../syncRunPlan/syncRunPlan";
import SyncRuns from "../../syncRuns/syncRuns";
import { deepAll, deepOne, mount, settled, shownText } from "support/lwcPage";
import { NO_ACCESS, refuse } from "support/lwcWire";

/** Every card, with a variable that its query alone has. Empty and stale are each card's own, and tested with it. */
const CARDS: readonly (readonly [name: string, is: typeof LightningElement, variable: string])[] = [
  ["annual-review-approval", AnnualReviewApproval, "mode"],
  ["deal-registration-queue", DealRegistrationQueue, "rows"],
  ["deal-registration-review", DealRegistrationReview, "id"],
  ["opportunity-partners", OpportunityPartners, "id"],
  ["partner-benefits", PartnerBenefits, "recordId"],
  ["partner-evidence", PartnerEvidence, "recordId"],
  ["partner-portfolio", PartnerPortfolio, "where"],
  ["partner-readiness", PartnerReadiness, "recordId"],
  ["partner-tier-card", PartnerTierCard, "recordId"],
  ["partner-tier-history", PartnerTierHistory, "recordId"],
  ["sync-run-plan", SyncRunPlan, "runId"],
  ["sync-runs", SyncRuns, "runs"],
];

const TROUBLES: readonly (readonly [state: string, faults: readonly GraphqlFault[], text: RegExp, buttons: number])[] =
  [
    ["broken", [{ message: "The server is down." }], /could not be (read|loaded) The server is down\./, 1],
    ["offline", [{ message: "Failed to fetch" }], /There is no connection/, 1],
    ["refused", NO_ACCESS, /You (have no|do not have) access/, 0],
  ];

describe.each(CARDS)("the state of c-%s", (name, is, variable) => {
  const show = (): HTMLElement => mount(`c-${name}`, is, { recordId: "001A" });

  it("is loading, read out, until an answer is there", async () => {
    const element = show();
    await settled();
    const spinner = deepOne<HTMLElement & { alternativeText?: string }>(element, "lightning-spinner");
    expect(spinner.alternativeText).not.toBe("");
    await expect(element).toBeAccessible();
  });

  it.each(TROUBLES)("is %s, in words, where the query is", async (_, faults, text, buttons) => {
    const element = show();
    await refuse(faults, variable);
    const state = deepOne(element, "c-answer-state");
    expect(shownText(state)).toMatch(text);
    expect(deepAll(state, "[data-action='retry']")).toHaveLength(buttons);
    expect(deepAll(element, "lightning-spinner")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
