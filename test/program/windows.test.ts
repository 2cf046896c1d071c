/** Windows and days, R-9..R-12. */
import Big from "big.js";
import { PartnerRevenue } from "../../sync-service/program/partnerRevenue.ts";
import { selectPolicy } from "../../sync-service/program/policy.ts";
import { duplicate, excluded, influenced, pending } from "../../sync-service/program/verdictOf.ts";
import { dayOf, windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";

function revenueOf(closeDate: string, asOf: string) {
  const sum = new PartnerRevenue(windowsAsOf(asOf, 365));
  sum.add(influenced(new Big(10), "R-22"), closeDate);
  const { trailing, annualWindow, yearToDate, future } = sum.figures();
  return [trailing, annualWindow, yearToDate, future].map(Number);
}

describe("R-10 trailing window", () => {
  test.each([
    ["2023-12-31", "2023-01-01"],
    ["2024-12-31", "2024-01-02"],
    ["2024-02-29", "2023-03-02"],
    ["2023-03-01", "2022-03-02"],
  ])("R-10 as of %s it begins on %s", (asOf, start) => {
    expect(windowsAsOf(asOf, 365).trailing).toEqual({ start, end: asOf });
  });
});

describe("R-10..R-12 where a deal counts, as of 2024-03-15", () => {
  test.each([
    ["2023-03-17", [10, 10, 0, 0]],
    ["2023-03-16", [0, 10, 0, 0]],
    ["2023-01-01", [0, 10, 0, 0]],
    ["2022-12-31", [0, 0, 0, 0]],
    ["2023-12-31", [10, 10, 0, 0]],
    ["2024-01-01", [10, 0, 10, 0]],
    ["2024-03-15", [10, 0, 10, 0]],
    ["2024-03-16", [0, 0, 0, 10]],
  ])("R-11 closed on %s: trailing, annual, year to date, future %p", (day, sums) => {
    expect(revenueOf(day, "2024-03-15")).toEqual(sums);
  });
});

describe("R-9 a day is a date in the programme's zone", () => {
  test.each([
    ["2024-01-01T07:59:59.999Z", "2023-12-31"],
    ["2024-01-01T08:00:00.000Z", "2024-01-01"],
    ["2023-07-01T06:59:59.999Z", "2023-06-30"],
    ["2023-07-01T07:00:00.000Z", "2023-07-01"],
  ])("R-9 %s is %s", (moment, day) => {
    expect(dayOf(Date.parse(moment), "America/Los_Angeles")).toBe(day);
  });
});

describe("R-9 a run as of last year uses last year's rules", () => {
  const old = {
    ...policy2023,
    name: "2022",
    effectiveFrom: "2022-01-01",
    effectiveTo: "2022-12-31",
  };
  const open = { ...policy2023, name: "2024", effectiveFrom: "2024-01-01" };
  test.each([
    ["2022-01-01", "2022"],
    ["2022-12-31", "2022"],
    ["2023-01-01", "Program_2023"],
    ["2023-12-31", "Program_2023"],
    ["2024-01-01", "2024"],
  ])("R-9 as of %s: %s", (day, name) => {
    for (const policies of [
      [old, policy2023, open],
      [open, policy2023, old],
    ])
      expect(selectPolicy(policies, day).name).toBe(name);
  });

  test("R-9 of two in force the one that took effect last, then the first by name", () => {
    const sameStart = { ...open, name: "A" };
    expect(selectPolicy([policy2023, open], "2024-05-01").name).toBe("2024");
    for (const policies of [
      [sameStart, open],
      [open, sameStart],
    ])
      expect(selectPolicy(policies, "2024-05-01").name).toBe("2024");
  });

  test("R-9 the one that took effect last goes before, whatever the names", () => {
    const [earlier, later] = [
      { ...policy2023, name: "A" },
      { ...open, name: "Z" },
    ];
    expect(selectPolicy([earlier, later], "2024-05-01").name).toBe("Z");
    expect(selectPolicy([later, earlier], "2024-05-01").name).toBe("Z");
  });

  test("R-9 no policy in force is an error, not a guess", () => {
    expect(() => selectPolicy([old], "2021-12-31")).toThrow("2021-12-31");
  });
});

describe("R-27 deals that are not counted are counted by reason", () => {
  test("R-27 in the trailing window only, excluded ones only", () => {
    const sum = new PartnerRevenue(windowsAsOf("2023-10-16", 365));
    sum.add(duplicate, "2023-10-16");
    sum.add(excluded("No eARR"), "2022-10-17");
    sum.add(excluded("No eARR"), "2023-10-16");
    sum.add(excluded("No eARR"), "2022-10-16");
    sum.add(pending, "2023-10-16");
    expect(sum.figures().excludedInTrailing).toEqual({
      Duplicate: 1,
      "No eARR": 2,
    });
    expect(sum.figures().trailing.toFixed(2)).toBe("0.00");
  });
});
