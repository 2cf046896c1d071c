import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { makeId } from "../../local-org/records/recordId.ts";
import { attributionPacker } from "../../sync-service/crm/attributionPacker.ts";
import { ConfigurationError } from "../../sync-service/crm/errors.ts";
import { readerFor } from "../../sync-service/crm/readAttributions.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import type { PageTarget } from "../../sync-service/crm/rowTarget.ts";
import type { RegistrationFacts } from "../../sync-service/program/facts.ts";
import { CaseStore } from "../../sync-service/run/caseStore.ts";
import { SecondThread } from "../../sync-service/run/secondThread.ts";

const options = { isMultiCurrency: true, withName: false };
const reader = readerFor(options);
const query = { object: "Opportunity_Partner__c", columns: reader.columns, where: undefined };
const header = reader.columns.map((column) => `"${column}"`).join(",");
const pageRows = 500;
const partnerIds = Array.from({ length: 40 }, (_, number) => makeId("001", number));
/** Of the opportunities 7 (which has attributions) and of one that has none. */
const registrations = [7, 900_000].map(
  (number) => ({ opportunityId: makeId("006", number), status: "Approved" }) as RegistrationFacts,
);

/** Every tenth partner is new to the service, every eleventh currency too; some instants have REST's form. */
function row(number: number): string {
  const deal = number >> 1;
  const cells = [
    makeId("a0B", number),
    makeId("001", number % 10 === 0 ? 1_000 + (number % 30) : number % 40),
    number % 3 === 0 ? "Deal Registration" : "Twilio Sales",
    number % 5 === 0 ? "Resold" : "Influenced",
    number % 17 === 0 ? "2023-05-20T10:00:00.000+0000" : "2023-05-20T10:00:00.000Z",
    number % 2 === 0 ? "" : "Counted",
    "",
    number % 2 === 0 ? "" : `${number}.5`,
    "false",
    makeId("006", deal),
    "true",
    "true",
    "2023-06-01",
    "2023-06-01T18:00:00.000Z",
    "2023-04-01T10:00:00.000Z",
    deal % 19 === 0 ? "1.5E7" : `${deal * 37}.25`,
    deal % 11 === 0 ? "CHF" : "EUR",
  ];
  return cells.map((cell) => `"${cell}"`).join(",");
}

/** The first page names its columns, the others don't. */
function page(number: number): Buffer {
  const rows = Array.from({ length: pageRows }, (_, index) => row(number * pageRows + index));
  return Buffer.from(`${[...(number === 0 ? [header] : []), ...rows].join("\n")}\n`);
}

/** A body that comes in chunks of a size. */
function body(bytes: Buffer, size = 1_000): Readable {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  return Readable.from(chunks, { objectMode: false });
}

