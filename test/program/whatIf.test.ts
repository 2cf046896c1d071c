/** What if: one partner decided again with assumptions in place of facts. */
import Big from "big.js";
import { parseAssumption } from "../../sync-service/program/assumption.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { whatIf } from "../../sync-service/program/whatIf.ts";
import { withAssumption } from "../../sync-service/program/withAssumption.ts";
import { policy2023 } from "./samplePolicy.ts";
import { agreement, asOf, benefit, partner, revenue, stored, trained } from "./sample.ts";
import { input } from "./sampleDecisions.ts";

const bronze: Partial<DecisionInput> = {
  partner: partner({ stored: stored({ tier: "Bronze" as const }) }),
  revenue: revenue(50_000),
  training: trained(9, 4),
};

const assume = (given: Partial<DecisionInput>, ...texts: string[]) =>
  whatIf(input(given), texts.map(parseAssumption), policy2023, asOf);

describe("what a person may assume", () => {
  test.each([
    ["eARR=50000", { kind: "eARR", isAdded: false, usd: new Big(50_000) }],
    ["earr += 0.50", { kind: "eARR", isAdded: true, usd: new Big("0.5") }],
    ["eARR+=-1000", { kind: "eARR", isAdded: true, usd: new Big(-1000) }],
    ["technical=2", { kind: "technical", isAdded: false, people: 2 }],
    ["sales+=1", { kind: "sales", isAdded: true, people: 1 }],
    ["agreement=resale partner addendum", { kind: "agreement", type: "Resale Partner Addendum" }],
    ["invitation=Reseller_Program", { kind: "invitation", benefitKey: "Reseller_Program" }],
  ])("%s is understood", (text, expected) => {
    expect(parseAssumption(text)).toEqual(expected);
  });

  test.each([
    ["tier=Gold", "is no assumption"],
    ["eARR", "is no assumption"],
    ["constructor=1", "is no assumption"],
    ["eARR=a lot", "no amount in US dollars"],
    ["eARR=1.005", "no amount in US dollars"],
    ["eARR=-1", "below 0"],
    ["technical=1.5", "no number of people"],
    ["sales=-1", "no number of people"],
    ["agreement=Handshake", "no agreement of the programme"],
    ["invitation=", "needs the key"],
  ])("%s is refused, and what can be assumed is listed", (text, why) => {
    expect(() => parseAssumption(text)).toThrow(why);
    expect(() => parseAssumption(text)).toThrow(
      /eARR=50000.*technical=3, sales=1.*Resale Partner Addendum.*invitation=/,
    );
  });
});

describe("what would be if", () => {
  test("R-3 without an assumption both sides are the same", () => {
    const { now, then, benefitsOpened, benefitsClosed } = assume(bronze);
    expect(then).toEqual(now);
    expect([...benefitsOpened, ...benefitsClosed]).toEqual([]);
  });

  test("R-14 all requirements met by totals: the partner would advance, and its benefits open", () => {
    const { now, then, benefitsOpened, benefitsClosed } = assume(bronze, "eARR=200000", "technical=10", "sales=5");
    expect(now).toMatchObject({
      qualifiedTier: "Bronze",
      tierAfter: "Bronze",
      gaps: { nextTier: "Silver", technical: 1 },
    });
    expect(then).toMatchObject({
      qualifiedTier: "Silver",
      tierAfter: "Silver",
      gaps: { nextTier: "Gold", technical: 5 },
    });
    expect(benefitsOpened).toEqual(["Designated Partner Management", "Contact Center Licenses"]);
    expect(benefitsClosed).toEqual([]);
  });

  test.each([
    ["eARR+=149999.99", "Bronze"],
    ["eARR+=150000", "Silver"],
  ])("R-2 %s to 50,000 with enough people gives %s", (text, tier) => {
    expect(assume(bronze, text, "technical+=1", "sales+=1").then.qualifiedTier).toBe(tier);
  });

  test("R-14 fewer people than there are lower what it qualifies for, not the tier", () => {
    expect(assume(bronze, "technical=2").then).toMatchObject({ qualifiedTier: "Registered", tierAfter: "Bronze" });
  });

  test("R-28 people of one class leave those of the other alone", () => {
    const { training } = withAssumption(input(bronze), parseAssumption("sales=0"), policy2023, asOf);
    expect(training).toHaveLength(9);
    expect(training.every(({ course }) => course === "Twilio_Platform")).toBe(true);
  });

  test("R-32 a signed addendum opens the benefits that needed it", () => {
    const silver = { ...bronze, partner: partner({ stored: stored({ tier: "Silver" as const }) }) };
    const given = { ...silver, agreements: [agreement(), agreement("MDF/POC Program Terms")] };
    expect(assume(given, "agreement=Resale Partner Addendum").benefitsOpened).toEqual(["Market Development Funds"]);
  });

  test.each([
    ["with a row for it", [benefit("Reseller_Program")]],
    ["without one", []],
  ])("R-25 an invitation opens its benefit, %s", (_case, benefits) => {
    const silver = { ...bronze, partner: partner({ stored: stored({ tier: "Silver" as const }) }), benefits };
    const texts = ["invitation=Reseller_Program", "agreement=Resale Partner Addendum"];
    expect(assume(silver, ...texts).benefitsOpened).toEqual(["Reseller Program"]);
  });

  test("R-30 an invitation to what is open to all is refused with the list of those that need one", () => {
    expect(() => assume(bronze, "invitation=Partner_Portal")).toThrow(/by invitation; those are: Technology_/);
  });

  test("R-7 a signed baseline lets a partner advance", () => {
    const given = { ...bronze, partner: partner(), agreements: [] };
    expect(assume(given, "agreement=Baseline Partner Agreement")).toMatchObject({
      now: { tierAfter: "Registered" },
      then: { tierAfter: "Bronze" },
      benefitsOpened: expect.arrayContaining(["Partner Portal"]) as string[],
    });
  });

  test("R-16 while the annual review is due no tier moves, and that is said", () => {
    const due = { ...bronze, partner: partner({ stored: stored({ tier: "Bronze" as const, programYear: 2022 }) }) };
    const result = assume(due, "eARR=200000", "technical=10", "sales=5");
    expect(result).toMatchObject({ isWaiting: true, then: { qualifiedTier: "Silver", tierAfter: "Bronze" } });
  });

  test("R-6 nothing helps a suspended partner", () => {
    const given = { ...bronze, partner: partner({ status: "Suspended" as const }) };
    expect(assume(given, "eARR=9000000").then).toEqual({ qualifiedTier: null, tierAfter: "Registered", gaps: null });
  });

  test("R-21 revenue never falls below nothing", () => {
    const { revenue: after } = withAssumption(input(bronze), parseAssumption("eARR+=-60000"), policy2023, asOf);
    expect(after.trailing.toFixed(2)).toBe("0.00");
    expect(after.trailingInfluenced.plus(after.trailingResold).eq(after.trailing)).toBe(true);
  });
});
