/**
 * Attributions and line items as one thread packs them, parted by opportunity, with the numbers that stand in the
 * records for partners, currencies and product families.
 */
import type { PackingTexts } from "../crm/attributionPacker.ts";
import { IdNumbers } from "../crm/idNumbers.ts";
import { attributionShape, lineShape } from "./dealParts.ts";
import { partsFor, RecordSpill, type SpilledRecords } from "./recordSpill.ts";

/** All of it, for another thread. */
export interface SharedDeals {
  readonly attributions: SpilledRecords;
  readonly lines: SpilledRecords;
  /** Words of ids, by number. */
  readonly partners: Int32Array;
  readonly currencies: readonly (string | null)[];
  readonly families: readonly (string | null)[];
  readonly isAttributed: readonly boolean[];
}

export class PackedDeals {
  readonly attributions = new RecordSpill(attributionShape);
  readonly lines = new RecordSpill(lineShape);
  readonly partners = new IdNumbers();
  /** By number; 0 = none. */
  readonly currencies: (string | null)[] = [null];
  /** By number; 0 = none. */
  readonly families: (string | null)[] = [null];
  /** Which of the registered opportunities an attribution leads to. */
  readonly isAttributed: boolean[] = [];
  readonly names = new Map<string, string>();
  readonly #registered: IdNumbers;

  /** `registered`: the opportunities that an approved registration names. */
  constructor(registered: IdNumbers) {
    this.#registered = registered;
  }

  readonly packing: PackingTexts = {
    partnerNumber: (first, second, third) => this.partners.numberOf(first, second, third),
    currencyNumber: (code) => numberIn(this.currencies, code),
    noteName: (opportunityId, name) => void this.names.set(opportunityId, name),
    isRegistered: (words, from) => {
      const number = this.#registered.find(words[from]!, words[from + 1]!, words[from + 2]!);
      if (number < 0) return false;
      this.isAttributed[number] = true;
      return true;
    },
  };

  readonly familyNumber = (family: string | null): number => (family === null ? 0 : numberIn(this.families, family));

  /** Before the first record. */
  expect(attributions: number): void {
    this.splitInto(partsFor(attributions));
  }

  splitInto(parts: number): void {
    this.attributions.splitInto(parts);
    this.lines.splitInto(parts);
  }

  shared(): SharedDeals {
    const { currencies, families, isAttributed } = this;
    return {
      attributions: this.attributions.shared(),
      lines: this.lines.shared(),
      partners: this.partners.words(),
      currencies,
      families,
      isAttributed,
    };
  }

  /** No more records will come. */
  settle(): void {
    this.attributions.settle();
    this.lines.settle();
  }

  /** Lets the files go. */
  close(): void {
    this.attributions.close();
    this.lines.close();
  }
}

function numberIn(texts: (string | null)[], text: string): number {
  const known = texts.indexOf(text);
  return known >= 0 ? known : texts.push(text) - 1;
}
