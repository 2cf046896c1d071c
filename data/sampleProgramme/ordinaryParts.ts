/** How partners come onto an ordinary deal: mostly in time, sometimes late, sometimes by registration, sometimes two. */
import { addDays, dayOf, daysBetween, earlier, momentOn, type Day } from "./days.ts";
import { clock } from "./clock.ts";
import type { OrdinaryPartner } from "./makeOrdinaryPartners.ts";
import type { Random } from "./random.ts";
import type { DealSketch, PartnerSketch, PartSketch, RegistrationSketch, RegistrationStatus } from "./sketches.ts";

type Parts = Pick<DealSketch, "parts" | "registrations">;

/** The last day on which anything can have happened. */
const lastDay = addDays(dayOf(clock), -1);

export function ordinaryParts(
  random: Random,
  deal: DealSketch,
  own: PartnerSketch,
  partners: readonly OrdinaryPartner[],
): Parts {
  const first = random.isTrue(0.14) ? byRegistration(random, deal) : bySales(random, deal, own);
  const second = random.isTrue(0.04) ? random.pick(partners).sketch.label : own.label;
  if (second === own.label) return first;
  return { ...first, parts: [...first.parts, { partner: second, addedAt: momentWithin(random, deal) }] };
}

function bySales(random: Random, deal: DealSketch, own: PartnerSketch): Parts {
  const isClosed = deal.closedAt !== null;
  const isLate = isClosed && random.isTrue(0.04);
  const lateDay = earlier(addDays(deal.close, random.between(1, 20)), lastDay);
  const addedAt = isLate && lateDay > deal.close ? momentOn(lateDay) : momentWithin(random, deal);
  const role = own.isReseller && random.isTrue(0.25) ? "Resold" : "Influenced";
  return { parts: [{ role, addedAt }], registrations: [] };
}

const statuses: readonly (readonly [RegistrationStatus, number])[] = [
  ["Approved", 80],
  ["Rejected", 12],
  ["Withdrawn", 8],
];

function byRegistration(random: Random, deal: DealSketch): Parts {
  const submitted = dayWithin(random, deal);
  const decidedAt = momentOn(earlier(addDays(submitted, random.between(1, 3)), lastDay), 21);
  const status = random.pickWeighted(statuses);
  const registration: RegistrationSketch = {
    key: deal.key,
    status,
    submittedAt: momentOn(submitted, 15),
    decidedAt,
    ...(status === "Rejected" ? { reason: "The customer was already in talks with us" } : {}),
  };
  const row: PartSketch = { source: "Deal Registration", registration: deal.key, addedAt: decidedAt };
  return { parts: status === "Approved" ? [row] : [], registrations: [registration] };
}

/** A moment between the creation of a deal and its end. */
function momentWithin(random: Random, deal: DealSketch): string {
  return momentOn(dayWithin(random, deal), 15, random.between(0, 59));
}

function dayWithin(random: Random, { createdAt, close }: DealSketch): Day {
  const start = addDays(dayOf(createdAt), 1);
  const end = earlier(close, lastDay);
  return addDays(start, random.between(0, Math.max(0, daysBetween(start, end) - 1)));
}
