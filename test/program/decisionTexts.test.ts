/** What a partner's page says, sentence by sentence, each with its rule. */
import Big from "big.js";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, stored, trained } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

const told = (given: Partial<DecisionInput>, policy = policy2023) =>
  decide(given, policy, asOf).stored.explanation ?? "";
const holding = (tier: "Registered" | "Bronze" | "Silver" | "Gold", more = {}) =>
  partner({ stored: stored({ tier, ...more }) });
const idle = { wasRegistrationSubmitted: false, wasAttributionCreated: false };

describe("a partner reads where it stands and why", () => {
  test("R-1 the whole text of a partner with one year behind it", () => {
    const facts = { partner: holding("Bronze"), revenue: revenue("20000.5"), training: trained(3, 1) };
    expect(told(facts)).toBe(
      "Bronze for program year 2023, since February 1, 2022 (R-1). " +
        "Over the trailing window the partner qualifies for Bronze: USD 20,000.50 eARR, 3 technical resources, 1 sales-trained resource (R-3). " +
        "Missing to Silver: USD 179,999.50 eARR (account executives add the partner before a deal closes); " +
        "7 technical resources (people of the partner complete the platform course); " +
        "4 sales-trained resources (people of the partner complete the sales course) (R-2). " +
        "This calendar year so far, USD 20,000.50 eARR, would give Bronze at the next annual review (R-15).",
    );
  });

  test("R-2 a Gold partner that meets everything is told of nothing missing", () => {
    const facts = { partner: holding("Gold"), revenue: revenue(1_000_000), training: trained(15, 10) };
    expect(told(facts)).toBe(
      "Gold for program year 2023, since February 1, 2022 (R-1). " +
        "Over the trailing window the partner qualifies for Gold: USD 1,000,000.00 eARR, 15 technical resources, 10 sales-trained resources (R-3). " +
        "This calendar year so far, USD 1,000,000.00 eARR, would give Gold at the next annual review (R-15).",
    );
  });

  test.each<[string, Partial<DecisionInput>, string]>([
    [
      "R-1 a tier without a date",
      { partner: holding("Gold", { tierSinceDate: null }) },
      "Gold for program year 2023 (R-1).",
    ],
    [
      "R-4 designated",
      { partner: partner({ isGlobalStrategic: true }) },
      "Designated Global Strategic by hand; no computation gives or takes this (R-4).",
    ],
    [
      "R-7 without the baseline",
      { agreements: [] },
      "The Baseline Partner Agreement is not in force: no advancement, and every benefit is blocked; " +
        "the partner account manager can record the agreement (R-7).",
    ],
    [
      "R-7 the baseline is the first rung",
      { agreements: [] },
      "Missing to Registered: the Baseline Partner Agreement (R-2).",
    ],
    [
      "R-2 one person short of each class",
      { revenue: revenue(20_000), training: trained(2, 0) },
      "Missing to Bronze: 1 technical resource (people of the partner complete the platform course); " +
        "1 sales-trained resource (people of the partner complete the sales course) (R-2).",
    ],
    [
      "R-2 revenue alone is short",
      { training: trained(3, 1) },
      "Missing to Bronze: USD 20,000.00 eARR (account executives add the partner before a deal closes) (R-2).",
    ],
    [
      "R-14 a tier above what the window gives",
      { partner: holding("Gold") },
      "Gold is kept although the trailing window gives Registered: only an annual review lowers a tier (R-14).",
    ],
    [
      "R-12 one deal to come",
      { revenue: revenue(0, { futureDeals: 1, future: new Big(5) }) },
      "1 won deal (USD 5.00) with a close date still to come: outside every window (R-12).",
    ],
    [
      "R-12 several deals to come",
      { revenue: revenue(0, { futureDeals: 2, future: new Big(7) }) },
      "2 won deals (USD 7.00) with a close date still to come: outside every window (R-12).",
    ],
    [
      "R-27 deals that do not count, by reason",
      { revenue: revenue(0, { excludedInTrailing: { "No eARR": 1, "Added After Close": 2, Duplicate: 3 } }) },
      "Won in the trailing window but not counted: 2 Added After Close, 3 Duplicate, 1 No eARR (R-27).",
    ],
    [
      "R-29 the training of its focus",
      { partner: partner({ focus: ["Segment/Engage"] }) },
      "To promote its focus the partner needs one person trained in Segment sales training; no tier is lost by it (R-29).",
    ],
    [
      "R-34 an idle quarter",
      { activity: idle },
      "Listed for review: no deal registration, no attribution and no training in 2023-Q3; a person decides (R-34).",
    ],
  ])("%s", (_case, facts, sentence) => {
    expect(told(facts)).toContain(sentence);
  });

  test.each(["R-4", "R-7", "R-12", "R-14", "R-16", "R-17", "R-27", "R-29", "R-34"])(
    "%s is not mentioned to a partner that it does not touch",
    (rule) => {
      expect(told({})).not.toContain(`(${rule})`);
    },
  );
});

describe("R-29 a focus may ask for more than one course", () => {
  const another = {
    key: "Engage_Sales",
    label: "Engage sales training",
    class: "Sales",
    focus: "Segment/Engage",
  } as const;
  const policy = { ...policy2023, courses: [...policy2023.courses, another] };
  test("R-29 each course that nobody holds is named", () => {
    const given = { partner: partner({ focus: ["Segment/Engage"] }) };
    expect(told(given, policy)).toContain("one person trained in Segment sales training and Engage sales training;");
  });
});