describe("pages that a second thread packs", () => {
  let store: CaseStore;
  let second: SecondThread;
  let target: RecordTarget;

  beforeEach(() => {
    ({ store, second, target } = begin());
    second.start();
  });

  afterEach(async () => {
    await second.stop();
    store.close();
  });

  test.each([
    ["zipped", true, 1_000],
    ["zipped, in single bytes' chunks", true, 3],
    ["as they are", false, 777],
  ])("hold what this thread reads from them, odd rows and strangers too: %s", async (_name, isZipped, size) => {
    const pages = Array.from({ length: 6 }, () => target.page());
    await Promise.all(
      pages.map((target, number) =>
        target.read(body(isZipped ? gzipSync(page(number)) : page(number), size), isZipped),
      ),
    );
    for (const target of pages) target.keep();
    expect(pages.map(({ rows }) => rows)).toEqual(pages.map(() => pageRows));
    expect(contentOf(store)).toEqual(await alone(6));
    expect(store.unattributedIds()).toEqual([makeId("006", 900_000)]);
  });

  test("count for nothing until they are kept, and can be dropped and read anew", async () => {
    const dropped = target.page();
    await dropped.read(body(page(0)), false);
    dropped.drop();
    expect(contentOf(store)).toEqual([]);
    expect(store.unattributedIds()).toHaveLength(2);
    await read(target.page(), 0);
    expect(contentOf(store)).toEqual(await alone(1));
  });

  test.each([
    ["end within a row", page(0).subarray(0, -20), false, /within a row/],
    ["are no gzip", page(0), true, /header check/],
    ["end within their gzip", gzipSync(page(0)).subarray(0, -30), true, /unexpected end/],
    [
      "hold a row with a cell that can't be read",
      Buffer.from(page(0).toString().replace("2023-06-01", "1 June 2023")),
      false,
      /CloseDate/,
    ],
    ["begin with other columns", Buffer.from(`"Id","Name"\n${row(1)}\n`), false, /other columns/],
    ["hold text that is no CSV", Buffer.concat([page(0), Buffer.from('"a"b\n')]), false, /closing quote/],
  ])("are refused where they %s", async (_name, bytes, isZipped, expected) => {
    const page = target.page();
    await expect(page.read(body(bytes), isZipped)).rejects.toThrow(expected);
    page.drop();
    await read(target.page(), 0);
    expect(contentOf(store)).toEqual(await alone(1));
  });

  test("are given up where their body breaks off, and the thread goes on", async () => {
    const page = target.page();
    await expect(page.read(brokenBody(), false)).rejects.toThrow("ECONNRESET");
    page.drop();
    await read(target.page(), 0);
    expect(contentOf(store)).toEqual(await alone(1));
  });

  test("are read by this thread once the second has ended", async () => {
    const begun = target.page();
    const reading = begun.read(endless(), false);
    await second.stop();
    await expect(reading).rejects.toThrow("has ended");
    begun.drop();
    await read(target.page(), 0);
    expect(contentOf(store)).toEqual(await alone(1));
  });
});

test("a page of which the disk can't hold the records is refused for good", async () => {
  const { store, second, target } = begin();
  second.start();
  try {
    const spill = store.attributions.share();
    store.attributions.share = () => ({ ...spill, file: { ...spill.file, descriptor: 0xffff } });
    const page = target.page();
    await expect(page.read(body(largePage(), 64_000), false)).rejects.toThrow(ConfigurationError);
    page.drop();
  } finally {
    await second.stop();
    store.close();
  }
});

function begin() {
  const store = new CaseStore(registrations);
  store.expectNames(partnerIds, ["EUR"]);
  store.expect(100_000);
  const second = new SecondThread();
  return { store, second, target: targetOf(store, second) };
}

function targetOf(store: CaseStore, second: SecondThread): RecordTarget {
  const space = second.share(store.attributionTable(true), () => undefined);
  return new RecordTarget(query, attributionPacker(reader.read, options, store.packing), space);
}

/** The same pages without a second thread. */
async function alone(pages: number) {
  const { store, target } = begin();
  for (let number = 0; number < pages; number += 1) await read(target.page(), number);
  const content = contentOf(store);
  store.close();
  return content;
}

async function read(target: PageTarget, number: number): Promise<void> {
  await target.read(body(page(number)), false);
  target.keep();
}

function contentOf(store: CaseStore): string[] {
  return [...store.cases()]
    .flatMap(({ opportunity, attributions, registrations }) =>
      attributions.map((attribution) => JSON.stringify({ attribution, opportunity, registrations })),
    )
    .sort();
}

function largePage(): Buffer {
  return Buffer.concat([Buffer.from(`${header}\n`), Buffer.from(`${row(3)}\n`.repeat(40_000))]);
}

function brokenBody(): Readable {
  return Readable.from(
    (function* () {
      yield page(0).subarray(0, 40_000);
      throw new Error("ECONNRESET");
    })(),
  );
}

function endless(): Readable {
  return new Readable({ read: () => undefined });
}
