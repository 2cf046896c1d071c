import { rowsOf } from "c/programAnswer";
import type { ProgramClock } from "c/programClock";
import { daysBetween, type Day } from "c/programDays";
import { fillText, formatDay } from "c/programFormat";
import { formatUsd, formatUsdShort, toCents } from "c/usdAmount";
import { earrSeries, type EarrPoint } from "./earrSeries";
import type { HistoryAnswer } from "./historyAnswer";
import { label } from "./labels";

export interface EarrChart {
  /** From the highest tier to the lowest; every band is equally high. */
  readonly bands: readonly { readonly key: string; readonly name: string; readonly from: string }[];
  /** Paths in a square of 100 by 100. */
  readonly past: string;
  readonly future: string;
  readonly reviews: string;
  readonly todayX: number;
  readonly firstDay: string;
  readonly today: string;
  readonly lastDay: string;
  /** What the chart shows, in words. */
  readonly summary: string;
}

interface Threshold {
  readonly tier: string;
  readonly cents: bigint;
}

const SIZE = 100;
const PRECISION = 100;

function thresholdsOf(answer: HistoryAnswer, { policyId }: ProgramClock): readonly Threshold[] {
  return rowsOf(answer.Partner_Tier_Requirement__mdt)
    .filter((row) => row.Policy__c.value === policyId)
    .sort((a, b) => (a.Rank__c.value ?? 0) - (b.Rank__c.value ?? 0))
    .map((row) => ({ tier: row.Tier__c.value ?? "", cents: toCents(row.eARR__c.value) }));
}

/** Bands of equal height, each in scale with itself: on one scale Bronze would be as thin as the line. */
function heightOf(cents: bigint, thresholds: readonly Threshold[], top: bigint): number {
  const band = SIZE / thresholds.length;
  const at = Math.max(0, thresholds.filter((threshold) => threshold.cents <= cents).length - 1);
  const from = thresholds[at]?.cents ?? 0n;
  const to = thresholds[at + 1]?.cents ?? top;
  const share = to > from ? Number(((cents - from) * 10_000n) / (to - from)) / 10_000 : 0;
  return SIZE - band * (at + Math.min(1, Math.max(0, share)));
}

const rounded = (value: number): number => Math.round(value * PRECISION) / PRECISION;

/** The chart of the trailing eARR against the tiers' thresholds; null where no edition of the programme is in force. */
export function earrChart(answer: HistoryAnswer, clock: ProgramClock): EarrChart | null {
  const thresholds = thresholdsOf(answer, clock);
  const { past, future } = earrSeries(answer.Opportunity_Partner__c, clock);
  const firstDay = past[0]?.day ?? clock.asOf;
  const lastDay = future.at(-1)?.day ?? clock.asOf;
  if (thresholds.length === 0) return null;
  const reviews = reviewPoints(answer, firstDay);
  const top = topOf([...past, ...reviews], thresholds);
  const x = (day: Day): number => rounded((SIZE * daysBetween(firstDay, day)) / daysBetween(firstDay, lastDay));
  const y = (cents: bigint): number => rounded(heightOf(cents, thresholds, top));
  const path = (points: readonly EarrPoint[]): string =>
    points.map(({ day, cents }, at) => `${at === 0 ? "M" : "L"}${x(day)} ${y(cents)}`).join("");
  return {
    bands: thresholds.toReversed().map(({ tier, cents }) => ({
      key: tier,
      name: tier,
      from: cents === 0n ? "" : fillText(label.bandFrom, formatUsdShort(cents)),
    })),
    past: path(past),
    future: path(future),
    // A stroke without length and with a round end is a dot, whatever the shape of the square.
    reviews: reviews.map(({ day, cents }) => `M${x(day)} ${y(cents)}l0.01 0`).join(""),
    todayX: x(clock.asOf),
    firstDay: formatDay(firstDay),
    today: formatDay(clock.asOf),
    lastDay: formatDay(lastDay),
    summary: summaryOf(past, future),
  };
}

function reviewPoints(answer: HistoryAnswer, firstDay: Day): readonly EarrPoint[] {
  return rowsOf(answer.Partner_Tier_Review__c)
    .map((row) => ({ day: row.As_Of_Date__c.value ?? "", cents: toCents(row.eARR__c.value) }))
    .filter(({ day }) => day >= firstDay);
}

/** A quarter above the highest figure or threshold, so that nothing touches the edge. */
function topOf(points: readonly EarrPoint[], thresholds: readonly Threshold[]): bigint {
  const figures = [...points, ...thresholds].map(({ cents }) => cents);
  const highest = figures.reduce((most, cents) => (cents > most ? cents : most), 0n);
  return (highest * 5n) / 4n;
}

function summaryOf(past: readonly EarrPoint[], future: readonly EarrPoint[]): string {
  const [first] = past;
  const now = past.at(-1) ?? future[0];
  const end = future.at(-1);
  if (!now || !end) return "";
  const ahead = fillText(
    label.chartFuture,
    formatUsd(now.cents),
    formatDay(now.day),
    formatUsd(end.cents),
    formatDay(end.day),
  );
  return first ? `${fillText(label.chartPast, formatUsd(first.cents), formatDay(first.day))} ${ahead}` : ahead;
}
