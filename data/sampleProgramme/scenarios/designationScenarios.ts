/** How partners enter, are designated, and what history and imports do. */
import { partner } from "../drawPartner.ts";
import { won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const designationScenarios: readonly Scenario[] = [
  {
    partner: partner("vantagerow", "Vantagerow Group", {
      tier: "Global Strategic",
      isGlobalStrategic: true,
      technical: 12,
      salesTrained: 6,
    }),
    shows:
      "Global Strategic by designation: its revenue and training would give Silver, which is shown and takes nothing away.",
    rules: ["R-4", "R-30"],
    deals: [won("airline", "disruption messaging of an airline", "2023-06-08", "480000.00")],
    expected: {
      account: {
        Partner_Tier__c: "Global Strategic",
        Qualified_Tier__c: "Silver",
        Projected_Annual_Tier__c: "Global Strategic",
        Next_Tier__c: "",
      },
      benefits: { Co_Sell: "Available" },
      reviews: [],
    },
  },
  {
    partner: partner("meridian-loom", "Meridian Loom", {
      tier: "Gold",
      isGlobalStrategic: true,
      technical: 17,
      salesTrained: 11,
    }),
    shows: "Gold, designated Global Strategic this week: the run makes it so at once.",
    rules: ["R-4"],
    deals: [won("grocer", "loyalty programme of a grocer", "2023-02-16", "1600000.00")],
    expected: {
      account: {
        Partner_Tier__c: "Global Strategic",
        Qualified_Tier__c: "Gold",
        Partner_Tier_Since_Date__c: "2023-12-15",
      },
      reviews: ["Designation"],
    },
  },
  {
    partner: partner("oakenbridge", "Oakenbridge Consulting", {
      tier: "Global Strategic",
      technical: 10,
      salesTrained: 5,
    }),
    shows: "Its designation was taken away: the run gives the tier that the trailing window supports, Silver.",
    rules: ["R-4"],
    deals: [won("parcel", "parcel tracking", "2023-05-25", "330000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Silver", Next_Tier__c: "Gold" },
      reviews: ["Designation"],
    },
  },
  {
    partner: partner("pinecroft", "Pinecroft Labs", { enrolled: "2023-12-01", technical: 1 }),
    shows: "Newly enrolled, no tier yet: enters as Registered.",
    rules: ["R-1", "R-13"],
    deals: [],
    expected: {
      account: {
        Partner_Tier__c: "Registered",
        Partner_Program_Year__c: "2023",
        Partner_Tier_Since_Date__c: "2023-12-15",
        Trailing_eARR__c: "0.00",
        Partner_Activity_Review__c: "",
      },
      benefits: { Partner_Portal: "Available", Partner_Badge: "Tier Too Low" },
      reviews: ["Enrollment"],
    },
  },
  {
    partner: partner("silverfen", "Silverfen Studio", { enrolled: "2023-11-15", technical: 12, salesTrained: 6 }),
    shows: "Newly enrolled with deals won as an applicant: Registered and, in the same run, Silver.",
    rules: ["R-13", "R-14"],
    deals: [won("stadium", "ticketing line of a stadium", "2023-10-25", "265000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Partner_Program_Year__c: "2023", Trailing_eARR__c: "265000.00" },
      reviews: ["Enrollment", "Mid-Year"],
    },
  },
  {
    partner: partner("northmoor", "Northmoor Data", {
      tier: "Silver",
      programYear: null,
      tierSince: null,
      technical: 10,
      salesTrained: 5,
    }),
    shows:
      "Imported with a tier and a blank programme year: the run stores 2023 and takes nothing away, though the figures give Bronze.",
    rules: ["R-15"],
    deals: [won("college", "enrolment helpline", "2023-04-05", "50000.00")],
    expected: {
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Bronze", Partner_Program_Year__c: "2023" },
      reviews: [],
    },
  },
  {
    partner: partner("saltfen", "Saltfen Consulting", { tier: "Silver", technical: 11, salesTrained: 6 }),
    shows:
      "A deal of 2022 was corrected after the annual review of February 2023 ($240,000.00) was published: Silver stays, the difference is shown.",
    rules: ["R-17"],
    deals: [
      won("depot", "fleet messaging", "2022-06-14", "180000.00"),
      won("depot-two", "fleet messaging, second depot", "2023-06-14", "230000.00"),
    ],
    expected: {
      explains: ["R-17"],
      account: { Partner_Tier__c: "Silver", Annual_Window_eARR__c: "180000.00", Trailing_eARR__c: "230000.00" },
      reviews: [],
    },
  },
];
