import { fstatSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { attributionObject, attributionReader } from "../../sync-service/crm/attributionCells.ts";
import { attributionPacker } from "../../sync-service/crm/attributionPacker.ts";
import { lineObject, lineReader } from "../../sync-service/crm/lineCells.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { PageReader } from "../../sync-service/crm/pageReader.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import type { WirePage } from "../../sync-service/crm/rowTarget.ts";
import type { OpportunityCase } from "../../sync-service/program/creditCase.ts";
import type { RegistrationFacts } from "../../sync-service/program/facts.ts";
import { CaseStore } from "../../sync-service/run/caseStore.ts";
import { DealThread } from "../../sync-service/run/dealThread.ts";
import type { DealTable } from "../../sync-service/run/dealThreadMessages.ts";
import { spaceOf } from "../../sync-service/run/recordSpill.ts";
import { attributionRows } from "../crm/attributionRows.ts";
import { lineRows } from "../crm/lineRows.ts";
import type { MatrixKind } from "../crm/matrixKind.ts";

const options = { isMultiCurrency: true, withName: false };
const kinds: Readonly<Record<DealTable, MatrixKind>> = { attributions: attributionRows, lines: lineRows };
const rowsPerPage = 700;
const tables = ["attributions", "lines"] as const;
/** Rows of pages read here and there, and of none. */
const registeredDeals = [0, 750, 1450, 1_000_000];

/** Rows of one page, zipped or not. */
function page(table: DealTable, number: number, isZipped: boolean): Buffer {
  const kind = kinds[table];
  const rows = Array.from({ length: rowsPerPage }, (_, row) => kind.cells(number * rowsPerPage + row));
  // What is numbered in the order met is met in another order by the other thread.
  if (number % 2 === 1) rows.reverse();
  const text = [kind.columns, ...rows]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`)
    .join("");
  return isZipped ? gzipSync(text) : Buffer.from(text);
}

function approved(): RegistrationFacts[] {
  return registeredDeals.map((deal) => ({
    id: `registration ${deal}`,
    partnerId: attributionRows.cells(0)[1]!,
    opportunityId: attributionRows.cells(deal)[9]!,
    status: "Approved",
    submittedAt: 0,
    expiresDate: null,
    isLateClaimApproved: false,
  }));
}

class Readers {
  readonly store = new CaseStore(approved());
  readonly thread: DealThread;

  constructor() {
    const { packed, registered } = this.store;
    packed.expect(500_000);
    this.thread = new DealThread({ options, parts: packed.attributions.parts, registered: registered.words() });
  }

  here(table: DealTable, isZipped: boolean): WirePage {
    const { packed } = this.store;
    const reader = attributionReader(options);
    const begin = () => undefined;
    const target =
      table === "attributions"
        ? new RecordTarget(
            { object: attributionObject, columns: reader.columns },
            attributionPacker(reader.read, options, packed.packing),
            spaceOf(packed.attributions, begin),
          )
        : new RecordTarget(
            { object: lineObject, columns: lineReader.columns },
            linePacker(lineReader.read, packed.familyNumber),
            spaceOf(packed.lines, begin),
          );
    return new PageReader(target.page(), isZipped);
  }

  there(table: DealTable, isZipped: boolean): WirePage {
    const there = this.thread.page(table, isZipped);
    if (!there) throw new Error("it has enough to do");
    return there;
  }

  async finish(): Promise<OpportunityCase[]> {
    this.store.packed.settle();
    this.store.adopt(await this.thread.finish());
    return sorted(this.store);
  }

  async close(): Promise<void> {
    await this.thread.stop();
    this.store.close();
  }
}

async function readInto(target: WirePage, bytes: Buffer, chunkSize = 1000): Promise<void> {
  for (let at = 0; at < bytes.length; at += chunkSize) await target.write(bytes.subarray(at, at + chunkSize));
  await target.end();
}

/** Rows come in no order. */
function sorted(store: CaseStore): OpportunityCase[] {
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return Array.from(store.cases(), ({ opportunity, attributions, registrations }) => ({
    opportunity: { ...opportunity, lines: [...opportunity.lines].sort(byText) },
    attributions: [...attributions].sort(byText),
    registrations,
  })).sort(({ opportunity: one }, { opportunity: other }) => byText(one.id, other.id));
}

let readers: Readers;
beforeEach(() => {
  readers = new Readers();
});
afterEach(() => readers.close());

/** Pages by turns here and there, or all of them here. */
async function readAll(isShared: boolean): Promise<void> {
  for (const table of tables)
    for (let number = 0; number < 6; number += 1) {
      const isZipped = number % 3 > 0;
      const target = isShared && number % 2 === 1 ? readers.there(table, isZipped) : readers.here(table, isZipped);
      await readInto(target, page(table, number, isZipped));
      expect([target.rows, target.isEmpty]).toEqual([rowsPerPage, false]);
      await target.keep();
    }
}

test("deals read by two threads are those that one reads: partners, currencies, families, registrations", async () => {
  await readAll(false);
  const expected = await readers.finish();
  const unattributed = readers.store.unattributedIds();
  await readers.close();
  readers = new Readers();
  await readAll(true);
  const cases = await readers.finish();
  expect(cases).toEqual(expected);
  expect(cases.length).toBeGreaterThan(3000);
  expect(cases.some(({ opportunity }) => opportunity.lines.length > 1)).toBe(true);
  expect(readers.store.unattributedIds()).toEqual(unattributed);
  expect(unattributed).toHaveLength(1);
  expect([readers.store.rowsOf("attributions"), readers.store.rowsOf("lines")]).toEqual([
    6 * rowsPerPage,
    6 * rowsPerPage,
  ]);
});

test("a page that is dropped leaves nothing behind, and one beside it stays", async () => {
  const [dropped, kept] = [readers.there("lines", false), readers.there("lines", true)];
  await Promise.all([readInto(dropped, page("lines", 0, false)), readInto(kept, page("lines", 1, true))]);
  dropped.drop();
  await kept.keep();
  await readers.finish();
  expect(readers.store.rowsOf("lines")).toBe(rowsPerPage);
});

test("takes three pages at once, and the next when one of them is done", async () => {
  const [first] = [1, 2, 3].map(() => readers.there("lines", false));
  expect(readers.thread.page("lines", false)).toBeNull();
  await readInto(first!, page("lines", 0, false));
  await first!.keep();
  expect(readers.thread.page("lines", false)).not.toBeNull();
});

test.each([
  ["ends within its gzip", page("lines", 0, true).subarray(0, -20), "unexpected end of file"],
  ["is no gzip", page("lines", 0, false), "incorrect header check"],
])("a page that %s is damaged, and the same page may come again", async (_name, bytes, message) => {
  const torn = readers.there("lines", true);
  await expect(readInto(torn, bytes)).rejects.toThrow(message);
  torn.drop();
  const again = readers.there("lines", true);
  await readInto(again, page("lines", 0, true));
  await again.keep();
  await readers.finish();
  expect(readers.store.rowsOf("lines")).toBe(rowsPerPage);
});

test("a cell that can't be read is told as on the run's own thread", async () => {
  const bytes = Buffer.from(page("attributions", 0, false).toString().replace('"Resold"', '"Sold twice"'));
  await expect(readInto(readers.there("attributions", false), bytes)).rejects.toMatchObject({
    name: "UnexpectedAnswerError",
    code: "UNEXPECTED_ANSWER",
    exitCode: 1,
    message: expect.stringMatching(/^Opportunity_Partner__c a0B\w+: Role__c can't be read/) as string,
  });
});

test("a thread that ends fails the pages on their way, takes no more, and never gives part of the rows as all of them", async () => {
  const kept = readers.there("lines", false);
  await readInto(kept, page("lines", 0, false));
  await kept.keep();
  const target = readers.there("lines", false);
  await readers.thread.stop();
  const message = /The thread beside the run's own has ended/;
  await expect(readInto(target, page("lines", 1, false))).rejects.toThrow(message);
  expect(() => readers.thread.page("lines", false)).toThrow(message);
  await expect(readers.thread.finish()).rejects.toThrow(message);
});

test("an abandoned thread closes the files of what nobody takes over", async () => {
  for (let number = 0; number < 3; number += 1) {
    const target = readers.there("lines", true);
    await readInto(target, page("lines", number, true));
    await target.keep();
  }
  const { segments } = (await readers.thread.finish()).lines;
  const descriptor = segments[0]!.descriptor!;
  expect(fstatSync(descriptor).size).toBeGreaterThan(0);
  await readers.thread.abandon();
  expect(() => fstatSync(descriptor)).toThrow("EBADF");
});
