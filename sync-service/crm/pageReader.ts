/** Reads the rows of a result page from its bytes as they come over the wire. */
import { PlainBytes } from "./plainBytes.ts";
import type { PageTarget, WirePage } from "./rowTarget.ts";
import { Turns } from "./turns.ts";

/** Of all pages that are on their way: each by itself would leave the others' work to the same turn. */
const turns = new Turns();

export class PageReader implements WirePage {
  readonly #page: PageTarget;
  readonly #bytes: PlainBytes;

  constructor(page: PageTarget, isZipped: boolean) {
    this.#page = page;
    this.#bytes = new PlainBytes(isZipped);
  }

  get rows(): number {
    return this.#page.rows;
  }

  get isEmpty(): boolean {
    return this.#page.isEmpty;
  }

  async write(chunk: Uint8Array): Promise<void> {
    for (const piece of this.#bytes.of(chunk)) {
      this.#page.write(piece);
      if (turns.areDue) await turns.give();
    }
  }

  end(): void {
    for (const piece of this.#bytes.rest()) this.#page.write(piece);
    this.#page.end();
  }

  keep(): void {
    this.#bytes.close();
    this.#page.keep();
  }

  drop(): void {
    this.#bytes.close();
    this.#page.drop();
  }
}
