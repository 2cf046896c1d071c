/** The life of a deal registration, from draft to expiry. */
import { partner } from "../drawPartner.ts";
import { momentOn } from "../days.ts";
import { approved, open, registered } from "../drawDeal.ts";
import type { Scenario } from "../scenario.ts";

export const registrationLifeScenarios: readonly Scenario[] = [
  {
    partner: partner("driftmark", "Driftmark Solutions", { tier: "Registered", technical: 2, salesTrained: 1 }),
    shows:
      "Registrations in every status; one is past its 90 days and expires in this run, one has its last day today, one was extended.",
    rules: ["R-36"],
    deals: [
      open("matched", "warehouse alerts", "2024-01-19", "54000.00", {
        parts: [registered("approved", momentOn("2023-06-16"))],
        registrations: [approved("approved", momentOn("2023-06-14"))],
        createdAt: momentOn("2023-06-12"),
      }),
    ],
    registrations: [
      { key: "draft", status: "Draft" },
      { key: "fresh", status: "Submitted", submittedAt: momentOn("2023-12-13"), expires: "2024-03-12" },
      { key: "last-day", status: "Submitted", submittedAt: momentOn("2023-09-16"), expires: "2023-12-15" },
      { key: "overdue", status: "Submitted", submittedAt: momentOn("2023-09-10"), expires: "2023-12-09" },
      { key: "extended", status: "Submitted", submittedAt: momentOn("2023-08-01"), expires: "2024-01-20" },
      {
        key: "action",
        status: "Action Required",
        submittedAt: momentOn("2023-11-01"),
        expires: "2024-01-30",
        reason: "Please name the customer's project owner",
      },
      {
        key: "rejected",
        status: "Rejected",
        submittedAt: momentOn("2023-05-08"),
        decidedAt: momentOn("2023-05-10"),
        reason: "Another partner had registered the deal",
      },
      { key: "withdrawn", status: "Withdrawn", submittedAt: momentOn("2023-04-03"), decidedAt: momentOn("2023-04-20") },
      { key: "expired", status: "Expired", submittedAt: momentOn("2023-02-06"), expires: "2023-05-07" },
    ],
    expected: {
      account: { Partner_Tier__c: "Registered", Partner_Activity_Review__c: "" },
      credits: [{ deal: "matched", status: "Pending" }],
      registrations: {
        draft: "Draft",
        fresh: "Submitted",
        "last-day": "Submitted",
        overdue: "Expired",
        extended: "Submitted",
        action: "Action Required",
        approved: "Approved",
        rejected: "Rejected",
        withdrawn: "Withdrawn",
        expired: "Expired",
      },
      reviews: [],
    },
  },
];
