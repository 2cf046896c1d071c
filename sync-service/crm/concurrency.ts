/**
 * How many calls are on their way at once: halved when Salesforce is under
 * pressure, and grown by one for every so many calls that went well.
 * An org allows 25 long ones at a time, for everybody together.
 */

const mostCalls = 8;
const callsToGrow = 20;

export class Concurrency {
  readonly #most: number;
  #limit: number;
  #active = 0;
  #wentWell = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most = mostCalls) {
    this.#most = most;
    this.#limit = most;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Waits for a place, runs the call, and gives the place back. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await call();
    } finally {
      this.#active -= 1;
      this.#admit();
    }
  }

  /** Salesforce asks for less. */
  halve(): void {
    this.#limit = Math.max(1, this.#limit >> 1);
    this.#wentWell = 0;
  }

  /** A call went well. */
  noteSuccess(): void {
    this.#wentWell += 1;
    if (this.#wentWell < callsToGrow || this.#limit === this.#most) return;
    this.#limit += 1;
    this.#wentWell = 0;
    this.#admit();
  }

  async #enter(): Promise<void> {
    if (this.#active >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#active += 1;
  }

  /** A place goes straight to the one who waited longest. */
  #admit(): void {
    while (this.#active < this.#limit) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#active += 1;
      next();
    }
  }
}
