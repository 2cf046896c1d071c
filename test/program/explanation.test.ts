/** Explanations and the sentinel: what people are shown. */
import Big from "big.js";
import { explainAttribution } from "../../sync-service/program/explainAttribution.ts";
import { boundaryCases } from "../../sync-service/program/sentinel.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  asOf,
  attribution,
  closedAt,
  decide,
  judge,
  opportunity,
  partner,
  revenue,
  stored,
  trained,
} from "./sample.ts";

const minute = 60_000;

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
    expect(after.explanation).toContain("Missing to Silver: $50,000.00 eARR");
    expect(after.explanation).toContain("1 technical resource ");
    for (const rule of ["R-1", "R-2", "R-3", "R-12", "R-14", "R-15", "R-27"])
      expect(after.explanation).toContain(`(${rule})`);
  });

  test.each([
    ["unchanged", facts],
    ["advancing", { ...facts, partner: partner() }],
    ["suspended", { partner: partner({ status: "Suspended" as const }) }],
    [
      "with an annual review due",
      { ...facts, partner: partner({ stored: stored({ programYear: 2022 }) }) },
    ],
  ])(
    "R-9 the stored text of a partner %s names no as-of date",
    (_case, given) => {
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
    },
  );
});

describe("R-27 explanations of attributions say who can mend it", () => {
  const explained = (
    deal: Parameters<typeof judge>[0],
    createdAt = closedAt,
  ) => {
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
    expect(explained(opportunity({ closeDate: "2023-10-17" })).windows).toEqual(
      ["future"],
    );
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

describe("the sentinel lists closings on a boundary and shifts none", () => {
  const kinds = (
    deal: Parameters<typeof judge>[0],
    createdAt = deal.closedAt,
  ) =>
    boundaryCases(
      judge(deal, [attribution({ createdAt })]),
      policy2023,
      asOf,
    ).map((c) => c.kind);
  const closing = (closeDate: string, moment: string) =>
    opportunity({ closeDate, closedAt: Date.parse(moment) });
  const added = Date.parse("2022-06-01T00:00:00Z");

  test.each([
    [
      "closed in the last minute of the year",
      closing("2022-12-31", "2023-01-01T07:59:00Z"),
      added,
      [],
    ],
    [
      "closed in the first minute of the next",
      closing("2022-12-31", "2023-01-01T08:00:00Z"),
      added,
      ["Close Year Differs"],
    ],
    [
      "closed early with next year's date",
      closing("2023-01-01", "2023-01-01T07:59:00Z"),
      added,
      ["Close Year Differs"],
    ],
    [
      "closed months after its date",
      closing("2022-12-31", "2023-06-01T00:00:00Z"),
      added,
      ["Close Year Differs"],
    ],
    [
      "closed with today's date",
      closing(asOf, "2023-10-16T19:00:00Z"),
      added,
      [],
    ],
    [
      "closed with tomorrow's date",
      closing("2023-10-17", "2023-10-16T19:00:00Z"),
      added,
      ["Close Date In Future"],
    ],
    [
      "not won",
      { ...closing("2023-10-17", "2022-10-16T19:00:00Z"), isWon: false },
      added,
      [],
    ],
  ])("R-9 %s", (_case, deal, createdAt, expected) => {
    expect(kinds(deal, createdAt)).toEqual(expected);
  });

  test.each([
    [0, []],
    [1, ["Added Just After Close"]],
    [15 * minute, ["Added Just After Close"]],
    [15 * minute + 1, []],
  ])("R-22 added %i ms after the close: %p", (lateness, expected) => {
    expect(kinds(opportunity(), closedAt + lateness)).toEqual(expected);
  });

  test.each([
    ["on its close date", "2023-05-02T06:59:00Z", []],
    [
      "after it, before it closed again",
      "2023-05-02T07:00:00Z",
      ["Reopened To Attach"],
    ],
  ])("R-26 reopened; a partner added %s", (_case, moment, expected) => {
    const reopened = closing("2023-05-01", "2023-06-01T00:00:00Z");
    expect(kinds(reopened, Date.parse(moment))).toEqual(expected);
  });
});
