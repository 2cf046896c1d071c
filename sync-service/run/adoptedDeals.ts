/** Attributions and line items that another thread has packed, read with this one's numbers. */
import { at, attributionWords, currencyNumber } from "../crm/attributionRecord.ts";
import { lineAt, lineWords } from "../crm/lineRecord.ts";
import type { PackedDeals, SharedDeals } from "./packedDeals.ts";
import { RecordSpill } from "./recordSpill.ts";

const currencyShift = 20;
const belowCurrency = (1 << currencyShift) - 1;

export class AdoptedDeals {
  readonly attributions = new RecordSpill({ words: attributionWords, keyAt: at.opportunity });
  readonly lines = new RecordSpill({ words: lineWords, keyAt: lineAt.opportunity });
  /** This thread's numbers by the other's. */
  readonly #partners: Int32Array;
  readonly #currencies: readonly number[];
  readonly #families: readonly number[];

  constructor({ attributions, lines, partners, currencies, families, isAttributed }: SharedDeals, own: PackedDeals) {
    this.attributions.adopt(attributions);
    this.lines.adopt(lines);
    this.#partners = own.partners.addAll(partners);
    this.#currencies = currencies.map((code) => (code === null ? 0 : own.packing.currencyNumber(code)));
    this.#families = families.map((family) => own.familyNumber(family));
    isAttributed.forEach((isIt, number) => {
      if (isIt) own.isAttributed[number] = true;
    });
  }

  copyAttributions(part: number, target: Int32Array, from: number): void {
    this.attributions.copy(part, target, from);
    const end = from + this.attributions.wordsOf(part);
    for (let record = from; record < end; record += attributionWords) {
      target[record + at.partner] = this.#partners[target[record + at.partner]!]!;
      const currency = this.#currencies[currencyNumber(target, record)]!;
      target[record + at.rest] = (target[record + at.rest]! & belowCurrency) | (currency << currencyShift);
    }
  }

  copyLines(part: number, target: Int32Array, from: number): void {
    this.lines.copy(part, target, from);
    const end = from + this.lines.wordsOf(part);
    for (let line = from; line < end; line += lineWords)
      target[line + lineAt.family] = this.#families[target[line + lineAt.family]!]!;
  }

  close(): void {
    this.attributions.close();
    this.lines.close();
  }
}
