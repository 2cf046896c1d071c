/** What counts as revenue: currencies, line items, professional services. */
import { partner } from "../drawPartner.ts";
import { line, won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const revenueScenarios: readonly Scenario[] = [
  {
    partner: partner("rheinquell", "Rheinquell Digital", {
      tier: "Bronze",
      place: ["Mannheim", "Germany"],
      technical: 10,
      salesTrained: 5,
    }),
    shows:
      "Two deals of €94,000.00, on both sides of the rate change of 2023-07-01 (0.94, then 0.92): $100,000.00 and $102,173.91, together Silver.",
    rules: ["R-21", "R-14"],
    deals: [
      won("june", "service line, last day of the old rate", "2023-06-30", "94000.00", { currency: "EUR" }),
      won("july", "service line, first day of the new rate", "2023-07-01", "94000.00", { currency: "EUR" }),
    ],
    expected: {
      account: { Partner_Tier__c: "Silver", Trailing_eARR__c: "202173.91" },
      credits: [
        { deal: "june", status: "Counted", earr: "100000.00" },
        { deal: "july", status: "Counted", earr: "102173.91" },
      ],
      reviews: ["Mid-Year"],
    },
  },
  {
    partner: partner("thamesrow", "Thamesrow Cloud", {
      tier: "Bronze",
      place: ["Reading", "United Kingdom"],
      technical: 10,
      salesTrained: 5,
    }),
    shows:
      "A deal in pounds closed before the first rate of pounds (2023-03-01): a missing rate counts 0 and is reported, never guessed.",
    rules: ["R-21"],
    deals: [
      won("early", "council helpline", "2023-02-10", "180000.00", { currency: "GBP" }),
      won("later", "council helpline, second phase", "2023-08-21", "40000.00", { currency: "GBP" }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "50000.00" },
      credits: [
        { deal: "early", status: "Excluded", reason: "Currency Rate Missing" },
        { deal: "later", status: "Counted", earr: "50000.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("dunmarsh", "Dunmarsh Analytics", { tier: "Bronze", technical: 4, salesTrained: 2 }),
    shows:
      "No eARR recorded, on the opportunity or on any of its lines, is a reason of its own; an eARR of 0 is a figure.",
    rules: ["R-20"],
    deals: [
      won("blank", "nobody entered the eARR", "2023-03-02", null),
      won("blank-lines", "lines without eARR, whatever the field says", "2023-04-13", "88000.00", {
        lines: [line("Communications", null), line("Flex", null), line("Professional Services", "12000.00")],
      }),
      won("zero", "a free pilot", "2023-05-18", "0.00"),
      won("plain", "email delivery", "2023-09-21", "35000.00"),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "35000.00" },
      credits: [
        { deal: "blank", status: "Excluded", reason: "No eARR" },
        { deal: "blank-lines", status: "Excluded", reason: "No eARR" },
        { deal: "zero", status: "Counted", earr: "0.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("brookfern", "Brookfern Delivery", { tier: "Bronze", technical: 5, salesTrained: 2 }),
    shows:
      "Professional services are left out; where there are lines their sum counts, a credit line included, not the opportunity's own field.",
    rules: ["R-19", "R-20"],
    deals: [
      won("services", "professional services only", "2023-06-01", "40000.00", {
        lines: [line("Professional Services", "40000.00")],
      }),
      won("mixed", "contact centre with services and a credit", "2023-07-20", "100000.00", {
        lines: [
          line("Flex", "50000.00"),
          line("Communications", "30000.00"),
          line("Communications", "-5000.00"),
          line("Professional Services", "20000.00"),
        ],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "75000.00" },
      credits: [
        { deal: "services", status: "Excluded", reason: "Professional Services Only" },
        { deal: "mixed", status: "Counted", earr: "75000.00" },
      ],
      reviews: [],
    },
  },
];
