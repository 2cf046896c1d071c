/** The org's clock: it starts where it is told and goes on with real time. Record times and Date headers follow it. */
export class OrgClock {
  #offsetMs = 0;

  constructor(start?: string) {
    if (start !== undefined) this.set(start);
  }

  /** Sets the clock. Throws a RangeError when the text is no ISO date-time. */
  set(instant: string): void {
    const at = Date.parse(instant);
    if (Number.isNaN(at)) throw new RangeError(`"${instant}" is no ISO 8601 date-time, such as 2023-12-15T02:00:00Z`);
    this.#offsetMs = at - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** The moment as a record stores it: seconds, as the platform keeps them. */
  stamp(): string {
    const now = this.now();
    now.setUTCMilliseconds(0);
    return now.toISOString();
  }
}
