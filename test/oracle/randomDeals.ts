import { addDays } from "./programmeDays.ts";
import type { Partner, ProgrammeFrame } from "./programmeFrame.ts";
import { addDeal, type DealWish } from "./randomDeal.ts";
import { addAnyPart, addInvalidPart, addValidPart } from "./randomPart.ts";
import { addDeletedDeal, addOldDeal } from "./randomPast.ts";

const thresholds = { 2: 2_000_000n, 3: 20_000_000n, 4: 100_000_000n } as const;
const giant = 123_456_789_012_345_678n;

function dayWithin({ random }: ProgrammeFrame, [first, last]: readonly [string, string]): string {
  const length = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return addDays(first, random.pick([0, 0, 1, length - 1, length, length, random.between(0, length)]));
}

/** Deals whose sum in the exact window is a cent below the requirement, on it, a cent above, or well above. */
function addExactDeals(frame: ProgrammeFrame, partner: Partner, window: readonly [string, string]): void {
  const { random } = frame;
  const step = partner.edge === "money" ? BigInt(random.side()) : BigInt(random.pick([0, 1, 999_999]));
  let left = thresholds[partner.rung] + step;
  const count = random.between(1, 4);
  for (let index = 1; index <= count; index += 1) {
    const share = random.isLucky(20) ? -12_345n : left / BigInt(random.between(2, 4));
    const cents = index === count ? left : share;
    left -= cents;
    const deal = addDeal(frame, { stage: "Closed Won", closedOn: dayWithin(frame, window), cents, currency: "USD" });
    addValidPart(frame, partner, deal);
  }
}

/** Deals beside the exact window, or without credit in it. */
function addIdleDeal(frame: ProgrammeFrame, partner: Partner, window: readonly [string, string]): void {
  const { random } = frame;
  const wish: DealWish = {
    stage: "Closed Won",
    closedOn: dayWithin(frame, window),
    cents: 500_000_00n,
    currency: "USD",
  };
  const outside = random.pick([addDays(window[0], -1), addDays(window[1], 1), addDays(window[0], -700)]);
  switch (random.weighted({ outside: 40, open: 10, lost: 10, invalid: 20, blank: 10, services: 10 })) {
    case "outside":
      return addAnyPart(frame, partner, addDeal(frame, { ...wish, closedOn: outside }));
    case "open":
      return addAnyPart(frame, partner, addDeal(frame, { ...wish, stage: "Negotiation/Review" }));
    case "lost":
      return addAnyPart(frame, partner, addDeal(frame, { ...wish, stage: "Closed Lost" }));
    case "invalid":
      return addInvalidPart(frame, partner, addDeal(frame, wish));
    case "blank":
      return addAnyPart(frame, partner, addDeal(frame, { ...wish, cents: null }));
    case "services":
      return addAnyPart(frame, partner, addDeal(frame, { ...wish, isServicesOnly: true }));
  }
}

/** Any deal, in any currency, of any size. */
function addAnyDeal(frame: ProgrammeFrame, partner: Partner): void {
  const { random, days, currencies } = frame;
  const window = random.pick([
    days.trailing,
    days.annual,
    [addDays(days.asOf, -1200), addDays(days.asOf, 40)] as const,
  ]);
  const cents = BigInt(random.between(-300_000, 30_000_000));
  const deal = addDeal(frame, {
    stage: random.weighted({ "Closed Won": 80, "Closed Lost": 8, "Negotiation/Review": 12 }),
    closedOn: dayWithin(frame, window),
    cents: random.pick([cents, cents, cents, cents % 100n, cents * 123_457n, 0n, null]),
    currency: currencies === null ? "" : random.pick([...currencies, "EUR", "JPY", "GBP", ""]),
    isServicesOnly: random.isLucky(5),
  });
  addAnyPart(frame, partner, deal);
}

/** Adds a partner's deals: exact ones and idle ones, or anything. */
export function addDeals(frame: ProgrammeFrame, partner: Partner): void {
  const { random, deals, currencies } = frame;
  const window = partner.exactWindow;
  if (partner.edge === "quiet") return;
  if (window !== null) {
    addExactDeals(frame, partner, window);
    for (let count = random.between(1, 4); count > 0; count -= 1) addIdleDeal(frame, partner, window);
  } else {
    for (let count = random.between(2, 8); count > 0; count -= 1) addAnyDeal(frame, partner);
    for (let count = random.between(0, 3); count > 0; count -= 1)
      if (deals.length > 0) addAnyPart(frame, partner, random.pick(deals));
    if (random.isLucky(20)) {
      const currency = currencies === null ? "" : "USD";
      const cents = random.pick([giant, -giant]);
      const closedOn = dayWithin(frame, frame.days.trailing);
      addValidPart(frame, partner, addDeal(frame, { stage: "Closed Won", closedOn, cents, currency }));
    }
  }
  if (random.isLucky(5)) addDeletedDeal(frame, partner);
  if (partner.status !== "" && random.isLucky(25)) addOldDeal(frame, partner);
}
