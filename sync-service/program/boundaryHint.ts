/** Tells at little cost that a closing can't be a boundary case; the few others get a proper look (`boundaryCases`). */
import type { Day, Instant } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { firstDayOf, startOfDay } from "./windows.ts";

const hour = 3_600_000;
/** More than clocks are ever set back or forward by at a year's end; a closing so near to it gets the proper look. */
const nearYearEnd = 3 * hour;
const firstYear = 1970;
const monthStarts = Float64Array.from({ length: 200 * 12 }, (_, index) => Date.UTC(firstYear, index, 1));

export class BoundaryHint {
  readonly #asOf: number;
  readonly #boundaryMs: number;
  /** By the zone's clock. */
  readonly #yearStarts: Float64Array;

  constructor(policy: ProgramPolicy, asOf: Day) {
    this.#asOf = Number(asOf.replaceAll("-", ""));
    this.#boundaryMs = policy.boundaryMinutes * 60_000;
    this.#yearStarts = Float64Array.from({ length: 200 }, (_, index) =>
      startOfDay(firstDayOf(firstYear + index), policy.timeZone),
    );
  }

  /** `closeDay` as a number, 20231231. */
  isDealClear(closeDay: number, closedAt: Instant): boolean {
    if (closeDay > this.#asOf) return false;
    const year = Math.floor(closeDay / 10_000) - firstYear;
    const start = this.#yearStarts[year];
    const end = this.#yearStarts[year + 1];
    return start !== undefined && end !== undefined && closedAt - nearYearEnd >= start && closedAt + nearYearEnd < end;
  }

  /** A row that Twilio sales added to a closed-won deal. */
  isRowClear(createdAt: Instant, closedAt: Instant, closeDay: number): boolean {
    const late = createdAt - closedAt;
    if (late > 0) return late > this.#boundaryMs;
    const month = (Math.floor(closeDay / 10_000) - firstYear) * 12 + (Math.floor(closeDay / 100) % 100) - 1;
    const start = monthStarts[month];
    // Before 10:00 UTC it is nowhere the next day yet.
    return start !== undefined && createdAt < start + ((closeDay % 100) - 1) * 24 * hour + 10 * hour;
  }
}
