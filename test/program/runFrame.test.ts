/** What every decision says of its partner; evidence texts; the choice of a policy. */
import Big from "big.js";
import { canonicalJson, sha256 } from "../../sync-service/program/evidence.ts";
import { PartnerRevenue } from "../../sync-service/program/partnerRevenue.ts";
import { selectPolicy } from "../../sync-service/program/policy.ts";
import { planOf } from "../../sync-service/program/plan.ts";
import { excluded, influenced, lost, pending, resold } from "../../sync-service/program/verdictOf.ts";
import { addDays, firstDayOf, isInForce, lastDayOf, windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import { benefit, partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

describe("R-6 a decision names its partner, its policy and both tiers", () => {
  test.each(["Enrolled", "Suspended", "Deactivated", "Applicant"] as const)("R-6 %s", (status) => {
    const decision = decide({ partner: partner({ status, stored: stored({ tier: "Gold" }) }) });
    expect(decision).toMatchObject({
      partnerId: "p1",
      partnerName: "Acme",
      status,
      policyName: "Program_2023",
      tierBefore: "Gold",
      tierAfter: status === "Enrolled" || status === "Suspended" ? "Gold" : null,
      isChanged: true,
    });
    if (status === "Enrolled") return;
    expect(decision).toMatchObject({
      moves: [],
      reviews: [],
      annual: { due: false, isPublished: false, isOverdue: false, tier: null, programYear: 2023 },
      annualDifference: null,
      evaluation: null,
      findings: [{ kind: "not evaluated", rule: "R-6", status }],
    });
  });
});

describe("R-16 evidence is the same text for the same facts", () => {
  test.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: 2, b: 1 }, '{"a":2,"b":1}'],
    [[3, 1, 2], "[3,1,2]"],
    [null, "null"],
    [new Big("-0.5"), '"-0.50"'],
    [new Big("1.125"), '"1.125"'],
    [new Big("1.25"), '"1.25"'],
    [new Big("1e21"), '"1000000000000000000000.00"'],
  ])("R-16 %j", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test("R-16 its hash is SHA-256 in lower case", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256("é")).toBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  });
});

describe("R-10..R-12, R-25 the sums of a partner", () => {
  const sum = () => new PartnerRevenue(windowsAsOf("2024-03-15", 365));
  test("R-25 influenced and resold stand apart in the trailing window, and together everywhere else", () => {
    const revenue = sum();
    revenue.add(resold(new Big(10), { resoldUsd: new Big(7), hasLeftOutLines: true }, "R-22"), "2023-12-31");
    revenue.add(influenced(new Big(5), "R-23"), "2024-01-01");
    revenue.add(influenced(new Big(100), "R-23"), "2024-03-16");
    expect(revenue.figures()).toEqual({
      trailing: new Big(15),
      trailingInfluenced: new Big(8),
      trailingResold: new Big(7),
      annualWindow: new Big(10),
      yearToDate: new Big(5),
      future: new Big(100),
      futureDeals: 1,
      excludedInTrailing: {},
    });
  });

  test("R-27 what does not count adds to no sum, and only exclusions are counted", () => {
    const revenue = sum();
    for (const verdict of [pending, lost, excluded("No eARR"), excluded("No eARR")]) revenue.add(verdict, "2024-03-15");
    revenue.add(pending, "2024-03-16");
    expect(revenue.figures()).toMatchObject({
      trailing: new Big(0),
      futureDeals: 0,
      excludedInTrailing: { "No eARR": 2 },
    });
  });
});

describe("R-9 days", () => {
  test("R-9 a year has four digits, whenever it is", () => {
    expect([firstDayOf(987), lastDayOf(987), firstDayOf(2023)]).toEqual(["0987-01-01", "0987-12-31", "2023-01-01"]);
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });

  test("R-8, R-28 what never began is not in force, whatever its end", () => {
    expect(isInForce(null, null, "2023-01-01")).toBe(false);
    expect(isInForce(null, "2024-01-01", "2023-01-01")).toBe(false);
  });

  test("R-9 the error says that no policy is in force, and on which day", () => {
    expect(() => selectPolicy([], "2021-12-31")).toThrow(
      new RangeError("No programme policy is in force on 2021-12-31"),
    );
    const ended = { ...policy2023, effectiveTo: "2023-12-31" };
    expect(selectPolicy([ended], "2023-12-31")).toBe(ended);
    expect(() => selectPolicy([ended], "2024-01-01")).toThrow(RangeError);
    expect(() => selectPolicy([policy2023], "2022-12-31")).toThrow(RangeError);
  });
});

describe("R-16 a plan has a line for whom something moves", () => {
  const quiet = () =>
    decide({ benefits: [benefit("Partner_Portal", { storedStatus: "Available", storedIsAvailable: true })] });
  const losing = (keys: string[]) => ({
    ...quiet(),
    benefits: keys.map((benefitKey) => ({ ...quiet().benefits[0]!, benefitKey, isLost: true })),
  });
  const move = { type: "Annual", from: "Registered", to: "Registered", isByPerson: true } as const;
  test("R-16 nothing moves: no line, and guards still make another plan", () => {
    expect(planOf([quiet()], []).lines).toEqual([]);
    expect(planOf([quiet()], []).hash).toBe(sha256("guards:"));
    expect(planOf([], ["B", "A", "B"])).toEqual({ lines: [], guardCodes: ["A", "B"], hash: sha256("guards:A,B") });
  });

  test("R-16 a review that leaves the tier as it is has its line", () => {
    expect(planOf([{ ...quiet(), moves: [move] }], []).lines).toMatchObject([
      { tierBefore: "Registered", reviewTypes: ["Annual"] },
    ]);
  });

  test("R-16 lost benefits by key, each once", () => {
    expect(planOf([losing(["b", "a", "b"])], []).lines[0]?.benefitsLost).toEqual(["a", "b"]);
    expect(planOf([losing(["a"])], []).hash).not.toBe(planOf([losing(["b"])], []).hash);
  });
});
