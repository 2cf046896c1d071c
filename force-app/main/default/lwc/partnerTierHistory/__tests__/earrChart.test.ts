import { programClock } from "../../programClock/programClock";
import { earrChart, type EarrChart } from "../earrChart";
import { earrSeries } from "../earrSeries";
import type { HistoryAnswer } from "../historyAnswer";
import { history } from "./data/history";

const answered = (...given: Parameters<typeof history>): HistoryAnswer =>
  (history(...given) as { uiapi: { query: HistoryAnswer } }).uiapi.query;

function series(...given: Parameters<typeof history>): ReturnType<typeof earrSeries> {
  const answer = answered(...given);
  return earrSeries(answer.Opportunity_Partner__c, programClock(answer)!);
}

function chart(...given: Parameters<typeof history>): EarrChart {
  const answer = answered(...given);
  return earrChart(answer, programClock(answer)!)!;
}

const lastY = (path: string): number => Number(path.split(" ").at(-1));

describe("the trailing revenue over time", () => {
  it("ends with the very figure of the tier card, and begins two years earlier", () => {
    const deals = [["2023-12-15", 0.1] as const, ["2022-12-16", 0.2] as const, ["2022-12-15", 99] as const];
    const { past, future } = series({ deals });
    expect(past.at(-1)).toEqual({ day: "2023-12-15", cents: 30n });
    expect(past[0]!.day).toBe("2021-12-17");
    expect(future[0]).toEqual({ day: "2023-12-15", cents: 30n });
    expect(future[1]).toEqual({ day: "2023-12-22", cents: 10n });
    expect(future.at(-1)!.day).toBe("2024-06-14");
  });

  it("leaves deals out whose close date lies ahead", () => {
    expect(series({ deals: [["2024-01-31", 5]] }).future.map(({ cents }) => cents)).not.toContain(500n);
  });

  it("begins where its whole window was read, if not every deal could be", () => {
    const { past } = series({ deals: [["2022-10-01", 1]], isCut: true });
    expect(past[0]!.day >= "2023-10-01").toBe(true);
    expect(series({ deals: [["2023-10-01", 1]], isCut: true }).past).toEqual([]);
  });
});

describe("the chart's height", () => {
  it.each([
    ["nothing", 0, 100],
    ["just short of Bronze", 19999.99, 75],
    ["Bronze", 20000, 75],
    ["half-way to Silver", 110000, 62.5],
    ["Silver", 200000, 50],
    ["Gold", 1000000, 25],
  ])("of %s is in its tier's band", (_, amount, expected) => {
    const height = lastY(chart({ deals: [["2023-06-01", amount]] }).past);
    expect(height).toBeCloseTo(expected, 1);
    expect(height >= expected).toBe(true);
  });

  it("has room above the highest figure", () => {
    expect(lastY(chart({ deals: [["2023-06-01", 4000000]] }).past)).toBe(6.25);
  });

  it("has a dot for every review since the chart begins", () => {
    const reviews = [
      { type: "Mid-Year", to: "Silver", earr: 200000 },
      { type: "Annual", to: "Bronze", asOf: "2019-02-01" },
    ];
    expect(chart({ reviews }).reviews).toBe("M80 50l0.01 0");
  });
});
