/** What is written on the account and into the history: ..R-17, R-35. */
import Big from "big.js";
import { canonicalJson, sha256 } from "../../sync-service/program/evidence.ts";
import { policy2023 } from "./samplePolicy.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const gold2023 = {
  partner: partner({ stored: stored({ tier: "Gold" }) }),
  revenue: revenue(200_000, { annualWindow: new Big(20_000) }),
  training: trained(10, 5),
};

describe("figures of an account", () => {
  test("R-15 the projected annual tier rests on this calendar year so far", () => {
    const { stored: after } = decide({
      revenue: revenue(200_000, { yearToDate: new Big(20_000) }),
      training: trained(10, 5),
    });
    expect(after).toMatchObject({
      qualifiedTier: "Silver",
      projectedAnnualTier: "Bronze",
    });
  });

  test("R-10, R-11 every window's revenue is stored, no revenue as 0.00", () => {
    const figures = {
      trailingInfluenced: new Big(3),
      trailingResold: new Big(2),
      annualWindow: new Big(7),
      yearToDate: new Big(0),
    };
    const { stored: after } = decide({ revenue: revenue(5, figures) });
    expect(
      [
        after.trailingEarr,
        after.trailingInfluencedEarr,
        after.trailingResoldEarr,
        after.annualWindowEarr,
        after.yearToDateEarr,
      ].map((amount) => amount?.toFixed(2)),
    ).toEqual(["5.00", "3.00", "2.00", "7.00", "0.00"]);
  });

  test("R-16 a qualified move that waits for the annual review is told, others are not", () => {
    const waiting = { ...gold2023, partner: partner() };
    const { explanation } = decide(waiting, policy2023, "2024-02-10").stored;
    expect(explanation).toContain("The move to Silver waits");
    expect(decide(gold2023).stored.explanation).not.toContain("waits");
    const due = decide(gold2023, policy2023, "2024-02-10");
    expect(due.stored.explanation).not.toContain("waits");
  });
});

describe("reviews carry their evidence", () => {
  test.each([
    [false, "Annual review (R-15), provisional (R-16): Gold to Bronze."],
    [true, "Annual review (R-15): Gold to Bronze."],
  ])("R-16 published %s: %s", (publishAnnual, text) => {
    const facts = { ...gold2023, publishAnnual };
    const [review] = decide(facts, policy2023, "2024-02-10").reviews;
    expect(review?.explanation).toContain(text);
    expect(review?.evidenceHash).toBe(sha256(review?.evidence ?? ""));
    expect(JSON.parse(review?.evidence ?? "")).toMatchObject({
      earr: "20000.00",
      qualifiedTier: "Bronze",
      policy: "Program_2023",
      window: ["2023-01-01", "2023-12-31"],
    });
  });

  test("R-16 evidence is canonical: keys in order, amounts exact", () => {
    const amounts = [new Big("1.5"), new Big("0.125"), new Big("12")];
    expect(canonicalJson({ b: amounts, a: { d: null, c: true } })).toBe(
      '{"a":{"c":true,"d":null},"b":["1.50","0.125","12.00"]}',
    );
  });
});

describe("evidence does not depend on the order of picklist values", () => {
  test("R-16 the same focus in another order is the same evidence", () => {
    const evidence = (focus: string[]) =>
      decide({ ...gold2023, partner: { ...gold2023.partner, focus } }, policy2023, "2024-02-10").reviews[0]?.evidence;
    expect(evidence(["Flex", "Communications"])).toBe(evidence(["Communications", "Flex"]));
  });
});

describe("a broken-off publication", () => {
  const published = {
    id: "r",
    partnerId: "p1",
    key: "annual:p1:2024",
    type: "Annual" as const,
    status: "Published" as const,
    asOfDate: "2024-02-01",
    programYear: 2024,
    previousTier: "Gold" as const,
    qualifiedTier: "Bronze" as const,
    earr: new Big(20_000),
    technicalResources: 10,
    salesTrainedResources: 5,
    policyName: "Program_2023",
  };
  const quiet = { ...gold2023, revenue: revenue(0) };
  test.each([
    ["Bronze", "Gold", false, "Bronze"],
    ["Global Strategic", "Global Strategic", true, "Global Strategic"],
    ["Bronze", "Gold", true, "Global Strategic"],
    ["Global Strategic", "Global Strategic", false, "Registered"],
  ] as const)("R-4, R-15 review found %s, account %s, designated %s: %s", (tier, held, isGlobalStrategic, expected) => {
    const account = partner({
      isGlobalStrategic,
      stored: stored({ tier: held }),
    });
    const facts = {
      ...quiet,
      partner: account,
      reviews: [{ ...published, tier }],
    };
    const decision = decide(facts, policy2023, "2024-02-10");
    expect(decision.stored).toMatchObject({
      tier: expected,
      programYear: 2024,
    });
    expect(decision.reviews.some((r) => r.type === "Annual")).toBe(false);
  });
});
