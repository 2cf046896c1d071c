import { rowsOf } from "../../programAnswer/programAnswer";
import { programClock } from "../../programClock/programClock";
import { countingCourses } from "../countingCourses";
import type { ReadinessAnswer } from "../readinessAnswer";
import { readinessView, type ReadinessView } from "../readinessView";
import { readiness } from "./data/readiness";

function view(...given: Parameters<typeof readiness>): ReadinessView {
  const answer = (readiness(...given) as { uiapi: { query: ReadinessAnswer } }).uiapi.query;
  const clock = programClock(answer)!;
  const partner = rowsOf(answer.Account)[0]!;
  return readinessView({ answer, clock, partner, courses: countingCourses(answer, partner, clock) });
}

type Training = readonly [string, string | null, string?];

const amy = (...trainings: readonly Training[]): ReadinessView["people"][0] =>
  view({ people: [{ name: "Amy", trainings }] }).people[0]!;

describe("what a person counts as (R-28)", () => {
  it.each([
    ["completed on the day itself", ["Twilio_Platform", "2023-12-15"], "Counts"],
    ["completed the day after", ["Twilio_Platform", "2023-12-16"], "Not completed"],
    ["not completed", ["Twilio_Platform", null], "Not completed"],
    ["expiring on the day itself", ["Twilio_Platform", "2021-01-01", "2023-12-15"], "Counts until Dec 15, 2023"],
    ["expired the day before", ["Twilio_Platform", "2021-01-01", "2023-12-14"], "Expired on Dec 14, 2023"],
  ] as const)("by a course %s", (_, training, expected) => {
    expect(amy(training).technical.text).toBe(expected);
  });

  it("is both, with both courses, and then nothing is short", () => {
    const person = amy(["Twilio_Platform", "2021-01-01"], ["Sellers_Series_101", "2021-01-01"]);
    expect([person.technical.counts, person.sales.counts, person.short]).toEqual([true, true, null]);
  });

  it("is nothing yet, without being a course short, before any course", () => {
    expect(amy()).toMatchObject({ technical: { counts: false, text: "–" }, short: null });
  });

  it.each([
    ["partners of that focus", "Segment/Engage", true, true],
    ["no others", "Flex", true, false],
    ["nobody where the policy says so", "Segment/Engage", false, false],
  ])("sales-trained by Segment's training for %s", (_, focus, isFocusCounted, expected) => {
    const people = [{ name: "Amy", trainings: [["Segment_Sales", "2021-01-01"] as const] }];
    const { people: shown } = view({ people, isFocusCounted, account: { Partner_Focus__c: focus } });
    expect(shown[0]!.sales.counts).toBe(expected);
  });

  it("puts whoever is a course short first, then who counts, then the others", () => {
    const people = [
      { name: "Ann" },
      {
        name: "Bo",
        trainings: [["Twilio_Platform", "2021-01-01"] as const, ["Sellers_Series_101", "2021-01-01"] as const],
      },
      { name: "Cem", trainings: [["Twilio_Platform", "2021-01-01", "2022-01-01"] as const] },
    ];
    expect(view({ people }).people.map(({ name }) => name)).toEqual(["Cem", "Bo", "Ann"]);
  });
});

describe("agreements (R-8)", () => {
  const BASELINE = "Baseline Partner Agreement";
  const baseline = (...agreements: readonly (readonly [string, string | null])[]): string => {
    const [first] = view({ agreements: agreements.map(([from, to]) => [BASELINE, from, to] as const) }).agreements;
    return `${first!.look}: ${first!.text}`;
  };

  it.each([
    ["without an end", [["2021-01-01", null]], "good: In force since Jan 1, 2021, without an end."],
    ["ending today", [["2021-01-01", "2023-12-15"]], "soon: In force since Jan 1, 2021, ends on Dec 15, 2023."],
    ["ended yesterday", [["2021-01-01", "2023-12-14"]], "missing: Ended on Dec 14, 2023."],
    ["beginning tomorrow", [["2023-12-16", null]], "soon: Begins on Dec 16, 2023."],
    [
      "in force for 90 days more",
      [["2021-01-01", "2024-03-14"]],
      "good: In force since Jan 1, 2021, ends on Mar 14, 2024.",
    ],
    [
      "followed by another",
      [
        ["2024-01-01", null],
        ["2021-01-01", "2023-12-31"],
      ],
      "good: In force since Jan 1, 2021, ends on Dec 31, 2023.",
    ],
    ["never signed", [], "missing: Not signed."],
  ] as const)("%s", (_, agreements, expected) => {
    expect(baseline(...agreements)).toBe(expected);
  });

  it("are all four of the programme, each with its use", () => {
    expect(view().agreements.map(({ type }) => type)).toEqual([
      "Baseline Partner Agreement",
      "Resale Partner Addendum",
      "MDF/POC Program Terms",
      "Partner Referral Addendum",
    ]);
  });
});
