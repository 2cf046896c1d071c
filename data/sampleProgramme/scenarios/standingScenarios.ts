/** What a partner has to show beside revenue: courses that run out, agreements of its own. */
import { baseline, partner } from "../drawPartner.ts";
import { won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const standingScenarios: readonly Scenario[] = [
  {
    partner: partner("fernhollow", "Fernhollow Technologies", {
      tier: "Silver",
      technical: 8,
      salesTrained: 6,
      training: [
        // A second certificate of the same person makes no second resource.
        { person: 1, course: "Twilio_Platform", completed: "2023-02-20" },
        { person: 9, course: "Twilio_Platform", completed: "2021-11-30", expires: "2023-11-30" },
        { person: 10, course: "Twilio_Platform", completed: "2021-12-14", expires: "2023-12-14" },
        { person: 11, course: "Twilio_Platform", completed: "2021-12-15", expires: "2023-12-15" },
      ],
    }),
    shows:
      "Two of eleven platform courses have run out and one runs out today (still counts): qualifies for Bronze, keeps Silver until the annual review.",
    rules: ["R-14", "R-28"],
    deals: [won("utility", "outage alerts", "2023-07-13", "230000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Bronze", Technical_Resources__c: "9" },
      reviews: [],
    },
  },
  {
    partner: partner("whitestave", "Whitestave Consulting", {
      tier: "Silver",
      technical: 12,
      salesTrained: 6,
      agreements: [baseline("2020-11-01", "2023-10-31")],
    }),
    shows:
      "The Baseline Partner Agreement ended on 31 October: keeps Silver until the annual review, qualifies for Registered only, every benefit is blocked.",
    rules: ["R-7", "R-8"],
    deals: [won("hotel", "guest messaging", "2023-03-29", "240000.00")],
    expected: {
      explains: ["R-7"],
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Registered", Projected_Annual_Tier__c: "Registered" },
      benefits: { Partner_Portal: "Membership Blocked", Co_Sell: "Membership Blocked" },
      reviews: [],
    },
  },
  {
    partner: partner("harborline-iberia", "Harborline Iberia", {
      tier: "Registered",
      place: ["Valencia", "Spain"],
      parent: "acct-harborline",
      technical: 5,
      salesTrained: 2,
      agreements: [],
    }),
    shows:
      "An affiliate of Harborline Digital that never signed a baseline agreement of its own: the parent's does not count, nor do figures roll up.",
    rules: ["R-7", "R-8"],
    deals: [won("port", "harbour notifications", "2023-09-12", "60000.00")],
    expected: {
      account: { Partner_Tier__c: "Registered", Qualified_Tier__c: "Registered", Trailing_eARR__c: "60000.00" },
      benefits: { Partner_Portal: "Membership Blocked" },
      reviews: [],
    },
  },
];
