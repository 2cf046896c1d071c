/** Deal registrations: approval, late claims, rows that the run adds. */
import { partner } from "../drawPartner.ts";
import { momentOn } from "../days.ts";
import { approved, lost, open, registered, won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const registrationScenarios: readonly Scenario[] = [
  {
    partner: partner("marlowick", "Marlowick Systems", { tier: "Bronze", technical: 4, salesTrained: 2 }),
    shows:
      "Rows of deal registrations that were rejected, are not decided yet, or were approved for another opportunity do not count.",
    rules: ["R-23"],
    deals: [
      won("rejected", "registration rejected", "2023-03-30", "65000.00", {
        parts: [registered("rejected", momentOn("2023-02-14"))],
        registrations: [
          {
            key: "rejected",
            status: "Rejected",
            submittedAt: momentOn("2023-02-13"),
            decidedAt: momentOn("2023-02-15"),
            reason: "The customer was already in talks with us",
          },
        ],
      }),
      won("undecided", "registration not decided yet", "2023-11-30", "85000.00", {
        parts: [registered("undecided", momentOn("2023-11-22"))],
        registrations: [
          { key: "undecided", status: "Submitted", submittedAt: momentOn("2023-11-21"), expires: "2024-02-19" },
        ],
      }),
      won("borrowed", "linked to another deal's registration", "2023-07-27", "55000.00", {
        parts: [registered("own", momentOn("2023-07-06"))],
      }),
      won("own", "registered and approved", "2023-08-24", "45000.00", {
        parts: [registered("own", momentOn("2023-07-05"))],
        registrations: [approved("own", momentOn("2023-07-03"))],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "45000.00" },
      credits: [
        { deal: "rejected", status: "Excluded", reason: "Registration Not Approved" },
        { deal: "undecided", status: "Excluded", reason: "Registration Not Approved" },
        { deal: "borrowed", status: "Excluded", reason: "Registration Not Approved" },
        { deal: "own", status: "Counted", earr: "45000.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("ashcombe", "Ashcombe Vale", { tier: "Bronze", technical: 5, salesTrained: 3 }),
    shows:
      "Approved registrations submitted after the close need an approved late claim; submitted in time and approved later is fine.",
    rules: ["R-23"],
    deals: [
      won("late", "submitted the day after the close", "2023-02-28", "95000.00", {
        parts: [registered("late", momentOn("2023-03-03"))],
        registrations: [approved("late", momentOn("2023-03-01"))],
      }),
      won("claimed", "submitted late, claim approved", "2023-05-31", "60000.00", {
        parts: [registered("claimed", momentOn("2023-06-07"))],
        registrations: [approved("claimed", momentOn("2023-06-05"), { isLateClaimApproved: true })],
      }),
      won("decided-late", "submitted before, approved after the close", "2023-08-31", "80000.00", {
        parts: [registered("decided-late", momentOn("2023-09-21"))],
        registrations: [approved("decided-late", momentOn("2023-08-30"), { decidedAt: momentOn("2023-09-21") })],
      }),
      won("no-time", "no submission time on record", "2023-10-26", "20000.00", {
        parts: [registered("no-time", momentOn("2023-10-02"))],
        registrations: [{ key: "no-time", status: "Approved", decidedAt: momentOn("2023-10-02") }],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "140000.00" },
      credits: [
        { deal: "late", status: "Excluded", reason: "Registration Submitted After Close" },
        { deal: "claimed", status: "Counted", earr: "60000.00" },
        { deal: "decided-late", status: "Counted", earr: "80000.00" },
        { deal: "no-time", status: "Excluded", reason: "Registration Submitted After Close" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("kestrelway", "Kestrelway Digital", { tier: "Bronze", technical: 6, salesTrained: 3 }),
    shows:
      "Approved registrations without a row on their opportunity: the run adds the row, on won, lost and open deals alike, and judges it at once; the late one counts by its approved claim.",
    rules: ["R-23"],
    deals: [
      won("in-time", "registered in time, never attached", "2023-04-20", "70000.00", {
        parts: [],
        registrations: [approved("in-time", momentOn("2023-03-01"))],
      }),
      won("late-claim", "registered late, claim approved", "2023-05-15", "90000.00", {
        parts: [],
        registrations: [approved("late-claim", momentOn("2023-06-01"), { isLateClaimApproved: true })],
      }),
      won("late", "registered late, no claim", "2023-08-10", "300000.00", {
        parts: [],
        registrations: [approved("late", momentOn("2023-08-20"))],
      }),
      open("open", "registered, still open", "2024-03-15", "150000.00", {
        parts: [],
        registrations: [approved("open", momentOn("2023-11-27"))],
      }),
      lost("lost", "registered, then lost", "2023-09-15", "26000.00", {
        parts: [],
        registrations: [approved("lost", momentOn("2023-07-10"))],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "160000.00" },
      credits: [
        { deal: "in-time", status: "Counted", earr: "70000.00" },
        { deal: "late-claim", status: "Counted", earr: "90000.00" },
        { deal: "late", status: "Excluded", reason: "Registration Submitted After Close" },
        { deal: "open", status: "Pending" },
        { deal: "lost", status: "Lost" },
      ],
      reviews: [],
    },
  },
];
