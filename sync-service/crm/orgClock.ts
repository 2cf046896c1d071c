/** The org's clock, learned from the Date header of its answers: a skewed machine can't move a window. */

export class OrgClock {
  #offsetMs: number | null = null;

  /** Takes note of an answer's Date header; its resolution is one second. */
  note(dateHeader: string | null): void {
    const at = dateHeader === null ? NaN : Date.parse(dateHeader);
    if (!Number.isNaN(at)) this.#offsetMs = at - Date.now();
  }

  /** How far the org's clock is ahead of this machine's; 0 before the first answer. */
  get skewMs(): number {
    return this.#offsetMs ?? 0;
  }

  /** Epoch milliseconds. Before the first answer, the machine's own time. */
  now(): number {
    return Date.now() + (this.#offsetMs ?? 0);
  }

  /** As a datetime field takes it, in whole seconds. */
  stamp(): string {
    const seconds = Math.floor(this.now() / 1000);
    return new Date(seconds * 1000).toISOString();
  }
}
