import fc from "fast-check";
import { makeId } from "../../local-org/records/recordId.ts";
import { attributionPacker, type PackingTexts } from "../../sync-service/crm/attributionPacker.ts";
import { attributionAt, attributionWords, opportunityAt } from "../../sync-service/crm/attributionRecord.ts";
import { ByteCursor } from "../../sync-service/crm/byteCursor.ts";
import { IdNumbers } from "../../sync-service/crm/idNumbers.ts";
import { idAt, packId } from "../../sync-service/crm/packedId.ts";
import { attributionReader as readerFor } from "../../sync-service/crm/attributionCells.ts";
import type { Row } from "../../sync-service/crm/restQuery.ts";

const options = { isMultiCurrency: true, withName: false };
const runs = { seed: 20231215, numRuns: 400 };

const id = (prefix: string) => fc.bigInt(0n, 62n ** 12n - 1n).map((sequence) => makeId(prefix, sequence));
const instant = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2105-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((text) => text.slice(0, 10));
const flag = fc.constantFrom("true", "false");
const amount = fc.oneof(
  fc.constant(""),
  fc.tuple(fc.constantFrom("", "-"), fc.maxSafeNat(), fc.nat(2)).map(([sign, digits, scale]) => {
    const text = String(digits % 10 ** 14).padStart(scale + 1, "0");
    return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
  }),
);

/** Rows in the order of the query's columns. */
const row = fc.tuple(
  id("a0B"),
  id("001"),
  fc.constantFrom("Twilio Sales", "Deal Registration"),
  fc.constantFrom("Influenced", "Resold"),
  instant,
  fc.constantFrom("", "Counted", "Pending", "Lost", "Excluded"),
  fc.constantFrom("", "Duplicate", "Registration Not Approved", "Registration Submitted After Close", "No eARR"),
  amount,
  flag,
  id("006"),
  flag,
  flag,
  day,
  fc.oneof(fc.constant(""), instant),
  instant,
  amount,
  fc.constantFrom("", "USD", "EUR", "JPY"),
);

function textsOf() {
  const partners = new IdNumbers();
  const currencies: (string | null)[] = [null];
  const packing: PackingTexts = {
    partnerNumber: (first, second, third) => partners.numberOf(first, second, third),
    currencyNumber: (code) => (currencies.includes(code) ? currencies.indexOf(code) : currencies.push(code) - 1),
    noteName: () => undefined,
    isRegistered: () => false,
  };
  const partnerOf = (number: number) => partners.idOf(number);
  return { packing, texts: { partnerOf, currencyOf: (n: number) => currencies[n] ?? null, nameOf: () => undefined } };
}

function packed(cells: Row, way: "fast" | "slow") {
  const { packing, texts } = textsOf();
  const words = new Int32Array(attributionWords);
  const packer = attributionPacker(readerFor(options).read, options, packing);
  const cursor = new ByteCursor();
  cursor.begin(Buffer.from(`${cells.map((cell) => `"${cell}"`).join(",")}\n${" ".repeat(32)}`), 0);
  const isTaken = way === "slow" || packer.fast(cursor, words, 0);
  if (way === "slow") packer.slow(cells, words, 0);
  return { isTaken, facts: [attributionAt(words, 0, texts), opportunityAt(words, 0, texts)] };
}

