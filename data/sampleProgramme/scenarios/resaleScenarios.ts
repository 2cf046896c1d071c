/** Resale is by invitation and needs its addendum; funds need theirs. */
import { addendum, baseline, fundTerms, invited, partner } from "../drawPartner.ts";
import { line, resold, won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const resaleScenarios: readonly Scenario[] = [
  {
    partner: partner("bellhollow", "Bellhollow Resale", {
      tier: "Silver",
      isReseller: true,
      technical: 11,
      salesTrained: 6,
      agreements: [baseline("2021-03-01"), addendum("2022-01-20"), fundTerms("2022-01-20")],
      benefits: [invited("Reseller_Program", "2022-01-10", { was: "Available" })],
    }),
    shows:
      "Invited, with the addendum in force: resold revenue counts as resold; Segment lines count as influenced and flag the row.",
    rules: ["R-25", "R-32"],
    deals: [
      won("licences", "contact centre licences resold", "2023-02-09", "100000.00", { parts: [resold()] }),
      won("bundle", "bundle with Segment", "2023-05-04", null, {
        lines: [line("Flex", "150000.00"), line("Segment", "40000.00")],
        parts: [resold()],
      }),
      won("influenced", "influenced as well", "2023-10-05", "30000.00"),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Silver",
        Trailing_eARR__c: "320000.00",
        Trailing_Resold_eARR__c: "250000.00",
        Trailing_Influenced_eARR__c: "70000.00",
      },
      credits: [
        { deal: "licences", status: "Counted", earr: "100000.00", isResaleUnauthorized: false },
        { deal: "bundle", status: "Counted", earr: "190000.00", isResaleUnauthorized: true },
      ],
      benefits: { Reseller_Program: "Available", Market_Development_Funds: "Available" },
      reviews: [],
    },
  },
  {
    partner: partner("tinlane", "Tinlane Channel", {
      tier: "Silver",
      isReseller: true,
      technical: 10,
      salesTrained: 5,
      benefits: [invited("Reseller_Program", "2022-03-01", { was: "Agreement Needed" })],
    }),
    shows:
      "Invited to resell, but has no Resale Partner Addendum: its resold deal counts as influenced and is flagged.",
    rules: ["R-25", "R-31", "R-32"],
    deals: [won("licences", "licences resold without the addendum", "2023-04-06", "220000.00", { parts: [resold()] })],
    expected: {
      account: {
        Partner_Tier__c: "Silver",
        Trailing_Influenced_eARR__c: "220000.00",
        Trailing_Resold_eARR__c: "0.00",
      },
      credits: [{ deal: "licences", status: "Counted", earr: "220000.00", isResaleUnauthorized: true }],
      benefits: { Reseller_Program: "Agreement Needed", Market_Development_Funds: "Agreement Needed" },
      reviews: [],
    },
  },
  {
    partner: partner("tamarrow", "Tamarrow Reach", {
      tier: "Silver",
      isReseller: true,
      technical: 10,
      salesTrained: 5,
      agreements: [baseline("2021-03-01"), addendum("2022-05-01")],
    }),
    shows: "Has the addendum, but was never invited to resell: counts as influenced and is flagged.",
    rules: ["R-25", "R-31"],
    deals: [won("licences", "licences resold without an invitation", "2023-06-07", "205000.00", { parts: [resold()] })],
    expected: {
      account: { Partner_Tier__c: "Silver", Trailing_Influenced_eARR__c: "205000.00", Trailing_Resold_eARR__c: "0.00" },
      credits: [{ deal: "licences", status: "Counted", earr: "205000.00", isResaleUnauthorized: true }],
      benefits: { Reseller_Program: "Invitation Needed" },
      reviews: [],
    },
  },
  {
    partner: partner("halcyon-fold", "Halcyon Fold", {
      tier: "Silver",
      technical: 11,
      salesTrained: 5,
      agreements: [baseline("2021-03-01"), fundTerms("2023-09-01"), addendum("2024-01-15", { isSigned: false })],
      benefits: [
        invited("Reseller_Program", "2023-11-06", { was: "Agreement Needed" }),
        invited("Proof_Of_Concept_Funding", "2023-11-06", { was: "Agreement Needed" }),
      ],
    }),
    shows:
      "The Resale Partner Addendum is drawn up for January and unsigned: resale, market development funds and proof-of-concept funding all wait for it.",
    rules: ["R-8", "R-32"],
    deals: [won("bank", "branch callbacks of a bank", "2023-03-08", "275000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Trailing_eARR__c: "275000.00" },
      benefits: {
        Reseller_Program: "Agreement Needed",
        Market_Development_Funds: "Agreement Needed",
        Proof_Of_Concept_Funding: "Agreement Needed",
      },
      reviews: [],
    },
  },
  {
    partner: partner("juniper-strand", "Juniper Strand", {
      tier: "Silver",
      isReseller: true,
      technical: 10,
      salesTrained: 6,
      agreements: [baseline("2021-03-01"), addendum("2022-01-20")],
      benefits: [invited("Reseller_Program", "2022-02-01", { ends: "2023-06-30", was: "Invitation Needed" })],
    }),
    shows:
      "Its invitation to resell ended on 2023-06-30: resold on that day counts as resold, one day later as influenced.",
    rules: ["R-25"],
    deals: [
      won("last-day", "resold on the invitation's last day", "2023-06-30", "110000.00", { parts: [resold()] }),
      won("day-after", "resold a day too late", "2023-07-01", "95000.00", { parts: [resold()] }),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Silver",
        Trailing_Resold_eARR__c: "110000.00",
        Trailing_Influenced_eARR__c: "95000.00",
      },
      credits: [
        { deal: "last-day", status: "Counted", earr: "110000.00", isResaleUnauthorized: false },
        { deal: "day-after", status: "Counted", earr: "95000.00", isResaleUnauthorized: true },
      ],
      benefits: { Reseller_Program: "Invitation Needed" },
      reviews: [],
    },
  },
];
