import { AsyncLocalStorage } from "node:async_hooks";
import type { RecordValues } from "../metadata/schema.ts";
import { type WriteHead, WriteTrace } from "./writeTrace.ts";

/** What one request caused. */
export interface RequestTrace {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly writes: WriteTrace[];
  answer: { readonly status: number; readonly body: unknown } | null;
}

/** Takes one write after another as a line of JSON. */
export type TraceSink = (line: string) => void;

const MOST_REQUESTS = 100;

/**
 * Keeps what saves did, for the requests that ask for it and for a file. Saving is synchronous, so that what is
 * open forms a stack; a request's later work, a bulk job's, is found by its asynchronous context.
 */
export class Tracer {
  readonly #requests = new AsyncLocalStorage<RequestTrace>();
  readonly #kept = new Map<string, RequestTrace>();
  readonly #sink: TraceSink | null;
  readonly #open: WriteTrace[] = [];
  /** Finished writes that no transaction around them can undo any more once it ends. */
  #unsettled: WriteTrace[] = [];

  constructor(sink: TraceSink | null = null) {
    this.#sink = sink;
  }

  /** Does the work with what it saves being kept for that request; the last hundred are. */
  follow(request: RequestTrace, work: () => void): void {
    this.#kept.set(request.id, request);
    if (this.#kept.size > MOST_REQUESTS) this.#kept.delete(this.#kept.keys().next().value!);
    this.#requests.run(request, work);
  }

  find(id: string): RequestTrace | null {
    return this.#kept.get(id) ?? null;
  }

  /** A save or deletion begins; null = nobody wants to know. */
  begin(head: WriteHead, id: string | null, before: RecordValues | null): WriteTrace | null {
    if (this.#sink === null && this.#kept.size === 0) return null;
    const request = this.#requests.getStore();
    if (this.#sink === null && request === undefined) return null;
    const write = new WriteTrace(head, id, before);
    const parent = this.#open.at(-1);
    if (parent) parent.writes.push(write);
    else request?.writes.push(write);
    this.#open.push(write);
    return write;
  }

  /** It is over; an error where it was refused. */
  end(write: WriteTrace | null, error?: unknown): void {
    if (!write) return;
    if (error === undefined) write.saved();
    else write.refused(error);
    this.#open.pop();
    if (this.#open.length === 0) this.#unsettled.push(write);
    if (error !== undefined) for (const inner of write.writes) inner.rolledBack();
  }

  /** How many writes have been finished in the transaction under way. */
  get finished(): number {
    return this.#unsettled.length;
  }

  /** What was finished since then is undone. */
  rolledBack(since: number): void {
    for (const write of this.#unsettled.slice(since)) write.rolledBack();
  }

  /** The outermost transaction has ended: nothing of what was finished changes any more. */
  settled(): void {
    if (this.#unsettled.length === 0) return;
    if (this.#sink) for (const write of this.#unsettled) this.#sink(`${JSON.stringify(write)}\n`);
    this.#unsettled = [];
  }
}
