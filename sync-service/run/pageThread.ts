/** The second thread: packs the result pages that it is given, several at once. Its whole work is in `packPage`. */
import { on } from "node:events";
import { type MessagePort, parentPort } from "node:worker_threads";
import { ConfigurationError } from "../crm/errors.ts";
import { packPage } from "./packPage.ts";
import type { PageInput, PageOrder, PageOutput } from "./pageMessages.ts";

parentPort?.on("message", ({ order, port }: { order: PageOrder; port: MessagePort }) => void follow(order, port));

async function follow(order: PageOrder, port: MessagePort): Promise<void> {
  const tell = (output: PageOutput) => port.postMessage(output);
  try {
    tell(await packPage(order, inputOf(port), tell));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: "failed", message, isConfiguration: error instanceof ConfigurationError });
  }
}

/** @throws where the page is given up: its port closes. */
async function* inputOf(port: MessagePort): AsyncGenerator<Uint8Array> {
  for await (const [input] of on(port, "message", { close: ["close"] }) as AsyncIterable<[PageInput]>) {
    if (input.kind === "end") return;
    yield input.bytes;
    port.postMessage({ kind: "ready" } satisfies PageOutput);
  }
  throw new Error("The page was given up");
}
