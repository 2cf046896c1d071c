/** What comes of one write, and when it is stopped: a code that refuses many rows is no matter of rows any more. */
import { withoutSecrets } from "./withoutSecrets.ts";
import { adviceFor } from "./rowAdvice.ts";
import type { RowFailure, RowFault, RowWrite, WriteOutcome, WritePasses, WriteRequest, WriteStop } from "./rowWrite.ts";

/** More rows than both, refused by one code, stop a write. */
const mostRefused = { rows: 10, percent: 5 };

export class WriteTally {
  readonly #request: WriteRequest;
  readonly #failures: RowFailure[] = [];
  readonly #refusedBy = new Map<string, number>();
  #written = 0;
  #passes: WritePasses = { locks: 0, all: 0 };

  constructor(request: WriteRequest) {
    this.#request = request;
  }

  /** Rows that are written, and rows that never will be. */
  add(written: number, faults: readonly RowFault[]): void {
    this.#written += written;
    const { object } = this.#request;
    for (const { row, ...fault } of faults) {
      const { code, message } = row.refusedFor ?? fault;
      this.#failures.push({ object, record: row.key, code, message: withoutSecrets(message), advice: adviceFor(code) });
      this.#refusedBy.set(code, (this.#refusedBy.get(code) ?? 0) + 1);
    }
  }

  /** A pass is over; these rows are sent again in the next one. */
  pass(number: number, again: readonly RowWrite[]): void {
    const locks = again.reduce((most, { refusals = 0 }) => Math.max(most, refusals + 1), 1);
    this.#passes = { locks: Math.max(locks, this.#passes.locks), all: number };
  }

  /** null: nothing speaks against going on. */
  get stop(): WriteStop | null {
    const { object, rows } = this.#request;
    const most = Math.max(mostRefused.rows, (rows.length * mostRefused.percent) / 100);
    const [code, refused] = [...this.#refusedBy].find(([, count]) => count > most) ?? [];
    return code === undefined || refused === undefined ? null : { object, code, refused, rows: rows.length };
  }

  outcome(): WriteOutcome {
    return { written: this.#written, failures: this.#failures, stopped: this.stop, passes: this.#passes };
  }
}
