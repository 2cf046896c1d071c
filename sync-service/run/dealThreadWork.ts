/** The thread beside a run's own: reads the result pages that it is given, packing their rows as the other one does, and judges its share of the deals. */
import { parentPort, workerData } from "node:worker_threads";
import { attributionObject, attributionReader } from "../crm/attributionCells.ts";
import { attributionPacker } from "../crm/attributionPacker.ts";
import { IdNumbers } from "../crm/idNumbers.ts";
import { lineObject, lineReader } from "../crm/lineCells.ts";
import { linePacker } from "../crm/linePacker.ts";
import { PlainBytes } from "../crm/plainBytes.ts";
import { RecordTarget } from "../crm/recordTarget.ts";
import type { PageTarget } from "../crm/rowTarget.ts";
import type { DealTable, DealThreadOrder, DealThreadReply, DealThreadTask, PageOrder } from "./dealThreadMessages.ts";
import { judgeShare } from "./judgeShare.ts";
import { PackedDeals } from "./packedDeals.ts";
import { spaceOf } from "./recordSpill.ts";
import { threadError } from "./threadError.ts";

interface OpenPage {
  readonly target: PageTarget;
  readonly bytes: PlainBytes;
}

const { options, parts, registered } = workerData as DealThreadTask;
const ids = new IdNumbers();
ids.addAll(registered);
const deals = new PackedDeals(ids);
deals.splitInto(parts);
const targets = targetsOf(deals);
const pages = new Map<number, OpenPage>();

parentPort?.on("message", (order: DealThreadOrder) => {
  if (order.kind === "finish") {
    deals.settle();
    return reply({ kind: "finished", deals: deals.shared() });
  }
  if (order.kind === "abandon") {
    deals.close();
    parentPort?.close();
    return;
  }
  if (order.kind === "judge") return reply({ kind: "judged", share: judgeShare(order.task) });
  try {
    obey(order);
  } catch (error) {
    drop(order.page);
    reply({ kind: "failed", page: order.page, error: threadError(error) });
  }
});

function obey(order: PageOrder): void {
  if (order.kind === "open") {
    pages.set(order.page, { target: targets[order.table].page(), bytes: new PlainBytes(order.isZipped) });
    return;
  }
  const page = pages.get(order.page);
  // What comes after a page has failed was on its way before that was known.
  if (!page) return;
  if (order.kind === "bytes") read(page, order.page, order.bytes);
  else if (order.kind === "end") end(page, order.page);
  else if (order.kind === "keep") keep(page, order.page);
  else drop(order.page);
}

function read({ target, bytes }: OpenPage, page: number, chunk: Uint8Array): void {
  for (const piece of bytes.of(chunk)) target.write(piece);
  reply({ kind: "read", page, bytes: chunk.length });
}

function end({ target, bytes }: OpenPage, page: number): void {
  for (const piece of bytes.rest()) target.write(piece);
  target.end();
  reply({ kind: "ended", page, rows: target.rows, isEmpty: target.isEmpty });
}

function keep({ target, bytes }: OpenPage, page: number): void {
  target.keep();
  bytes.close();
  pages.delete(page);
  reply({ kind: "kept", page });
}

function drop(number: number): void {
  const page = pages.get(number);
  page?.target.drop();
  page?.bytes.close();
  pages.delete(number);
}

function targetsOf({ attributions, lines, packing, familyNumber }: PackedDeals): Record<DealTable, RecordTarget> {
  const reader = attributionReader(options);
  const nothing = () => undefined;
  return {
    attributions: new RecordTarget(
      { object: attributionObject, columns: reader.columns },
      attributionPacker(reader.read, options, packing),
      spaceOf(attributions, nothing),
    ),
    lines: new RecordTarget(
      { object: lineObject, columns: lineReader.columns },
      linePacker(lineReader.read, familyNumber),
      spaceOf(lines, nothing),
    ),
  };
}

function reply(message: DealThreadReply): void {
  parentPort?.postMessage(message);
}