describe("packed attributions", () => {
  test("rows of the usual form come out of bytes as they come out of cells", () => {
    fc.assert(
      fc.property(row, (cells) => {
        const { isTaken, facts } = packed(cells, "fast");
        expect(isTaken).toBe(true);
        expect(JSON.stringify(facts)).toBe(JSON.stringify(packed(cells, "slow").facts));
      }),
      runs,
    );
  });

  test("a record says what the row said, to the last digit and millisecond", () => {
    fc.assert(
      fc.property(row, (cells) => {
        const [attribution, opportunity] = packed(cells, "slow").facts as [
          ReturnType<typeof attributionAt>,
          ReturnType<typeof opportunityAt>,
        ];
        const back = [
          attribution.id,
          attribution.partnerId,
          attribution.source,
          attribution.role,
          new Date(attribution.createdAt ?? 0).toISOString(),
          attribution.stored.status ?? "",
          attribution.stored.reason ?? "",
          attribution.stored.creditUsd?.toFixed() ?? "",
          String(attribution.stored.isResaleUnauthorized),
          attribution.opportunityId,
          String(opportunity.isWon),
          String(opportunity.isClosed),
          opportunity.closeDate,
          new Date(opportunity.closedAt).toISOString(),
          opportunity.earr?.toFixed() ?? "",
          opportunity.currencyCode ?? "",
        ];
        const closed = cells[13] === "" ? cells[14] : cells[13];
        const expected = [
          ...cells.slice(0, 7),
          plain(cells[7]),
          ...cells.slice(8, 13),
          closed,
          plain(cells[15]),
          cells[16],
        ];
        expect(back).toEqual(expected);
      }),
      runs,
    );
  });

  test.each([
    ["REST's form of an instant", 4, "2023-05-20T10:00:00.000+0000"],
    ["sixteen digits and more", 15, "1234567890123456.78"],
    ["an exponent", 15, "1.5E7"],
  ])("%s is read too, the general way", (_name, column, cell) => {
    const cells = sample.with(column, cell);
    expect(packed(cells, "fast").isTaken).toBe(false);
    expect(packed(cells, "slow").facts).toHaveLength(2);
  });

  test.each([
    ["a day that no calendar has", 12, "2023-02-29"],
    ["an hour that no clock has", 4, "2023-05-20T24:00:00.000Z"],
    ["milliseconds without a digit", 4, "2023-05-20T10:00:00.abcZ"],
    ["a year without a digit", 12, "year-05-20"],
    ["a source that nobody knows", 2, "Somebody"],
    ["a character that no id has", 0, "a0B00000000000_AAA"],
    ["an amount without digits", 15, "."],
    ["two points", 15, "1.2.3"],
    ["a quote", 15, '1""2'],
    ["a quote at the end", 15, '12""'],
    ["a quote alone", 15, '""'],
    ["a quote in an id", 0, 'a0B0000000000""AAA'],
    ["a quote behind an id", 0, 'a0B000000000001"",'],
    ["text behind the cell", 2, 'Twilio Sales"x'],
    ["text behind a blank cell", 15, '"x'],
    ["a cell too many", 16, 'USD","USD'],
  ])("%s is never taken from bytes", (_name, column, cell) => {
    expect(packed(sample.with(column, cell), "fast").isTaken).toBe(false);
  });
});

test("a row without its last cell is never taken from bytes", () => {
  expect(packed(sample.slice(0, -1), "fast").isTaken).toBe(false);
});

describe("packed ids", () => {
  test.each(["001ı00000000001", "001\u00b100000000001", "001_00000000001", "00100000000001"])("%s is none", (text) => {
    expect(() => packId(text, new Int32Array(3), 0)).toThrow("no record id");
  });

  test("an id comes back with its checksum, and numbers tell ids apart", () => {
    const words = new Int32Array(3);
    const numbers = new IdNumbers();
    fc.assert(
      fc.property(id("006"), id("006"), (one, other) => {
        const numberOf = (text: string) => {
          packId(text, words, 0);
          expect(idAt(words, 0)).toBe(text);
          return numbers.numberOf(words[0]!, words[1]!, words[2]!);
        };
        expect(numberOf(one) === numberOf(other)).toBe(one === other);
        expect(numbers.idOf(numberOf(one))).toBe(one);
      }),
      { ...runs, numRuns: 2000 },
    );
  });
});

/** As a number prints itself: without needless zeros. */
function plain(cell: string | undefined): string {
  if (cell === undefined || cell === "") return "";
  const trimmed = cell.includes(".") ? cell.replace(/\.?0+$/, "") : cell;
  const whole = trimmed.replace(/^(-?)0+(?=\d)/, "$1");
  return whole;
}

const sample: Row & { with(index: number, value: string): string[] } = [
  makeId("a0B", 1),
  makeId("001", 1),
  "Twilio Sales",
  "Influenced",
  "2023-05-20T10:00:00.000Z",
  "",
  "",
  "",
  "false",
  makeId("006", 1),
  "true",
  "true",
  "2023-06-01",
  "2023-06-01T18:00:00.000Z",
  "2023-04-01T10:00:00.000Z",
  "12345.67",
  "USD",
];
