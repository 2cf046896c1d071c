/** Has result pages unzipped and packed by a second thread, so that a machine's two cores both read. */
import type { Readable } from "node:stream";
import { MessageChannel, Worker } from "node:worker_threads";
import type { RecordPageElsewhere, RecordSpace } from "../crm/recordSpace.ts";
import type { PageOrder, PagePacking } from "./pageMessages.ts";
import type { RecordSpill, Segment } from "./recordSpill.ts";
import { ThreadPage } from "./threadPage.ts";

/** Of five pages on their way at once (`resultPages`): this thread has the requests to see to besides. */
const mostAtOnce = 3;

/** One table's pages: where they go, and how they are packed as of now. */
export interface ThreadedTable {
  readonly spill: RecordSpill;
  readonly packing: () => PagePacking;
  /** Registered opportunities that a page's rows lead to, by number. */
  readonly noteRegistered: (numbers: readonly number[]) => void;
}

export class SecondThread {
  readonly #pages = new Set<ThreadPage>();
  #worker: Worker | null = null;
  #failure: unknown = null;

  /** The space of a table whose pages both threads read. */
  share(table: ThreadedTable, begin: RecordSpace["begin"]): RecordSpace {
    const pageElsewhere = (general: (row: Uint8Array) => void) => this.#page(table, general);
    return { begin, page: () => table.spill.page(), pageElsewhere };
  }

  /** null: the thread has enough to do, or is not running. */
  #page(table: ThreadedTable, general: (row: Uint8Array) => void): RecordPageElsewhere | null {
    if (this.#worker === null || this.#failure !== null || this.#pages.size >= mostAtOnce) return null;
    const { port1, port2 } = new MessageChannel();
    const page = new ThreadPage(port1, general);
    this.#pages.add(page);
    const begin = (order: PageOrder) => this.#worker?.postMessage({ order, port: port2 }, [port2]);
    return new PageOfTable(table, page, begin, () => this.#pages.delete(page));
  }

  start(): void {
    if (this.#worker !== null) return;
    this.#worker = new Worker(new URL("./pageThread.ts", import.meta.url));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("The second thread has ended")));
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  /** Its pages are fetched again, and read by this thread. */
  #fail(error: unknown): void {
    this.#failure = error;
    for (const page of this.#pages) page.fail(error);
  }
}

class PageOfTable implements RecordPageElsewhere {
  readonly #table: ThreadedTable;
  readonly #page: ThreadPage;
  readonly #begin: (order: PageOrder) => void;
  readonly #done: () => void;
  #segments: readonly Segment[] = [];
  #registered: readonly number[] = [];

  constructor(table: ThreadedTable, page: ThreadPage, begin: (order: PageOrder) => void, done: () => void) {
    this.#table = table;
    this.#page = page;
    this.#begin = begin;
    this.#done = done;
  }

  async read(body: Readable, isZipped: boolean): Promise<number> {
    this.#begin({ isZipped, packing: this.#table.packing(), spill: this.#table.spill.share() });
    const { rows, segments, registered } = await this.#page.read(body);
    this.#segments = segments;
    this.#registered = registered;
    return rows;
  }

  keep(): void {
    this.#table.spill.adopt(this.#segments);
    this.#table.noteRegistered(this.#registered);
    this.#close();
  }

  drop(): void {
    this.#close();
  }

  #close(): void {
    this.#page.close();
    this.#done();
  }
}
