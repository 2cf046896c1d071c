/** Benefit rows. */
import { benefit, partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

describe("R-30 the matrix opens with the tier", () => {
  test.each([
    ["Registered", 1],
    ["Bronze", 6],
    ["Silver", 15],
    ["Gold", 17],
    ["Global Strategic", 17],
  ] as const)("R-30 %s is high enough for %i benefits", (tier, open) => {
    const { benefits } = decide({
      partner: partner({
        stored: stored({ tier }),
        isGlobalStrategic: tier === "Global Strategic",
      }),
    });
    expect(benefits).toHaveLength(17);
    expect(benefits.filter((b) => b.status !== "Tier Too Low")).toHaveLength(open);
  });
});

describe("R-6 rows by membership", () => {
  const old = benefit("Partner_Portal", {
    storedStatus: "Available",
    storedIsAvailable: true,
  });
  test.each([
    ["Enrolled", 17],
    ["Suspended", 17],
    ["Deactivated", 17],
    ["Applicant", 1],
  ] as const)("R-6 %s has %i rows", (status, rows) => {
    const { benefits } = decide({
      partner: partner({ status }),
      benefits: [old],
    });
    expect(benefits).toHaveLength(rows);
    const portal = benefits.find((b) => b.benefitKey === "Partner_Portal");
    expect(portal?.status).toBe(status === "Enrolled" ? "Available" : "Membership Blocked");
    expect([portal?.rowId, portal?.isLost]).toEqual([old.id, status !== "Enrolled"]);
  });
});

describe("R-31 what opens and what closes", () => {
  test.each([
    ["Enrolled", false, true, false],
    ["Enrolled", true, false, false],
    ["Suspended", true, false, true],
    ["Suspended", false, false, false],
  ] as const)("R-31 %s, available before %s: gained %s, lost %s", (status, storedIsAvailable, isGained, isLost) => {
    const row = benefit("Partner_Portal", { storedIsAvailable });
    const decision = decide({
      partner: partner({ status }),
      benefits: [row],
    });
    expect(decision.benefits[0]).toMatchObject({ isGained, isLost });
  });
});
