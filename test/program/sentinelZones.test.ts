/** Closings on a boundary, in whatever zone. */
import { boundaryCases } from "../../sync-service/program/sentinel.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf } from "./sample.ts";
import { attribution, closedAt, judge, opportunity } from "./sampleDeals.ts";

const at = Date.parse;
const found = (
  deal: Parameters<typeof judge>[0],
  row: Parameters<typeof attribution>[0] = {},
  timeZone = policy2023.timeZone,
) => boundaryCases(judge(deal, [attribution({ createdAt: deal.closedAt, ...row })]), { ...policy2023, timeZone }, asOf);
const closing = (closeDate: string, moment: string) => opportunity({ closeDate, closedAt: at(moment) });

describe("a boundary case says what, by which rule, and where", () => {
  test("R-22 added just after the close: the row and its partner", () => {
    expect(found(opportunity(), { createdAt: closedAt + 1 })).toEqual([
      { kind: "Added Just After Close", rule: "R-22", opportunityId: "opp1", attributionId: "attr1", partnerId: "p1" },
    ]);
  });

  test("R-26 reopened to attach: the row and its partner", () => {
    const reopened = closing("2023-05-01", "2023-06-01T00:00:00Z");
    expect(found(reopened, { createdAt: at("2023-05-20T00:00:00Z") })).toEqual([
      { kind: "Reopened To Attach", rule: "R-22", opportunityId: "opp1", attributionId: "attr1", partnerId: "p1" },
    ]);
  });

  test("R-9, R-12 of the deal itself: no row, no partner", () => {
    const deal = { opportunityId: "opp1", attributionId: null, partnerId: null };
    const added = { createdAt: at("2020-01-01T00:00:00Z") };
    expect(found(closing("2024-01-02", "2023-05-01T19:00:00Z"), added)).toEqual([
      { ...deal, kind: "Close Year Differs", rule: "R-9" },
      { ...deal, kind: "Close Date In Future", rule: "R-12" },
    ]);
  });

  test.each([
    ["a deal that is not won", { isWon: false }],
    ["a deal that is open again", { isClosed: false }],
  ])("R-12 %s has no boundary cases", (_case, given) => {
    expect(
      found({ ...closing("2024-01-02", "2023-05-01T19:00:00Z"), ...given }, { createdAt: at("2023-05-01T19:00:01Z") }),
    ).toEqual([]);
  });

  test.each([
    ["by deal registration", { source: "Deal Registration" as const, createdAt: closedAt + 1 }],
    ["by this very run", { id: null, createdAt: null }],
  ])("R-22 a row added %s is none", (_case, row) => {
    expect(found(opportunity(), row)).toEqual([]);
  });
});

describe("R-9 the year of a close moment is the zone's, the whole world over", () => {
  test.each([
    ["Los Angeles, last second", "America/Los_Angeles", "2022-12-31", "2023-01-01T07:59:59Z", 0],
    ["Los Angeles, first second after", "America/Los_Angeles", "2022-12-31", "2023-01-01T08:00:00Z", 1],
    ["Kiritimati, last second", "Pacific/Kiritimati", "2022-12-31", "2022-12-31T09:59:59Z", 0],
    ["Kiritimati, first second after", "Pacific/Kiritimati", "2022-12-31", "2022-12-31T10:00:00Z", 1],
    ["Pago Pago, last second", "Pacific/Pago_Pago", "2022-12-31", "2023-01-01T10:59:59Z", 0],
    ["Pago Pago, first second after", "Pacific/Pago_Pago", "2022-12-31", "2023-01-01T11:00:00Z", 1],
    ["a day before the year's end", "America/Los_Angeles", "2022-12-31", "2022-12-30T12:00:00Z", 0],
    ["a day after the year's end", "America/Los_Angeles", "2022-12-31", "2023-01-02T12:00:00Z", 1],
    ["a year before", "America/Los_Angeles", "2022-06-01", "2021-06-01T12:00:00Z", 1],
  ])("R-9 closed in %s", (_case, zone, closeDate, moment, differs) => {
    const cases = found(closing(closeDate, moment), { createdAt: at("2020-01-01T00:00:00Z") }, zone);
    expect(cases.filter((one) => one.kind === "Close Year Differs")).toHaveLength(differs);
  });
});

describe("R-26 the day after the close date begins by the zone's clock", () => {
  test.each([
    ["America/Los_Angeles", "2023-05-02T06:59:59.999Z", 0],
    ["America/Los_Angeles", "2023-05-02T07:00:00Z", 1],
    ["Pacific/Kiritimati", "2023-05-01T09:59:59.999Z", 0],
    ["Pacific/Kiritimati", "2023-05-01T10:00:00Z", 1],
    ["Pacific/Pago_Pago", "2023-05-02T10:59:59.999Z", 0],
    ["Pacific/Pago_Pago", "2023-05-02T11:00:00Z", 1],
  ])("R-26 %s, added %s: %i case", (zone, moment, count) => {
    const reopened = closing("2023-05-01", "2023-06-01T00:00:00Z");
    expect(found(reopened, { createdAt: at(moment) }, zone)).toHaveLength(count);
  });

  test("R-26 in the very instant of the second close it was still added before it", () => {
    const reopened = closing("2023-05-01", "2023-06-01T00:00:00Z");
    expect(found(reopened, { createdAt: reopened.closedAt }).map((one) => one.kind)).toEqual(["Reopened To Attach"]);
    const minutes = { createdAt: reopened.closedAt + 15 * 60_000 + 1 };
    expect(found(reopened, minutes)).toEqual([]);
  });
});
