import { addSeconds, startOfDay } from "./programmeDays.ts";
import type { Deal, ProgrammeFrame } from "./programmeFrame.ts";

/** What a deal is to be; amounts in cents, null = blank. */
export interface DealWish {
  readonly stage: "Closed Won" | "Closed Lost" | "Negotiation/Review";
  readonly closedOn: string;
  readonly cents: bigint | null;
  readonly currency: string;
  readonly isServicesOnly?: boolean;
}

/** Cents as a field takes them. */
export function dollars(cents: bigint | null): string {
  if (cents === null) return "";
  const size = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${size.slice(0, -2)}.${size.slice(-2)}`;
}

function addLine(
  frame: ProgrammeFrame,
  deal: string,
  family: string | null,
  cents: bigint | null,
  isDeleted = false,
): void {
  const { rows, products, random } = frame;
  const choice =
    family === null ? random.pick(products.filter((item) => item.family !== "Professional Services")) : null;
  const product = choice ?? products.find((item) => item.family === family);
  rows.add("OpportunityLineItem", "Line", {
    OpportunityId: deal,
    Product2Id: family === null && random.isLucky(5) ? "" : (product?.label ?? ""),
    Quantity: "1",
    eARR__c: dollars(cents),
    IsDeleted: String(isDeleted),
  });
}

/** Lines that come to the wished amount: some negative, some blank, services beside them that must not count. */
function addLines(frame: ProgrammeFrame, deal: string, wish: DealWish): void {
  const { random } = frame;
  if (wish.isServicesOnly !== true) {
    if (wish.cents === null) addLine(frame, deal, null, null);
    else {
      const part = random.isLucky(30) ? -BigInt(random.between(1, 500_000)) : wish.cents / BigInt(random.between(2, 5));
      addLine(frame, deal, null, part);
      addLine(frame, deal, null, wish.cents - part);
      if (random.isLucky(20)) addLine(frame, deal, null, random.pick([0n, null]));
    }
  }
  if (random.isLucky(4)) addLine(frame, deal, null, 33_333n, true);
  if (wish.isServicesOnly === true || random.isLucky(30))
    addLine(frame, deal, "Professional Services", random.pick([null, 5_000_000n, -100n]));
}

/** The close moment: on the close's day most often, at times to the second on its edge in Los Angeles. */
function closeMoment({ random }: ProgrammeFrame, closedOn: string): string {
  const start = startOfDay(closedOn);
  return random.isLucky(20) ? addSeconds(start, random.side()) : addSeconds(start, random.between(0, 86_399));
}

/** Adds one opportunity that is worth what was wished, in its own field or in lines. */
export function addDeal(frame: ProgrammeFrame, wish: DealWish): Deal {
  const { random, rows, days } = frame;
  const closedAt = closeMoment(frame, wish.closedOn);
  const isStageBlank = random.isLucky(15);
  const hasLines = wish.isServicesOnly === true || random.isLucky(45);
  const other = random.pick([null, 77_777_777n]);
  const label = rows.add("Opportunity", "Deal", {
    Name: "A deal",
    StageName: wish.stage,
    CloseDate: wish.closedOn,
    CreatedDate: isStageBlank ? closedAt : addSeconds(closedAt, random.between(-9_000_000, 300_000)),
    LastStageChangeDate: isStageBlank ? "" : closedAt,
    eARR__c: dollars(hasLines ? other : wish.cents),
    Amount: dollars(random.pick([null, 123_456_789n])),
    ...(frame.currencies === null ? {} : { CurrencyIsoCode: wish.currency }),
  });
  if (hasLines) addLines(frame, label, wish);
  const isRecent = wish.stage === "Negotiation/Review" || wish.closedOn >= days.annual[0];
  const deal = { label, closedAt, closedOn: wish.closedOn, isRecent };
  frame.deals.push(deal);
  return deal;
}
