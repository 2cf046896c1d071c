/** A partner's attributions for a terminal: in groups, each with its sum, so that the figures can be added up. */
import type { AttributionExplanation } from "../program/explainAttribution.ts";
import { formatUsd, zero } from "../program/money.ts";
import type { NearMiss } from "../program/nearMiss.ts";
import type { PartnerExplanation } from "./explainPartner.ts";
import { type ColumnOf, table, wrapped } from "./table.ts";

type Deal = AttributionExplanation;
type Explained = Pick<PartnerExplanation, "attributions" | "nearMisses" | "windows">;

export function dealTables({ attributions, nearMisses, windows }: Explained): string[] {
  const { trailing } = windows;
  const counted = attributions.filter(({ status }) => status === "Counted");
  const inTrailing = counted.filter((deal) => deal.windows.includes("trailing"));
  const future = counted.filter((deal) => deal.windows.includes("future"));
  const other = counted.filter((deal) => !inTrailing.includes(deal) && !future.includes(deal));
  const open = attributions.filter(({ status }) => status === "Pending");
  const lost = attributions.filter(({ status }) => status === "Lost");
  return [
    ...countedGroup(`Counted in the trailing window, ${trailing.start} to ${trailing.end} (R-10)`, inTrailing),
    ...(inTrailing.length === 0 ? ["Nothing is counted in the trailing window (R-10).", ""] : []),
    ...countedGroup("Counted, outside the trailing window", other),
    ...countedGroup("Counted, but with a close date still to come (R-12)", future),
    ...notCountedGroup(attributions, nearMisses),
    ...plainGroup("Open, no verdict yet (R-27)", open),
    ...plainGroup("Lost (R-27)", lost),
  ];
}

const close: ColumnOf<Deal> = { title: "close date", cell: ({ closeDate }) => closeDate };
const name: ColumnOf<Deal> = { title: "deal", cell: nameOf };

/** Each with amount and rule; the total is the decision's own figure. */
function countedGroup(title: string, deals: readonly Deal[]): string[] {
  if (deals.length === 0) return [];
  const total = deals.reduce((sum, { creditUsd }) => sum.plus(creditUsd), zero);
  const isResold = deals.some(({ resoldUsd }) => !resoldUsd.eq(0));
  const resold = { title: "of it resold", isRight: true, cell: (deal: Deal) => formatUsd(deal.resoldUsd) };
  const lines = table<Deal | null>(
    [...deals, null],
    [
      blankOn(close, "total"),
      blankOn({ title: "eARR", isRight: true, cell: ({ creditUsd }) => formatUsd(creditUsd) }, formatUsd(total)),
      ...(isResold ? [blankOn(resold, "")] : []),
      blankOn({ title: "also in", cell: otherWindows }, ""),
      blankOn(
        { title: "rule", cell: ({ rule, isResaleUnauthorized }) => `${rule}${isResaleUnauthorized ? " *" : ""}` },
        "",
      ),
      blankOn(name, count(deals.length, "deal")),
    ],
  );
  const remark = deals.find(({ isResaleUnauthorized }) => isResaleUnauthorized)?.advice ?? null;
  return [title, ...lines, ...(remark === null ? [] : wrapped(`* Resale not authorised. ${remark}.`, "  ")), ""];
}

/** A column that says something of its own in the line of totals. */
function blankOn(column: ColumnOf<Deal>, total: string): ColumnOf<Deal | null> {
  return { ...column, cell: (deal) => (deal === null ? total : column.cell(deal)) };
}

function notCountedGroup(attributions: readonly Deal[], nearMisses: readonly NearMiss[]): string[] {
  const deals = attributions.filter(({ status }) => status === "Excluded");
  if (deals.length === 0) return [];
  const [head = "", ...rows] = table(deals, [
    close,
    { title: "reason", cell: ({ reason }) => reason ?? "" },
    { title: "rule", cell: ({ rule }) => rule },
    name,
  ]);
  const indent = " ".repeat(14);
  return [
    `Won, but not counted (${deals.length})`,
    head,
    ...rows.flatMap((row, at) => {
      const deal = deals[at];
      if (!deal) return [];
      const miss = nearMisses.find((near) => near.opportunityId === deal.opportunityId && near.reason === deal.reason);
      return [row, ...wrapped(`${deal.clause}.`, indent), ...(miss ? wrapped(mending(miss), indent) : [])];
    }),
    "",
  ];
}

/** Who can mend it, how, and until when. */
export function mending({ who, how, rule, trailingUntil, annualReview }: NearMiss): string {
  const until = [
    ...(trailingUntil === null ? [] : [`until ${trailingUntil} for the trailing window (R-10)`]),
    ...(annualReview === null
      ? []
      : [`until the annual review ${annualReview.programYear} is published, due by ${annualReview.until} (R-16)`]),
  ];
  return `To be mended by ${who}: ${how} (${rule}); ${until.join(", ")}.`;
}

function plainGroup(title: string, deals: readonly Deal[]): string[] {
  return deals.length === 0 ? [] : [`${title}: ${deals.length}`, ...table(deals, [close, name]).slice(1), ""];
}

function otherWindows({ windows }: Deal): string {
  const names = { trailing: null, future: null, annual: "annual window", yearToDate: "year to date" };
  return windows.flatMap((window) => names[window] ?? []).join(", ");
}

function nameOf({ opportunityName, opportunityId }: Deal): string {
  return opportunityName ?? opportunityId;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
