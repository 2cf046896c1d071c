/** Reads a large programme's deals on two threads where the machine has two processors. */
import { availableParallelism } from "node:os";
import type { OpportunityOptions } from "../crm/opportunityColumns.ts";
import type { Org } from "../crm/org.ts";
import type { RecordSpace } from "../crm/recordSpace.ts";
import type { CaseStore } from "./caseStore.ts";
import { DealThread } from "./dealThread.ts";
import type { DealTable } from "./dealThreadMessages.ts";
import { spaceOf } from "./recordSpill.ts";

export class SharedReading {
  readonly #store: CaseStore;
  readonly #options: OpportunityOptions;
  readonly #mostAlone: number;
  #thread: DealThread | null = null;

  constructor({ thresholds }: Org, store: CaseStore, options: OpportunityOptions) {
    this.#store = store;
    this.#options = options;
    this.#mostAlone = thresholds.threadRows;
  }

  /** Before the first row. */
  begin(attributions: number): void {
    const { packed, registered } = this.#store;
    packed.expect(attributions);
    // Names are for people who look at one partner; the thread has none.
    if (attributions <= this.#mostAlone || availableParallelism() < 2 || this.#options.withName) return;
    const parts = packed.attributions.parts;
    this.#thread = new DealThread({ options: this.#options, parts, registered: registered.words() });
    this.#store.thread = this.#thread;
  }

  /** Where the rows of a table go; `begin` is told before the first of them. */
  space(table: DealTable, begin: (rows: number) => void | Promise<void>): RecordSpace {
    const elsewhere = (isZipped: boolean) => this.#thread?.page(table, isZipped) ?? null;
    return { ...spaceOf(this.#store.packed[table], begin), elsewhere };
  }

  /** All rows are read. */
  async finish(): Promise<void> {
    this.#store.packed.settle();
    if (this.#thread) this.#store.adopt(await this.#thread.finish());
  }
}
