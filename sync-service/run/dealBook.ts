/**
 * Every counted deal of the windows that a review may rest on, packed and parted by
 * partner: evidence is written for the few partners that a run moves, so the deals of
 * the others are never made objects of.
 */
import { amountDigits, packAmount } from "../crm/amountDigits.ts";
import { amountAt, dayNumber, dayText } from "../crm/attributionRecord.ts";
import { idAt, packId } from "../crm/packedId.ts";
import type { RecordPage } from "../crm/recordSpace.ts";
import type { CountedDeal } from "../program/countedDeals.ts";
import { RecordSpill, type SpilledRecords } from "./recordSpill.ts";

/** Partner's number with two blank words (the key), id, day, flags, credit and resold part in cents. */
const words = 12;
const at = { partner: 0, opportunity: 3, day: 6, flags: 7, credit: 8, resold: 10 } as const;
const bit = { isRegistration: 1, isCreditNegative: 2, isResoldNegative: 4 } as const;
const cents = 2;
const parts = 64;

export type DealsByPartner = ReadonlyMap<number, readonly CountedDeal[]>;

export class DealBook {
  readonly #spill = new RecordSpill({ words, keyAt: at.partner });
  readonly #page: RecordPage;

  constructor(isLarge: boolean) {
    this.#spill.splitInto(isLarge ? parts : 1);
    this.#page = this.#spill.page();
  }

  add(partner: number, { opportunityId, closeDate, creditUsd, resoldUsd, rule }: CountedDeal): void {
    const { words, slot } = this.#page;
    this.#begin(partner, dayNumber(closeDate));
    packId(opportunityId, words, slot + at.opportunity);
    packAmount(amountDigits(creditUsd.round(cents).times(100)), words, slot + at.credit);
    packAmount(amountDigits(resoldUsd.round(cents).times(100)), words, slot + at.resold);
    words[slot + at.flags] =
      (rule === "R-23" ? bit.isRegistration : 0) |
      (creditUsd.lt(0) ? bit.isCreditNegative : 0) |
      (resoldUsd.lt(0) ? bit.isResoldNegative : 0);
    this.#page.add();
  }

  /** The same from a record's words; amounts in whole cents. */
  addPlain(partner: number, ids: Int32Array, from: number, day: number, deal: PlainDeal): void {
    const { words, slot } = this.#page;
    this.#begin(partner, day);
    for (let word = 0; word < 3; word += 1) words[slot + at.opportunity + word] = ids[from + word]!;
    packCents(deal.cents, words, slot + at.credit);
    packCents(deal.resoldCents, words, slot + at.resold);
    words[slot + at.flags] =
      (deal.rule === "R-23" ? bit.isRegistration : 0) |
      (deal.cents < 0 ? bit.isCreditNegative : 0) |
      (deal.resoldCents < 0 ? bit.isResoldNegative : 0);
    this.#page.add();
  }

  /** No more will come. */
  finish(): void {
    this.#page.keep();
    this.#spill.settle();
  }

  /** For another thread, once no more will come. */
  shared(): SpilledRecords {
    return this.#spill.shared();
  }

  /** Takes over those of another thread. */
  adopt(records: SpilledRecords): void {
    this.#spill.adopt(records);
  }

  /** The deals of some partners by number, part by part: each partner in one of them. */
  *of(partners: ReadonlySet<number>): Generator<DealsByPartner> {
    let room = new Int32Array(0);
    for (let part = 0; part < this.#spill.parts; part += 1) {
      const records = this.#spill.part(part, room);
      room = new Int32Array(records.buffer);
      const found = new Map<number, CountedDeal[]>();
      for (let from = 0; from < records.length; from += words) {
        const partner = records[from + at.partner]!;
        if (!partners.has(partner)) continue;
        const deals = found.get(partner) ?? [];
        found.set(partner, deals);
        deals.push(dealAt(records, from));
      }
      yield found;
    }
  }

  ofOne(partner: number): readonly CountedDeal[] {
    for (const found of this.of(new Set([partner]))) {
      const deals = found.get(partner);
      if (deals) return deals;
    }
    return [];
  }

  close(): void {
    this.#spill.close();
  }

  #begin(partner: number, day: number): void {
    const { words, slot } = this.#page;
    words[slot + at.partner] = partner;
    words[slot + at.partner + 1] = 0;
    words[slot + at.partner + 2] = 0;
    words[slot + at.day] = day;
  }
}

export interface PlainDeal {
  readonly cents: number;
  readonly resoldCents: number;
  readonly rule: string;
}

function packCents(amount: number, words: Int32Array, from: number): void {
  const high = Math.floor(Math.abs(amount) / 1e9);
  words[from] = high;
  words[from + 1] = Math.abs(amount) - high * 1e9;
}

function dealAt(records: Int32Array, from: number): CountedDeal {
  const flags = records[from + at.flags]!;
  const amount = (place: number, negative: number) => amountAt(records, from + place, cents, (flags & negative) !== 0);
  return {
    opportunityId: idAt(records, from + at.opportunity),
    closeDate: dayText(records[from + at.day]!),
    creditUsd: amount(at.credit, bit.isCreditNegative),
    resoldUsd: amount(at.resold, bit.isResoldNegative),
    rule: (flags & bit.isRegistration) === 0 ? "R-22" : "R-23",
  };
}
