/** Registered partners' activity (R-34) and the life of deal registrations (R-36). */
import { isMomentIn, lastQuarter } from "../../sync-service/program/activity.ts";
import { decisionTarget, isExpired } from "../../sync-service/program/registrations.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, stored } from "./sample.ts";
import { registration } from "./sampleDeals.ts";
import { decide } from "./sampleDecisions.ts";

const zone = "America/Los_Angeles";

describe("R-34 the last quarter that ended", () => {
  test.each([
    ["2023-06-29", "2023-Q1", "2023-01-01", "2023-03-31"],
    ["2023-06-30", "2023-Q2", "2023-04-01", "2023-06-30"],
    ["2023-10-16", "2023-Q3", "2023-07-01", "2023-09-30"],
    ["2023-12-31", "2023-Q4", "2023-10-01", "2023-12-31"],
    ["2024-01-01", "2023-Q4", "2023-10-01", "2023-12-31"],
    ["2024-03-30", "2023-Q4", "2023-10-01", "2023-12-31"],
    ["0987-05-01", "987-Q1", "0987-01-01", "0987-03-31"],
  ])("R-34 as of %s: %s", (day, name, start, end) => {
    expect(lastQuarter(day, zone)).toMatchObject({ name, start, end });
  });

  test.each([
    ["2023-07-01T06:59:59.999Z", false],
    ["2023-07-01T07:00:00Z", true],
    ["2023-10-01T06:59:59.999Z", true],
    ["2023-10-01T07:00:00Z", false],
  ])("R-34 %s lies in 2023-Q3 of the programme's zone: %s", (moment, inside) => {
    expect(isMomentIn(lastQuarter("2023-10-16", zone), Date.parse(moment))).toBe(inside);
  });
});

describe("R-34 who is listed", () => {
  const idle = {
    wasRegistrationSubmitted: false,
    wasAttributionCreated: false,
  };
  const trainedOn = (completedDate: string) => [
    {
      contactId: "c1",
      partnerId: "p1",
      course: "Twilio_Platform",
      completedDate,
      expiresDate: null,
    },
  ];
  test.each([
    [
      "idle, enrolled 90 days before the quarter's end",
      { partner: partner({ enrolledDate: "2023-07-02" }) },
      "2023-Q3",
    ],
    ["enrolled 89 days before", { partner: partner({ enrolledDate: "2023-07-03" }) }, null],
    ["enrolled date unknown", { partner: partner({ enrolledDate: null }) }, null],
    ["submitted a registration", { activity: { ...idle, wasRegistrationSubmitted: true } }, null],
    ["was added to a deal", { activity: { ...idle, wasAttributionCreated: true } }, null],
    ["trained on the quarter's last day", { training: trainedOn("2023-09-30") }, null],
    ["trained the day after", { training: trainedOn("2023-10-01") }, "2023-Q3"],
    ["trained the day before it began", { training: trainedOn("2023-06-30") }, "2023-Q3"],
    [
      "trained were people of an affiliate",
      { training: trainedOn("2023-08-01").map((row) => ({ ...row, partnerId: "p2" })) },
      "2023-Q3",
    ],
    ["Bronze", { partner: partner({ stored: stored({ tier: "Bronze" }) }) }, null],
  ])("R-34 %s: %s", (_case, facts, listed) => {
    const decision = decide({ activity: idle, ...facts });
    expect(decision.stored.activityReview).toBe(listed);
    expect(decision.tierAfter).not.toBeNull();
  });
});

describe("R-36 deal registrations expire, approved ones never", () => {
  const submittedAt = Date.parse("2023-07-01T19:00:00Z");
  test.each([
    ["Submitted", null, "2023-09-29", false],
    ["Submitted", null, "2023-09-30", true],
    ["Action Required", null, "2023-09-30", true],
    ["Submitted", "2023-12-28", "2023-12-28", false],
    ["Submitted", "2023-12-28", "2023-12-29", true],
    ["Submitted", "2024-06-30", "2023-12-28", false],
    ["Submitted", "2024-06-30", "2023-12-29", true],
    ["Submitted", "2023-08-01", "2023-08-01", false],
    ["Submitted", "2023-08-01", "2023-08-02", true],
    ["Approved", "2023-08-01", "2024-09-30", false],
    ["Draft", "2023-08-01", "2024-09-30", false],
    ["Rejected", "2023-08-01", "2024-09-30", false],
  ] as const)("R-36 %s, recorded last day %s, as of %s: expired %s", (status, expiresDate, day, expired) => {
    const facts = registration({ status, expiresDate, submittedAt });
    expect(isExpired(facts, policy2023, day)).toBe(expired);
  });

  test.each([
    ["2023-10-16", "2023-10-16", false],
    ["2023-10-16", "2023-10-17", true],
    [null, "2023-10-17", false],
  ])("R-36 no submission recorded, last day %s, as of %s: expired %s", (expiresDate, day, expired) => {
    const facts = registration({ status: "Submitted", submittedAt: null, expiresDate });
    expect(isExpired(facts, policy2023, day)).toBe(expired);
  });

  test.each([
    ["2023-10-12T19:00:00Z", "2023-10-16"],
    ["2023-10-13T19:00:00Z", "2023-10-17"],
    ["2023-10-14T19:00:00Z", "2023-10-17"],
  ])("R-36 submitted %s, to be decided by %s", (moment, target) => {
    expect(decisionTarget(Date.parse(moment), policy2023)).toBe(target);
  });
});
