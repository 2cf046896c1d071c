/** The shortest ways to the next tier, and what an assumption would give, for a terminal. */
import { formatUsd } from "../program/money.ts";
import type { Paper } from "../program/missingPapers.ts";
import type { Candidate } from "../program/trainingCandidates.ts";
import type { DealsToWin, PeopleToTrain, WaysToNextTier } from "../program/waysToNextTier.ts";
import type { Prospect, WhatIf } from "../program/whatIf.ts";
import { table, wrapped } from "./table.ts";

const mostNames = 12;

export function waysText(ways: WaysToNextTier): string[] {
  const lines = [
    ...(ways.deals ? dealLines(ways.deals) : []),
    ...(ways.technical ? peopleLines("technical resource", ways.technical) : []),
    ...(ways.sales ? peopleLines("sales-trained resource", ways.sales) : []),
    ...ways.papers.flatMap(paperLines),
  ];
  if (lines.length === 0) return [];
  const title = ways.nextTier === null ? "Worth signing" : `Shortest ways to ${ways.nextTier}`;
  return [title, ...lines, ""];
}

function dealLines({ gapUsd, deals, sumUsd, isEnough }: DealsToWin): string[] {
  const gap = `${formatUsd(gapUsd)} eARR are missing (R-2)`;
  if (deals.length === 0) return [`  ${gap}; no open deal that the partner is on would count.`];
  const rows = table(
    [...deals, null],
    [
      { title: "planned", cell: (deal) => deal?.closeDate ?? "total" },
      { title: "eARR", isRight: true, cell: (deal) => formatUsd(deal?.creditUsd ?? sumUsd) },
      { title: "deal", cell: (deal) => (deal ? (deal.opportunityName ?? deal.opportunityId) : "") },
    ],
    "    ",
  );
  const verdict = isEnough ? "to be won" : "all there are, and not enough";
  return [`  ${gap}; open deals that the partner is on already, ${verdict}:`, ...rows.slice(1)];
}

function peopleLines(noun: string, { gap, people, isEnough }: PeopleToTrain): string[] {
  const missing = `${gap} ${noun}${gap === 1 ? "" : "s"} missing (R-28)`;
  const [first] = people;
  if (!first) return [`  ${missing}; everyone on the account counts already: more people are needed.`];
  const shown = people.slice(0, Math.max(gap, mostNames)).map(candidateText);
  const more = people.length - shown.length;
  const who = `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const course = first.courses.join(" or ");
  const whom = isEnough ? `any ${gap} of` : `${people.length} left to train, which is not enough:`;
  return wrapped(`${missing}; each by one course, ${course}: ${whom} ${who}.`, "  ");
}

function candidateText({ name, contactId, closeness, expiredOn }: Candidate): string {
  const remark = closeness === "Expired" ? ` (expired ${expiredOn ?? ""})` : "";
  return `${name ?? contactId}${remark}`;
}

const states: Readonly<Record<Paper["state"], (date: string) => string>> = {
  Unsigned: () => "is not signed",
  Expired: (date) => `has ended on ${date}`,
  "Not Yet Effective": (date) => `is in force only from ${date}`,
};

function paperLines({ type, state, date, opens }: Paper): string[] {
  const effect =
    opens.length === 0 ? "it holds up every tier and benefit (R-7)" : `needed for ${opens.join(", ")} (R-32)`;
  return wrapped(`${type} ${states[state](date ?? "")}: ${effect}.`, "  ");
}

export function whatIfText({ now, then, isWaiting, benefitsOpened, benefitsClosed }: WhatIf): string[] {
  const sides: readonly [string, Prospect][] = [
    ["as it is", now],
    ["as assumed", then],
  ];
  return [
    "What if (nothing is written)",
    ...table(sides, [
      { title: "", cell: ([title]) => title },
      { title: "qualifies for", cell: ([, { qualifiedTier }]) => qualifiedTier ?? "nothing" },
      { title: "tier after a run", cell: ([, { tierAfter }]) => tierAfter ?? "none" },
      { title: "missing to the next", cell: ([, { gaps }]) => gapText(gaps) },
    ]),
    ...(isWaiting ? ["  No tier moves before the annual review is published (R-16)."] : []),
    ...listed("  Benefits that would open: ", benefitsOpened),
    ...listed("  Benefits that would close: ", benefitsClosed),
    ...(benefitsOpened.length + benefitsClosed.length === 0 ? ["  No benefit would open or close."] : []),
    "",
  ];
}

function gapText(gaps: Prospect["gaps"]): string {
  if (!gaps?.nextTier || !gaps.earr) return "";
  const { nextTier, earr, technical, sales } = gaps;
  return `${nextTier}: ${formatUsd(earr)}, ${technical ?? 0} technical, ${sales ?? 0} sales-trained`;
}

function listed(head: string, benefits: readonly string[]): string[] {
  return benefits.length === 0 ? [] : wrapped(`${head.trim()} ${benefits.join(", ")}`, "  ");
}
