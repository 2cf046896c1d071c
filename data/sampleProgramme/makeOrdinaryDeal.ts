/** The bulk of the opportunities, with sizes, outcomes and slips as a sales team has them. */
import { today } from "./clock.ts";
import { firstPoundRate } from "./currencies.ts";
import type { Customer } from "./makeCustomers.ts";
import { addDays, earlier, momentOn } from "./days.ts";
import type { DealPlace } from "./addDealRows.ts";
import { centsText } from "./money.ts";
import { ordinaryLines } from "./ordinaryLines.ts";
import { ordinaryParts } from "./ordinaryParts.ts";
import type { OrdinaryPartner } from "./makeOrdinaryPartners.ts";
import type { Random } from "./random.ts";
import type { DealSketch } from "./sketches.ts";
import { accountExecutives } from "./staff.ts";

export interface OrdinaryDeal {
  readonly deal: DealSketch;
  readonly place: DealPlace;
}

const firstClose = "2021-10-04";
/** To the middle of 2024: the later deals are the pipeline. */
const daysOfClosing = 990;
const openStages = [
  "Prospecting",
  "Qualification",
  "Needs Analysis",
  "Value Proposition",
  "Id. Decision Makers",
  "Perception Analysis",
  "Proposal/Price Quote",
  "Negotiation/Review",
];
const wares = [
  "messaging",
  "voice",
  "contact centre",
  "verification",
  "email delivery",
  "customer data",
  "notifications",
];

/** eARR in whole dollars: many small deals, few large ones. */
const sizes: readonly (readonly [value: readonly [least: number, most: number], weight: number])[] = [
  [[2_000, 12_000], 38],
  [[12_000, 40_000], 38],
  [[40_000, 110_000], 19],
  [[110_000, 320_000], 5],
];

export function makeOrdinaryDeal(
  random: Random,
  nth: number,
  customers: readonly Customer[],
  partners: readonly OrdinaryPartner[],
): OrdinaryDeal {
  const customer = random.pick(customers);
  const owner = customer.isEuropean ? "user-ae-emea" : random.pick(accountExecutives);
  const own = random.isTrue(0.48) ? random.pickWeighted(partners.map((p) => [p.sketch, p.weight] as const)) : null;
  const bare = bareDeal(random, nth, customer);
  const partner = own?.label ?? null;
  const deal = own === null ? bare : { ...bare, ...ordinaryParts(random, bare, own, partners) };
  return { deal, place: { partner, customer, owner } };
}

function bareDeal(random: Random, nth: number, customer: Customer): DealSketch {
  const close = addDays(firstClose, random.between(0, daysOfClosing));
  const stage = stageOf(random, close);
  const createdAt = momentOn(
    earlier(addDays(close, -random.between(40, 220)), addDays(today, -random.between(3, 60))),
    random.between(14, 23),
  );
  const currency = currencyOf(random, close, customer);
  const { earr, lines } = figuresOf(random);
  return {
    key: String(nth).padStart(4, "0"),
    title: `${customer.name}: ${random.pick(wares)} ${close.slice(0, 4)}-${String(nth).padStart(4, "0")}`,
    stage,
    close,
    currency,
    createdAt,
    closedAt: stage.startsWith("Closed") ? momentOn(close, random.between(16, 23), random.between(0, 59)) : null,
    earr,
    lines,
    parts: [],
    registrations: [],
  };
}

/** What is past its close date is closed, but for a few that somebody forgot. */
function stageOf(random: Random, close: string): string {
  if (close >= today || random.isTrue(0.02)) return random.pick(openStages);
  return random.isTrue(0.68) ? "Closed Won" : "Closed Lost";
}

/** Pounds only where a rate exists: the missing rate is Thamesrow Cloud's story alone. */
function currencyOf(random: Random, close: string, { isEuropean }: Customer): DealSketch["currency"] {
  if (!isEuropean || random.isTrue(0.3)) return "USD";
  return close >= firstPoundRate && random.isTrue(0.25) ? "GBP" : "EUR";
}

function figuresOf(random: Random): Pick<DealSketch, "earr" | "lines"> {
  const [least, most] = random.pickWeighted(sizes);
  const cents = random.between(least * 10, most * 10) * 10;
  if (random.isTrue(0.3)) return { earr: centsText(cents), lines: ordinaryLines(random, cents) };
  return { earr: random.isTrue(0.02) ? null : centsText(cents), lines: [] };
}
