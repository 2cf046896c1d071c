/** One result page on its way through the second thread, as the first one sees it. */
import type { Readable } from "node:stream";
import type { MessagePort } from "node:worker_threads";
import { ConfigurationError } from "../crm/errors.ts";
import type { PageInput, PageOutput } from "./pageMessages.ts";

type Packed = Extract<PageOutput, { kind: "packed" }>;

/** Zipped chunks of some 64 KB: enough that the thread never waits, few enough to be held. */
const mostOnTheWay = 16;

export class ThreadPage {
  readonly #port: MessagePort;
  readonly #general: (row: Uint8Array) => void;
  readonly #outcome = Promise.withResolvers<Packed>();
  #body: Readable | null = null;
  #onTheWay = 0;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(port: MessagePort, general: (row: Uint8Array) => void) {
    this.#port = port;
    this.#general = general;
    // Whoever reads the page is told; where nobody reads any more nobody need be.
    this.#outcome.promise.catch(() => undefined);
    port.on("message", (output: PageOutput) => this.#hear(output));
  }

  /** @throws what is wrong with the page, or with the thread. */
  async read(body: Readable): Promise<Packed> {
    this.#body = body;
    try {
      await this.#sendAll(body);
    } catch (error) {
      // A body that is not read any more ends too.
      if (!this.#isOver) throw error;
    }
    return this.#outcome.promise;
  }

  /** The thread has ended, or the page is not wanted any more. */
  fail(error: unknown): void {
    this.#isOver = true;
    this.#outcome.reject(error);
    this.#body?.destroy();
    this.#wake();
  }

  close(): void {
    this.fail(new Error("The page was given up"));
    this.#port.close();
  }

  async #sendAll(body: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of body) {
      if (this.#isOver) return;
      // A chunk may be part of a larger buffer, which can't be given away.
      this.#send({ kind: "bytes", bytes: new Uint8Array(chunk) });
      if (this.#onTheWay >= mostOnTheWay) await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    this.#port.postMessage({ kind: "end" } satisfies PageInput);
  }

  #send(input: Extract<PageInput, { kind: "bytes" }>): void {
    this.#onTheWay += 1;
    this.#port.postMessage(input, [input.bytes.buffer]);
  }

  #hear(output: PageOutput): void {
    switch (output.kind) {
      case "ready":
        this.#onTheWay -= 1;
        return this.#wake();
      case "general":
        return this.#readGeneral(output.bytes, output.ends);
      case "packed":
        this.#isOver = true;
        return this.#outcome.resolve(output);
      case "failed":
        return this.fail(output.isConfiguration ? new ConfigurationError(output.message) : new Error(output.message));
    }
  }

  #readGeneral(bytes: Uint8Array, ends: readonly number[]): void {
    if (this.#isOver) return;
    try {
      let from = 0;
      for (const end of ends) {
        this.#general(bytes.subarray(from, end));
        from = end;
      }
    } catch (error) {
      this.fail(error);
    }
  }
}
