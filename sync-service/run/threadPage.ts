/** A result page that the thread beside the run reads, as the run sees it. */
import type { WirePage } from "../crm/rowTarget.ts";
import type { PageOrder, PageReply } from "./dealThreadMessages.ts";
import { errorOf } from "./threadError.ts";

/** So many bytes may wait to be read: enough that the thread never waits for the next. */
const mostUnread = 256 * 1024;

export class ThreadPage implements WirePage {
  rows = 0;
  isEmpty = true;
  readonly #number: number;
  readonly #send: (order: PageOrder) => void;
  #unread = 0;
  #state: PageReply["kind"] = "read";
  #error: Error | null = null;
  #news = Promise.withResolvers<void>();

  constructor(number: number, send: (order: PageOrder) => void) {
    this.#number = number;
    this.#send = send;
  }

  async write(chunk: Uint8Array): Promise<void> {
    // A copy: what a chunk of the wire lies in may hold others too.
    this.#send({ kind: "bytes", page: this.#number, bytes: new Uint8Array(chunk) });
    this.#unread += chunk.length;
    await this.#until(() => this.#unread <= mostUnread);
  }

  async end(): Promise<void> {
    this.#send({ kind: "end", page: this.#number });
    await this.#until(() => this.#state === "ended");
  }

  async keep(): Promise<void> {
    this.#send({ kind: "keep", page: this.#number });
    await this.#until(() => this.#state === "kept");
  }

  drop(): void {
    this.#send({ kind: "drop", page: this.#number });
  }

  /** Takes what the thread says of the page. */
  hear(reply: PageReply): void {
    this.#state = reply.kind;
    if (reply.kind === "read") this.#unread -= reply.bytes;
    if (reply.kind === "ended") ({ rows: this.rows, isEmpty: this.isEmpty } = reply);
    if (reply.kind === "failed") this.#error = errorOf(reply.error);
    this.#tell();
  }

  /** The thread is no more. */
  fail(error: Error): void {
    this.#error = error;
    this.#tell();
  }

  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  async #until(isReached: () => boolean): Promise<void> {
    for (;;) {
      if (this.#error) throw this.#error;
      if (isReached()) return;
      await this.#news.promise;
    }
  }
}
