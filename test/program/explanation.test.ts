/** Explanations: what people are shown, and why it is stable. */
import Big from "big.js";
import { explainAttribution } from "../../sync-service/program/explainAttribution.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, stored, trained } from "./sample.ts";
import { attribution, closedAt, judge, opportunity } from "./sampleDeals.ts";
import { decide } from "./sampleDecisions.ts";

describe("explanations of partners cite rules and are the same tomorrow", () => {
  const facts = {
    partner: partner({ stored: stored({ tier: "Gold" as const }) }),
    revenue: revenue(150_000, {
      future: new Big(5),
      futureDeals: 1,
      excludedInTrailing: { "Added After Close": 2 },
    }),
    training: trained(9, 5),
  };
  test("R-2 what is missing is named with its amount", () => {
    const { stored: after } = decide(facts);
    expect(after.explanation).toContain("Missing to Silver: USD 50,000.00 eARR");
    expect(after.explanation).toContain("1 technical resource ");
    for (const rule of ["R-1", "R-2", "R-3", "R-12", "R-14", "R-15", "R-27"])
      expect(after.explanation).toContain(`(${rule})`);
  });

  test("R-4 a designation is not said to be kept by R-14", () => {
    const account = partner({
      isGlobalStrategic: true,
      stored: stored({ tier: "Global Strategic" }),
    });
    const { explanation } = decide({ ...facts, partner: account }).stored;
    expect(explanation).toContain("(R-4)");
    expect(explanation).not.toContain("(R-14)");
  });

  test("R-34 an inactive partner is told its quarter, an active one is not", () => {
    const activity = {
      wasRegistrationSubmitted: false,
      wasAttributionCreated: false,
    };
    expect(decide({ activity }).stored.explanation).toContain("in 2023-Q3");
    expect(decide().stored.explanation).not.toContain("(R-34)");
  });

  test.each([
    ["unchanged", facts],
    ["advancing", { ...facts, partner: partner() }],
    ["suspended", { partner: partner({ status: "Suspended" as const }) }],
    ["with an annual review due", { ...facts, partner: partner({ stored: stored({ programYear: 2022 }) }) }],
  ])("R-9 the stored text of a partner %s names no as-of date", (_case, given) => {
    const today = decide(given);
    const tomorrow = decide(
      {
        ...given,
        partner: { ...(given.partner ?? partner()), stored: today.stored },
      },
      policy2023,
      "2023-10-17",
    );
    expect(tomorrow.stored.explanation).toBe(today.stored.explanation);
    expect(tomorrow.isChanged).toBe(false);
  });
});

describe("R-27 explanations of attributions say who can mend it", () => {
  const explained = (deal: Parameters<typeof judge>[0], createdAt = closedAt) => {
    const [row] = judge(deal, [attribution({ createdAt })]).attributions;
    if (!row) throw new Error("no verdict");
    return explainAttribution(row, deal, windowsAsOf(asOf, 365));
  };
  test("R-27 counted, with its windows", () => {
    expect(explained(opportunity())).toMatchObject({
      status: "Counted",
      rule: "R-22",
      windows: ["trailing", "yearToDate"],
      advice: null,
    });
    expect(explained(opportunity({ closeDate: "2023-10-17" })).windows).toEqual(["future"]);
  });
  test("R-27 the clause is said in words", () => {
    const before = "Twilio sales added the partner before the close";
    expect(explained(opportunity()).clause).toBe(before);
    expect(explained(opportunity({ earr: null })).clause).toBe("No eARR is recorded");
    expect(explained(opportunity({ isWon: false })).clause).toBe("The opportunity was lost");
    expect(explained(opportunity({ closeDate: asOf })).windows).toEqual(["trailing", "yearToDate"]);
  });

  test("R-27 reasons are counted in the order of their names", () => {
    const excludedInTrailing = { "No eARR": 1, Duplicate: 3 };
    const { explanation } = decide({ revenue: revenue(0, { excludedInTrailing }) }).stored;
    expect(explanation).toContain("3 Duplicate, 1 No eARR (R-27)");
  });

  test.each([
    ["Added After Close", opportunity(), closedAt + 1, "late claim"],
    ["No eARR", opportunity({ earr: null }), closedAt, "account executive"],
  ])("R-27 %s", (reason, deal, createdAt, who) => {
    const found = explained(deal, createdAt);
    expect(found).toMatchObject({ reason, windows: [] });
    expect(found.advice).toContain(who);
  });
});
