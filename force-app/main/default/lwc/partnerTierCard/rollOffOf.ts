import { rowsOf } from "c/programAnswer";
import { leavesOn, windowStart } from "c/programClock";
import { addDays, type Day } from "c/programDays";
import { fillText, formatDay, formatList } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import { label } from "./labels";
import type { CountedNode } from "./partnerTierAnswer";
import type { RollOffView, TierCase } from "./tierView";

const SHOWN_DAYS = 5;
const SHOWN_DEALS = 3;
const HORIZON_DAYS = 90;

interface Leaving {
  readonly day: Day;
  readonly cents: bigint;
  readonly deals: readonly string[];
  /** What the trailing window holds from that day on, unless new deals close. */
  readonly left: bigint;
}

function byDay(deals: readonly CountedNode[], { partner, clock }: TierCase): Leaving[] {
  const start = windowStart(clock);
  const leaving: Leaving[] = [];
  let left = toCents(partner.Trailing_eARR__c.value);
  for (const deal of deals) {
    const closeDate = deal.Opportunity__r?.CloseDate.value ?? "";
    if (closeDate < start || closeDate > clock.asOf) continue;
    const cents = toCents(deal.Credit_eARR__c.value);
    const day = leavesOn(closeDate, clock);
    left -= cents;
    const name = deal.Opportunity__r?.Name.value ?? "";
    const last = leaving.at(-1);
    if (last?.day === day)
      leaving[leaving.length - 1] = { day, cents: last.cents + cents, deals: [...last.deals, name], left };
    else leaving.push({ day, cents, deals: [name], left });
  }
  return leaving;
}

function dealsText(deals: readonly string[]): string {
  const shown = deals.slice(0, SHOWN_DEALS);
  const more = deals.length - shown.length;
  return formatList(more === 0 ? shown : [...shown, fillText(label.moreDeals, more)]);
}

/** The first day on which the revenue alone no longer carries the tier that it carries today. */
function crossingOf(leaving: readonly Leaving[], { partner, order }: TierCase): string | null {
  const tier = partner.Qualified_Tier__c.value;
  const needed = toCents(order.requirementOf(tier)?.eARR__c.value);
  const crossing = leaving.find(({ left }) => left < needed);
  if (!crossing || tier === null) return null;
  return fillText(label.crossing, formatDay(crossing.day), formatUsd(needed - crossing.left), tier);
}

/** What leaves the trailing window within the next three months, day by day. */
export function rollOffOf(known: TierCase): RollOffView {
  const { partner, clock } = known;
  const deals = partner.Opportunity_Partners__r;
  const leaving = byDay(rowsOf(deals), known);
  const soon = leaving.filter(({ day }) => day <= addDays(clock.asOf, HORIZON_DAYS));
  const hidden = soon.length - SHOWN_DAYS;
  const isCut = deals.pageInfo?.hasNextPage === true && soon.length === leaving.length;
  return {
    days: soon.slice(0, SHOWN_DAYS).map(({ day, cents, deals: names, left }) => ({
      key: day,
      day: formatDay(day),
      amount: formatUsd(cents),
      deals: dealsText(names),
      left: formatUsd(left),
    })),
    crossing: crossingOf(leaving, known),
    note: noteOf(leaving, soon.length, hidden, isCut),
  };
}

function noteOf(leaving: readonly Leaving[], soon: number, hidden: number, isCut: boolean): string | null {
  if (isCut) return label.rollOffCut;
  if (hidden > 0) return fillText(label.moreDays, hidden, HORIZON_DAYS);
  const [next] = leaving;
  if (soon > 0) return null;
  if (!next) return label.nothingLeaves;
  return fillText(label.leavesLater, HORIZON_DAYS, formatDay(next.day));
}
