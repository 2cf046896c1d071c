/**
 * Rows of the tables that partners have a few or a few dozen rows of each, packed: hundreds of thousands of them say
 * the same as others, their ids aside. A row is its own id, its partner's number, and the number of what it says.
 */
import { ownText } from "./cellTexts.ts";
import type { IdNumbers } from "./idNumbers.ts";
import { idAt, idWords, packId } from "./packedId.ts";
import type { Row } from "./restQuery.ts";
import type { RowPage } from "./textTarget.ts";

const partnerWord = idWords;
const contentWord = idWords + 1;
const words = idWords + 2;
/** So many rows are added to memory at once. */
const rowsAtOnce = 4096;

export interface PartnerRowShape<T> {
  readonly read: (row: Row) => T;
  /** What is kept of a row beside its partner and what it says, and in which of its columns it stands. */
  readonly id: keyof T;
  readonly idColumn: number;
  /** The columns before this one are ids, the partner's the last of them. */
  readonly contentColumn: number;
}

export class PartnerRows<T extends { readonly partnerId: string }> {
  readonly #shape: PartnerRowShape<T>;
  readonly #partners: IdNumbers;
  /** One row for all that say the same. */
  readonly #contents: T[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #partner = new Int32Array(idWords);
  /** As they came. */
  #segments: Int32Array[] = [];
  /** By partner: ids and contents side by side, and where each partner's begin. */
  #ids = new Int32Array(0);
  #says = new Int32Array(0);
  #starts = new Int32Array(1);
  #length = 0;

  /** `partners` numbers the partners of several tables alike. */
  constructor(shape: PartnerRowShape<T>, partners: IdNumbers) {
    this.#shape = shape;
    this.#partners = partners;
  }

  get length(): number {
    return this.#length;
  }

  page(): RowPage {
    let segments: Int32Array[] = [];
    let rows = 0;
    return {
      take: (row) => {
        const at = (rows % rowsAtOnce) * words;
        if (at === 0) segments.push(new Int32Array(rowsAtOnce * words));
        this.#pack(row, segments.at(-1)!, at);
        rows += 1;
      },
      keep: () => {
        const last = segments.pop();
        this.#segments.push(...segments);
        if (last) this.#segments.push(last.slice(0, (((rows - 1) % rowsAtOnce) + 1) * words));
        this.#length += rows;
      },
      drop: () => {
        segments = [];
        rows = 0;
      },
    };
  }

  /** No more will come; from now on they can be asked for. Those of a partner stay in the order in which they came. */
  finish(): void {
    const starts = new Int32Array(this.#partners.size + 1);
    this.#each((segment, at) => (starts[segment[at + partnerWord]! + 1]! += 1));
    for (let partner = 0; partner < this.#partners.size; partner += 1) starts[partner + 1]! += starts[partner]!;
    const next = starts.slice();
    this.#ids = new Int32Array(this.#length * idWords);
    this.#says = new Int32Array(this.#length);
    this.#each((segment, at) => {
      const partner = segment[at + partnerWord]!;
      const place = next[partner]!;
      next[partner] = place + 1;
      this.#ids.set(segment.subarray(at, at + idWords), place * idWords);
      this.#says[place] = segment[at + contentWord]!;
    });
    this.#starts = starts;
    this.#segments = [];
    this.#numbers.clear();
  }

  /** The rows of one partner. */
  of(partnerId: string): T[] {
    const { id } = this.#shape;
    const partner = this.#numberOf(partnerId);
    const rows: T[] = [];
    for (let at = this.#starts[partner] ?? 0; at < (this.#starts[partner + 1] ?? 0); at += 1)
      rows.push({ ...this.#contents[this.#says[at]!]!, [id]: idAt(this.#ids, at * idWords), partnerId });
    return rows;
  }

  /** Negative: nobody with any row. */
  #numberOf(partnerId: string): number {
    const id = this.#partner;
    packId(partnerId, id, 0);
    return this.#partners.find(id[0]!, id[1]!, id[2]!);
  }

  #pack(row: Row, segment: Int32Array, at: number): void {
    const { idColumn, contentColumn } = this.#shape;
    const partner = this.#partner;
    segment[at + contentWord] = this.#contentOf(row);
    packId(row[idColumn] ?? "", segment, at);
    packId(row[contentColumn - 1] ?? "", partner, 0);
    segment[at + partnerWord] = this.#partners.numberOf(partner[0]!, partner[1]!, partner[2]!);
  }

  #contentOf(row: Row): number {
    const { read, contentColumn } = this.#shape;
    const ids = row.slice(0, contentColumn);
    const text = JSON.stringify(row.slice(contentColumn));
    const known = this.#numbers.get(text);
    // A row without its ids is to be refused by name, whatever it says.
    if (known !== undefined && ids.every((id) => id !== "")) return known;
    const number = this.#contents.push(read(row.map(ownText))) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  #each(take: (segment: Int32Array, at: number) => void): void {
    for (const segment of this.#segments) for (let at = 0; at < segment.length; at += words) take(segment, at);
  }
}
