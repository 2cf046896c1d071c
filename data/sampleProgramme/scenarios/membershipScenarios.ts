/** Every state of membership, and Registered partners that do nothing. */
import { addendum, baseline, invited, partner } from "../drawPartner.ts";
import { open, won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

/** Figures as the last run before a suspension or deactivation left them. */
const lastFigures = {
  Qualified_Tier__c: "Silver",
  Projected_Annual_Tier__c: "Silver",
  Trailing_eARR__c: "260000.00",
  Trailing_Influenced_eARR__c: "260000.00",
  Trailing_Resold_eARR__c: "0.00",
  Annual_Window_eARR__c: "0.00",
  Year_To_Date_eARR__c: "260000.00",
  Technical_Resources__c: "11",
  Sales_Trained_Resources__c: "6",
};

export const membershipScenarios: readonly Scenario[] = [
  {
    partner: partner("greyfold", "Greyfold Partners", { status: "Applicant", enrolled: null, technical: 2 }),
    shows:
      "An applicant with a deal in progress: the row is judged, but there is no tier, no benefit row and no figure.",
    rules: ["R-6"],
    deals: [open("first", "first joint project", "2024-02-15", "38000.00")],
    expected: {
      account: { Partner_Tier__c: "", Trailing_eARR__c: "" },
      credits: [{ deal: "first", status: "Pending" }],
      benefits: {},
      reviews: [],
    },
  },
  {
    partner: partner("kingsfold", "Kingsfold Ferry", {
      status: "Suspended",
      tier: "Silver",
      stored: lastFigures,
      technical: 11,
      salesTrained: 6,
      agreements: [baseline("2021-03-01"), addendum("2022-03-01")],
      benefits: [invited("Reseller_Program", "2022-03-01", { was: "Available" })],
    }),
    shows:
      "Suspended: tier and figures stay as they were ($260,000.00, though $300,000.00 more was won since), every benefit is blocked.",
    rules: ["R-6"],
    deals: [
      won("before", "berth notifications", "2023-04-04", "260000.00"),
      won("since", "won after the suspension", "2023-11-16", "300000.00"),
    ],
    expected: {
      explains: ["R-6"],
      account: { Partner_Tier__c: "Silver", Trailing_eARR__c: "260000.00", Partner_Program_Year__c: "2023" },
      benefits: { Partner_Portal: "Membership Blocked", Reseller_Program: "Membership Blocked" },
      reviews: [],
    },
  },
  {
    partner: partner("moorfold", "Moorfold Systems", {
      status: "Deactivated",
      tier: "Silver",
      stored: lastFigures,
      technical: 11,
      salesTrained: 6,
      benefits: [
        { benefit: "Partner_Portal", was: "Available" },
        { benefit: "Partner_Badge", was: "Available" },
      ],
    }),
    shows: "Deactivated this week: the run clears tier and figures and blocks every benefit.",
    rules: ["R-6"],
    deals: [won("before", "queue management", "2023-04-04", "260000.00")],
    expected: {
      account: {
        Partner_Tier__c: "",
        Partner_Tier_Since_Date__c: "",
        Partner_Program_Year__c: "",
        Qualified_Tier__c: "",
        Trailing_eARR__c: "",
        Technical_Resources__c: "",
      },
      benefits: { Partner_Portal: "Membership Blocked", Partner_Badge: "Membership Blocked" },
      reviews: [],
    },
  },
  {
    partner: partner("emberfold", "Emberfold Studio", {
      enrolled: "2023-11-20",
      technical: 11,
      salesTrained: 6,
      agreements: [baseline("2020-05-01", "2023-04-30"), baseline("2023-11-15")],
    }),
    shows: "Silver once, deactivated in spring, enrolled again in November: starts as Registered; its history is kept.",
    rules: ["R-6", "R-13"],
    deals: [won("before", "won in its first membership", "2022-09-22", "240000.00")],
    expected: {
      account: { Partner_Tier__c: "Registered", Partner_Program_Year__c: "2023", Trailing_eARR__c: "0.00" },
      benefits: { Partner_Portal: "Available" },
      reviews: ["Enrollment"],
    },
  },
  {
    partner: partner("stillmere", "Stillmere Advisory", { tier: "Registered", enrolled: "2022-05-16", technical: 1 }),
    shows:
      "A quiet Registered partner: no registration, attribution or training in the third quarter, so it is listed for a person to review.",
    rules: ["R-34"],
    deals: [],
    expected: {
      explains: ["R-34"],
      account: { Partner_Tier__c: "Registered", Partner_Activity_Review__c: "2023-Q3" },
      reviews: [],
    },
  },
  {
    partner: partner("newlane", "Newlane Partners", {
      tier: "Registered",
      tierSince: "2023-07-03",
      enrolled: "2023-07-03",
    }),
    shows: "As quiet, but enrolled 89 days before the quarter's end: too new to be listed.",
    rules: ["R-34"],
    deals: [],
    expected: {
      account: { Partner_Tier__c: "Registered", Partner_Activity_Review__c: "" },
      reviews: [],
    },
  },
];
