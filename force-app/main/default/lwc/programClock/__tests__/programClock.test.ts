import { leavesOn, programClock, windowStart, type ClockAnswer } from "../programClock";

const value = <T>(given: T): { value: T } => ({ value: given });

function answer({ hours = 1, from = "2023-01-01", to = null as string | null, asOf = "2023-12-15" } = {}): ClockAnswer {
  const run = {
    Id: "a07",
    As_Of_Date__c: value(asOf),
    Finished_At__c: value("2023-12-15T10:00:00Z"),
    Hours_Since_Finish__c: value(hours),
  };
  const policy = {
    Id: "m01",
    Effective_From_Date__c: value(from),
    Effective_To_Date__c: value(to),
    Stale_After_Hours__c: value(36),
    Time_Zone__c: value("America/Los_Angeles"),
    Trailing_Window_Days__c: value(365),
  };
  return { lastRun: { edges: [{ node: run }] }, Partner_Program_Policy__mdt: { edges: [{ node: policy }] } };
}

describe("the programme's clock", () => {
  it("takes today from the org, in the programme's zone, and not from the device", () => {
    expect(programClock(answer({ hours: 21.9 }))?.today).toBe("2023-12-15");
    expect(programClock(answer({ hours: 22 }))?.today).toBe("2023-12-16");
  });

  it.each([
    [36, false],
    [36.01, true],
  ])("calls figures that are %d hours old stale: %s", (hours, isStale) => {
    expect(programClock(answer({ hours }))?.isStale).toBe(isStale);
  });

  it.each([
    ["no run", { ...answer(), lastRun: { edges: [] } }],
    ["a policy that begins later", answer({ from: "2023-12-16" })],
    ["a policy that has ended", answer({ to: "2023-12-14" })],
  ])("stands still with %s", (_, given) => {
    expect(programClock(given)).toBeNull();
  });

  it("keeps exactly as many days in the window as the policy says (R-10)", () => {
    const window = { asOf: "2024-12-31", windowDays: 365 };
    expect(windowStart(window)).toBe("2024-01-02");
    expect(leavesOn("2024-01-02", window)).toBe("2025-01-01");
  });
});
