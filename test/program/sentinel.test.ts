/** Closings on a boundary: listed, never shifted. */
import { boundaryCases } from "../../sync-service/program/sentinel.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf } from "./sample.ts";
import { attribution, closedAt, judge, opportunity } from "./sampleDeals.ts";

const minute = 60_000;

describe("the sentinel lists closings on a boundary and shifts none", () => {
  const kinds = (deal: Parameters<typeof judge>[0], createdAt = deal.closedAt) =>
    boundaryCases(judge(deal, [attribution({ createdAt })]), policy2023, asOf).map((c) => c.kind);
  const closing = (closeDate: string, moment: string) => opportunity({ closeDate, closedAt: Date.parse(moment) });
  const added = Date.parse("2022-06-01T00:00:00Z");

  test.each([
    ["closed in the last minute of the year", closing("2022-12-31", "2023-01-01T07:59:00Z"), added, []],
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
    ["closed months after its date", closing("2022-12-31", "2023-06-01T00:00:00Z"), added, ["Close Year Differs"]],
    ["closed with today's date", closing(asOf, "2023-10-16T19:00:00Z"), added, []],
    ["closed with tomorrow's date", closing("2023-10-17", "2023-10-16T19:00:00Z"), added, ["Close Date In Future"]],
    ["not won", { ...closing("2023-10-17", "2022-10-16T19:00:00Z"), isWon: false }, added, []],
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
    ["after it, before it closed again", "2023-05-02T07:00:00Z", ["Reopened To Attach"]],
  ])("R-26 reopened; a partner added %s", (_case, moment, expected) => {
    const reopened = closing("2023-05-01", "2023-06-01T00:00:00Z");
    expect(kinds(reopened, Date.parse(moment))).toEqual(expected);
  });
});
