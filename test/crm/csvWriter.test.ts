import Big from "big.js";
import { CsvScanner } from "../../sync-service/crm/csvScanner.ts";
import { csvOf } from "../../sync-service/crm/csvWriter.ts";
import type { BodyStream } from "../../sync-service/crm/httpExchange.ts";
import type { RowWrite } from "../../sync-service/crm/rowWrite.ts";

const rows: RowWrite[] = [
  { key: "1", values: { Name: 'a "b", c\nd', Amount: new Big("12345678901234.56") } },
  { key: "2", values: { Amount: null, Flag: false } },
];

test("writes blanks as #N/A, fields left out as nothing, amounts digit by digit", () => {
  const [part] = [...csvOf("Id", rows, 1_000_000)];
  expect(scan(part?.csv)).toEqual([
    ["Id", "Name", "Amount", "Flag"],
    ["1", 'a "b", c\nd', "12345678901234.56", ""],
    ["2", "", "#N/A", "false"],
  ]);
});

test("splits into parts below the size, each with the header", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ key: String(at), values: { Name: "é".repeat(20) } }));
  const parts = [...csvOf("Id", many, 400)];
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap((part) => [...part.rows])).toEqual(many);
  for (const { csv, rows: own } of parts) {
    expect(csv.bytes).toBeLessThanOrEqual(400);
    expect(textOf(csv)).toHaveLength(csv.bytes);
    expect(scan(csv)).toHaveLength(own.length + 1);
  }
});

test("a text that is sent again is the same", () => {
  const [part] = [...csvOf("Id", rows, 1_000_000)];
  expect(part && textOf(part.csv)).toEqual(part && textOf(part.csv));
});

function textOf(csv: BodyStream): Buffer {
  return Buffer.concat([...csv.chunks()]);
}

function scan(csv: BodyStream | undefined): string[][] {
  const cells: string[][] = [];
  const scanner = new CsvScanner((row) => cells.push(row));
  if (csv) scanner.write(textOf(csv));
  scanner.end();
  return cells;
}
