/** Moves up, thresholds to the cent, what is missing. */
import { invited, partner } from "../drawPartner.ts";
import { won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const tierScenarios: readonly Scenario[] = [
  {
    partner: partner("harborline", "Harborline Digital", { tier: "Silver", technical: 12, salesTrained: 6 }),
    shows:
      "A steady Silver partner: nothing moves; the page shows what is missing to Gold. One of its deals is shared with Stonewillow.",
    rules: ["R-14", "R-35"],
    deals: [
      won("retail", "messaging for a retail chain", "2023-03-14", "150000.00"),
      won("clinics", "appointment reminders", "2023-09-05", "150000.00"),
    ],
    expected: {
      account: {
        Partner_Tier__c: "Silver",
        Qualified_Tier__c: "Silver",
        Projected_Annual_Tier__c: "Silver",
        Trailing_eARR__c: "420000.00",
        Next_Tier__c: "Gold",
        Next_Tier_eARR_Gap__c: "580000.00",
        Next_Tier_Technical_Gap__c: "3",
        Next_Tier_Sales_Gap__c: "4",
      },
      credits: [
        { deal: "retail", status: "Counted", earr: "150000.00" },
        { deal: "clinics", status: "Counted", earr: "150000.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("alderpeak", "Alderpeak Consulting", { tier: "Registered", technical: 3, salesTrained: 1 }),
    shows:
      "Registered, exactly on every Bronze requirement ($20,000.00, 3 technical, 1 sales-trained): moves up one rung.",
    rules: ["R-2", "R-14"],
    deals: [won("first", "first project", "2023-10-19", "20000.00")],
    expected: {
      account: {
        Partner_Tier__c: "Bronze",
        Partner_Tier_Since_Date__c: "2023-12-15",
        Trailing_eARR__c: "20000.00",
        Next_Tier__c: "Silver",
        Next_Tier_eARR_Gap__c: "180000.00",
      },
      benefits: { Partner_Badge: "Available", Market_Development_Funds: "Tier Too Low" },
      reviews: ["Mid-Year"],
    },
  },
  {
    partner: partner("copperfold", "Copperfold Systems", { tier: "Registered", technical: 15, salesTrained: 10 }),
    shows: "Registered with Gold's revenue and training: one run climbs three rungs, from Registered to Gold.",
    rules: ["R-3", "R-14"],
    deals: [
      won("bank", "contact centre of a savings bank", "2023-08-30", "700000.00"),
      won("insurer", "claims line of an insurer", "2023-11-30", "550000.00"),
    ],
    expected: {
      account: { Partner_Tier__c: "Gold", Trailing_eARR__c: "1250000.00", Next_Tier__c: "" },
      benefits: { Co_Sell: "Available" },
      reviews: ["Mid-Year"],
    },
  },
  {
    partner: partner("brightmere", "Brightmere Partners", { tier: "Bronze", technical: 10, salesTrained: 5 }),
    shows: "Exactly $200,000.00: enough for Silver, so it moves up.",
    rules: ["R-2", "R-14"],
    deals: [
      won("larger", "voice platform", "2023-05-11", "149999.99"),
      won("smaller", "verification", "2023-10-03", "50000.01"),
    ],
    expected: {
      account: { Partner_Tier__c: "Silver", Trailing_eARR__c: "200000.00" },
      reviews: ["Mid-Year"],
    },
  },
  {
    partner: partner("thornwick", "Thornwick Advisory", { tier: "Bronze", technical: 10, salesTrained: 5 }),
    shows: "$199,999.99, one cent short of Silver: stays Bronze, for nothing is rounded.",
    rules: ["R-2", "R-35"],
    deals: [
      won("larger", "voice platform", "2023-05-11", "149999.98"),
      won("smaller", "verification", "2023-10-03", "50000.01"),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "199999.99", Next_Tier_eARR_Gap__c: "0.01" },
      reviews: [],
    },
  },
  {
    partner: partner("lanternwick", "Lanternwick Works", {
      tier: "Bronze",
      technical: 9,
      salesTrained: 6,
      benefits: [invited("Reseller_Program", "2023-01-16", { was: "Tier Too Low" })],
    }),
    shows:
      "One technical course short of Silver, everything else is there; its invitation to resell unlocks nothing below Silver.",
    rules: ["R-2", "R-31", "R-35"],
    deals: [won("logistics", "driver notifications", "2023-06-22", "310000.00")],
    expected: {
      account: {
        Partner_Tier__c: "Bronze",
        Qualified_Tier__c: "Bronze",
        Technical_Resources__c: "9",
        Next_Tier_Technical_Gap__c: "1",
        Next_Tier_eARR_Gap__c: "0.00",
        Next_Tier_Sales_Gap__c: "0",
      },
      benefits: { Reseller_Program: "Tier Too Low" },
      reviews: [],
    },
  },
  {
    partner: partner("quillside", "Quillside Interactive", { tier: "Bronze", technical: 9, salesTrained: 11 }),
    shows: "Gold's revenue with nine technical people is Bronze: tiers are found rung by rung.",
    rules: ["R-3"],
    deals: [won("telecom", "omnichannel for a telecom", "2023-04-27", "1400000.00")],
    expected: {
      account: { Partner_Tier__c: "Bronze", Qualified_Tier__c: "Bronze", Trailing_eARR__c: "1400000.00" },
      reviews: [],
    },
  },
];
