/** Benefits by tier, focus, invitation and agreement, and the training that a focus asks for. */
import { addendum, baseline, fundTerms, invited, partner, referralAddendum } from "../drawPartner.ts";
import { won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

const byInvitation = [
  "Technology_Partner_Program",
  "Executive_Engagement",
  "Referral_Fees",
  "Partner_Advisory_Board",
  "Proof_Of_Concept_Funding",
  "Reseller_Program",
  "Global_Event_Participation",
];

export const benefitScenarios: readonly Scenario[] = [
  {
    partner: partner("goldenfern", "Goldenfern Group", {
      tier: "Gold",
      isReseller: true,
      focus: ["Communications", "Flex", "Segment/Engage"],
      technical: 18,
      salesTrained: 12,
      training: [{ person: 1, course: "Segment_Sales", completed: "2022-09-12" }],
      agreements: [
        baseline("2020-02-01"),
        addendum("2020-02-01"),
        fundTerms("2021-06-01"),
        referralAddendum("2021-06-01"),
      ],
      benefits: byInvitation.map((benefit) => invited(benefit, "2022-02-01", { was: "Available" })),
    }),
    shows: "Gold with every focus, invitation and agreement: all seventeen benefits are available.",
    rules: ["R-30", "R-31"],
    deals: [
      won("carrier", "self-service of a carrier", "2023-03-16", "900000.00"),
      won("retailer", "customer data of a retailer", "2023-09-28", "600000.00"),
    ],
    expected: {
      account: { Partner_Tier__c: "Gold", Trailing_eARR__c: "1500000.00", Projected_Annual_Tier__c: "Gold" },
      benefits: {
        Partner_Portal: "Available",
        Co_Sell: "Available",
        Market_Development_Funds: "Available",
        ...Object.fromEntries(byInvitation.map((benefit) => [benefit, "Available"])),
      },
      reviews: [],
    },
  },
  {
    partner: partner("larkspire", "Larkspire Data", {
      tier: "Silver",
      focus: ["Segment/Engage"],
      technical: 10,
      salesTrained: 3,
      training: [
        { person: 1, course: "Segment_Sales", completed: "2022-08-15" },
        { person: 2, course: "Segment_Sales", completed: "2022-08-15" },
        // Has Sellers Series 101 too: still one person.
        { person: 10, course: "Segment_Sales", completed: "2023-01-23" },
      ],
      agreements: [baseline("2021-03-01"), referralAddendum("2022-04-01")],
      benefits: [
        invited("Referral_Fees", "2022-04-01", { was: "Available" }),
        invited("Reseller_Program", "2023-01-09", { was: "Not In Scope" }),
      ],
    }),
    shows:
      "Focus on Segment/Engage alone: Segment's course makes sales-trained people (five in all), referral fees are open, Flex benefits are not in scope.",
    rules: ["R-29", "R-31", "R-32"],
    deals: [won("publisher", "audience data of a publisher", "2023-05-16", "260000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Silver", Sales_Trained_Resources__c: "5" },
      benefits: {
        Referral_Fees: "Available",
        Implementation_Offering: "Not In Scope",
        Reseller_Program: "Not In Scope",
        Technology_Partner_Program: "Invitation Needed",
        Co_Sell: "Tier Too Low",
      },
      reviews: [],
    },
  },
  {
    partner: partner("finchmoor", "Finchmoor Insights", {
      tier: "Bronze",
      focus: ["Segment/Engage"],
      technical: 4,
      salesTrained: 2,
    }),
    shows: "Focus on Segment/Engage without anybody trained to sell it: told so, and loses no tier by it.",
    rules: ["R-29"],
    deals: [won("magazine", "reader profiles", "2023-08-08", "48000.00")],
    expected: {
      explains: ["R-29"],
      account: { Partner_Tier__c: "Bronze", Qualified_Tier__c: "Bronze", Trailing_eARR__c: "48000.00" },
      benefits: { Demo_Environment: "Available", Implementation_Offering: "Not In Scope" },
      reviews: [],
    },
  },
];
