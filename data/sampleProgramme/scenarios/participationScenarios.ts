/** Who validly took part: added before the close, duplicates, reopened deals. */
import { partner } from "../drawPartner.ts";
import { momentOn } from "../days.ts";
import { approved, lost, open, registered, won } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const participationScenarios: readonly Scenario[] = [
  {
    partner: partner("latchford", "Latchford Lane", { tier: "Bronze", technical: 4, salesTrained: 2 }),
    shows:
      "Added in the very instant of the close counts; five minutes later, or after the creation of an imported won deal, does not; an approved registration heals a late row.",
    rules: ["R-22", "R-23"],
    deals: [
      won("same-instant", "added in the instant of the close", "2023-03-21", "30000.00", {
        parts: [{ addedAt: momentOn("2023-03-21") }],
      }),
      won("five-minutes", "added five minutes after the close", "2023-04-18", "70000.00", {
        parts: [{ addedAt: momentOn("2023-04-18", 18, 5) }],
      }),
      won("healed", "added late, but registered in time", "2023-05-23", "25000.00", {
        parts: [{ addedAt: momentOn("2023-05-24") }],
        registrations: [approved("healed", momentOn("2023-05-02"))],
      }),
      won("imported", "imported as won, no stage change recorded", "2023-09-05", "90000.00", {
        createdAt: momentOn("2023-09-05"),
        closedAt: null,
        parts: [{ addedAt: momentOn("2023-09-05", 18, 30) }],
      }),
    ],
    expected: {
      explains: ["R-27"],
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "55000.00" },
      credits: [
        { deal: "same-instant", status: "Counted", earr: "30000.00" },
        { deal: "five-minutes", status: "Excluded", reason: "Added After Close" },
        { deal: "healed", status: "Counted", earr: "25000.00" },
        { deal: "imported", status: "Excluded", reason: "Added After Close" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("stonewillow", "Stonewillow Consulting", { tier: "Bronze", technical: 5, salesTrained: 2 }),
    shows:
      "Twice on one deal counts once (the earliest valid row); two partners on one deal (Harborline Digital is the other) each get it in full.",
    rules: ["R-24"],
    deals: [
      won("twice", "entered twice", "2023-02-23", "50000.00", {
        parts: [{ addedAt: momentOn("2023-01-10") }, { addedAt: momentOn("2023-02-01") }],
      }),
      won("invalid-first", "an invalid row came first", "2023-06-29", "40000.00", {
        parts: [{ source: "Deal Registration", addedAt: momentOn("2023-05-02") }, { addedAt: momentOn("2023-06-06") }],
      }),
      won("shared", "won together with Harborline Digital", "2023-10-10", "120000.00", {
        parts: [{}, { partner: "acct-harborline", addedAt: momentOn("2023-09-19") }],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Bronze", Trailing_eARR__c: "210000.00" },
      credits: [
        { deal: "twice", status: "Counted", earr: "50000.00" },
        { deal: "twice", status: "Excluded", reason: "Duplicate" },
        { deal: "invalid-first", status: "Excluded", reason: "Duplicate" },
        { deal: "invalid-first", status: "Counted", earr: "40000.00" },
        { deal: "shared", status: "Counted", earr: "120000.00" },
        { deal: "shared", partner: "acct-harborline", status: "Counted", earr: "120000.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("ravenscarp", "Ravenscarp Systems", { tier: "Silver", technical: 10, salesTrained: 5 }),
    shows:
      "A won deal was reopened and is out (Silver, earned with it, stays until January); one re-closed is in by its new close; one reopened to attach the partner counts and is listed as a boundary case.",
    rules: ["R-14", "R-26"],
    deals: [
      open("reopened", "reopened after the customer objected", "2024-01-31", "180000.00", {
        stage: "Negotiation/Review",
        createdAt: momentOn("2023-01-17"),
        closedAt: momentOn("2023-11-07"),
      }),
      won("reclosed", "closed, reopened and closed again", "2023-09-20", "60000.00", {
        createdAt: momentOn("2022-12-05"),
      }),
      won("attached", "reopened to attach the partner", "2023-04-10", "25000.00", {
        closedAt: momentOn("2023-08-02"),
        parts: [{ addedAt: momentOn("2023-08-01") }],
      }),
    ],
    expected: {
      account: { Partner_Tier__c: "Silver", Qualified_Tier__c: "Bronze", Trailing_eARR__c: "85000.00" },
      credits: [
        { deal: "reopened", status: "Pending" },
        { deal: "reclosed", status: "Counted", earr: "60000.00" },
        { deal: "attached", status: "Counted", earr: "25000.00" },
      ],
      reviews: [],
    },
  },
  {
    partner: partner("orchardvale", "Orchardvale Partners", { tier: "Registered", technical: 1 }),
    shows:
      "Only open and lost deals so far: Pending and Lost, no revenue; active in the last quarter, so not listed for review.",
    rules: ["R-27", "R-34"],
    deals: [
      open("open", "library notifications", "2024-02-29", "48000.00", {
        createdAt: momentOn("2023-08-10"),
        parts: [registered("library", momentOn("2023-08-17"))],
        registrations: [approved("library", momentOn("2023-08-15"))],
      }),
      lost("lost", "museum ticket line", "2023-06-15", "32000.00"),
    ],
    expected: {
      account: { Partner_Tier__c: "Registered", Trailing_eARR__c: "0.00", Partner_Activity_Review__c: "" },
      credits: [
        { deal: "open", status: "Pending" },
        { deal: "lost", status: "Lost" },
      ],
      reviews: [],
    },
  },
];
