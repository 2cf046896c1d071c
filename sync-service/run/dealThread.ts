/**
 * A thread beside the run's own, for its second processor: of the pages of a large reading each reads its share. What
 * it holds are records like the run's own, with numbers of its own, which are taken over once all is read.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { WirePage } from "../crm/rowTarget.ts";
import type { DealTable, DealThreadOrder, DealThreadReply, DealThreadTask, PageOrder } from "./dealThreadMessages.ts";
import type { JudgedShare, JudgeTask } from "./judgeMessages.ts";
import type { SharedDeals } from "./packedDeals.ts";
import { ThreadPage } from "./threadPage.ts";

/** Of the five pages that come at once; the run's own thread also fetches them all. */
const mostPages = 3;

export class DealThread {
  readonly #worker: Worker;
  readonly #pages = new Map<number, ThreadPage>();
  readonly #deals = Promise.withResolvers<SharedDeals>();
  readonly #share = Promise.withResolvers<JudgedShare>();
  #count = 0;
  #lost: Error | null = null;

  constructor(task: DealThreadTask) {
    // Files that it opens stay open for the run.
    const options = { workerData: task, trackUnmanagedFds: false };
    this.#worker = new Worker(new URL("./dealThreadWork.ts", import.meta.url), options);
    this.#worker.on("message", (reply: DealThreadReply) => {
      this.#hear(reply);
    });
    this.#worker.on("error", (error) => {
      this.#lose(error as Error);
    });
    this.#worker.on("exit", (code) => {
      this.#lose(new Error(`code ${code}`));
    });
    // Nobody may be waiting when the thread is lost.
    for (const { promise } of [this.#deals, this.#share]) promise.catch(() => undefined);
  }

  /** null: it has enough to do. @throws where the thread is no more. */
  page(table: DealTable, isZipped: boolean): WirePage | null {
    if (this.#lost) throw this.#lost;
    if (this.#pages.size >= mostPages) return null;
    const number = this.#count++;
    const page = new ThreadPage(number, (order) => {
      this.#send(order);
    });
    this.#pages.set(number, page);
    this.#send({ kind: "open", page: number, table, isZipped });
    return page;
  }

  /** All that it has kept, once no page is on its way any more. */
  finish(): Promise<SharedDeals> {
    this.#send({ kind: "finish" });
    return this.#deals.promise;
  }

  /** Judges parts until none is left. */
  judge(task: JudgeTask): Promise<JudgedShare> {
    this.#send({ kind: "judge", task });
    return this.#share.promise;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Ends it where what it has packed is not taken over: its files are closed with it. */
  async abandon(): Promise<void> {
    if (this.#lost) return;
    const ended = once(this.#worker, "exit");
    this.#send({ kind: "abandon" });
    await ended;
  }

  #send(order: PageOrder | DealThreadOrder): void {
    if (order.kind === "drop") this.#pages.delete(order.page);
    const bytes = order.kind === "bytes" ? [order.bytes.buffer as ArrayBuffer] : [];
    this.#worker.postMessage(order, bytes);
  }

  #hear(reply: DealThreadReply): void {
    if (reply.kind === "finished") this.#deals.resolve(reply.deals);
    else if (reply.kind === "judged") this.#share.resolve(reply.share);
    else {
      this.#pages.get(reply.page)?.hear(reply);
      if (reply.kind === "kept") this.#pages.delete(reply.page);
    }
  }

  #lose(cause: Error): void {
    this.#lost ??= new Error(`The thread beside the run's own has ended: ${cause.message}`, { cause });
    for (const page of this.#pages.values()) page.fail(this.#lost);
    this.#deals.reject(this.#lost);
    this.#share.reject(this.#lost);
  }
}
