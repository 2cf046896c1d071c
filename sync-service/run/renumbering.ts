/** Records that another thread has packed, read with this one's numbers of partners, currencies and families. */
import { at, attributionWords, currencyNumber } from "../crm/attributionRecord.ts";
import { lineAt, lineWords } from "../crm/lineRecord.ts";
import type { PackedDeals, SharedDeals } from "./packedDeals.ts";

/** This thread's numbers by the other's. */
export interface Renumbering {
  readonly partners: Int32Array;
  readonly currencies: readonly number[];
  readonly families: readonly number[];
}

const currencyShift = 20;
const belowCurrency = (1 << currencyShift) - 1;

/** Learns what it has not met yet. */
export function renumberingOf({ partners, currencies, families }: SharedDeals, own: PackedDeals): Renumbering {
  return {
    partners: own.partners.addAll(partners),
    currencies: currencies.map((code) => (code === null ? 0 : own.packing.currencyNumber(code))),
    families: families.map((family) => own.familyNumber(family)),
  };
}

export function renumberAttributions(words: Int32Array, { partners, currencies }: Renumbering): void {
  for (let record = 0; record < words.length; record += attributionWords) {
    words[record + at.partner] = partners[words[record + at.partner]!]!;
    const currency = currencies[currencyNumber(words, record)]!;
    words[record + at.rest] = (words[record + at.rest]! & belowCurrency) | (currency << currencyShift);
  }
}

export function renumberLines(words: Int32Array, { families }: Renumbering): void {
  for (let line = 0; line < words.length; line += lineWords)
    words[line + lineAt.family] = families[words[line + lineAt.family]!]!;
}
