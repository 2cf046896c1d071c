/** The quick look at a closing: it may ask for the proper one too often, and never too seldom. */
import { BoundaryHint } from "../../sync-service/program/boundaryHint.ts";
import { boundaryCases } from "../../sync-service/program/sentinel.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf } from "./sample.ts";
import { opportunity } from "./sampleDeals.ts";

const quarterHour = 900_000;
const zones = ["America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Europe/London"];
const newYear = Date.parse("2023-01-01T00:00:00Z");
/** Thirty hours either side: both ends of every hour's quarters. */
const moments = Array.from({ length: 240 }, (_, index) => newYear + (index - 120) * quarterHour).flatMap((moment) => [
  moment - 1,
  moment,
]);

describe.each(zones)("R-9 the turn of the year in %s", (timeZone) => {
  const policy = { ...policy2023, timeZone };
  const hint = new BoundaryHint(policy, asOf);

  test.each([
    ["2022-12-31", 20221231],
    ["2023-01-01", 20230101],
  ])("a closing dated %s that is called clear lies in its year", (closeDate, closeDay) => {
    const clear = moments.filter((closedAt) => hint.isDealClear(closeDay, closedAt));
    const deals = clear.map((closedAt) => opportunity({ closeDate, closedAt }));
    expect(clear.length).toBeGreaterThan(0);
    expect(
      deals.filter((deal) => boundaryCases({ opportunity: deal, attributions: [] }, policy, asOf).length > 0),
    ).toEqual([]);
  });

  test("nearly all moments of a year are clear", () => {
    expect(hint.isDealClear(20221231, newYear - 18 * 4 * quarterHour)).toBe(true);
    expect(hint.isDealClear(20230101, newYear + 18 * 4 * quarterHour)).toBe(true);
  });
});
