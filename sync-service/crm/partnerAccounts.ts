/** The partner accounts of a run, packed: one is made facts of when it is its turn. */
import type { PartnerFacts } from "../program/facts.ts";
import { ownText } from "./cellTexts.ts";
import type { Row } from "./restQuery.ts";
import { TextRows } from "./textRows.ts";
import type { RowPage } from "./textTarget.ts";

export class PartnerAccounts implements Iterable<PartnerFacts> {
  readonly #read: (row: Row) => PartnerFacts;
  readonly #rows = new TextRows();
  /** By id, in the order read. */
  readonly #places = new Map<string, number>();

  constructor(read: (row: Row) => PartnerFacts) {
    this.#read = read;
  }

  get length(): number {
    return this.#places.size;
  }

  /** In the order read. */
  ids(): Iterable<string> {
    return this.#places.keys();
  }

  page(): RowPage {
    let own: (readonly [id: string, place: number])[] = [];
    return {
      take: (row) => {
        // What can't be read is refused with its page.
        const { id } = this.#read(row);
        own.push([ownText(id), this.#rows.add(row)]);
      },
      keep: () => {
        for (const [id, place] of own) this.#places.set(id, place);
      },
      drop: () => (own = []),
    };
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** @throws where the account is no partner. */
  of(id: string): PartnerFacts {
    const place = this.#places.get(id);
    if (place === undefined) throw new Error(`No facts of partner ${id}`);
    return this.#read(this.#rows.at(place));
  }

  *[Symbol.iterator](): Generator<PartnerFacts, void, undefined> {
    for (const place of this.#places.values()) yield this.#read(this.#rows.at(place));
  }
}
