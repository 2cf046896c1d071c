import { parse } from "csv-parse/sync";
import { CsvError, CsvScanner } from "../../sync-service/crm/csvScanner.ts";

const pages: Readonly<Record<string, string>> = {
  "all cells quoted, as Salesforce sends them": '"Id","Name"\n"1","a"\n"2","b"\n',
  "bare cells": "Id,Name\n1,a\n2,b\n",
  "blank cells": '"Id","Name","City"\n"1","",""\n,,\n',
  "line feeds, commas and doubled quotes within quotes": '"Id","Name"\n"1","a\nb, ""c"""\n"2",""""""\n',
  "CRLF between rows and within a cell": '"Id","Name"\r\n"1","a\r\nb"\r\n',
  "no line end after the last row": '"Id","Name"\n"1","a"',
  "characters of two, three and four bytes": '"Id","Name"\n"1","Zoë – 東京 😀"\n',
  "a byte order mark": '\uFEFF"Id","Name"\n"1","a"\n',
  "a NUL within quotes": '"Id","Name"\n"1","a\u0000b"\n',
  "one column": '"Id"\n"1"\n""\n"2"\n',
  "a header alone": '"Id","Name"\n',
};

describe("CsvScanner", () => {
  for (const [name, page] of Object.entries(pages))
    test(`reads ${name} the same at every chunk seam`, () => {
      const bytes = Buffer.from(page);
      const expected = parse(bytes, { bom: true });
      for (let seam = 0; seam <= bytes.length; seam += 1)
        expect(scan([bytes.subarray(0, seam), bytes.subarray(seam)])).toEqual(expected);
    });

  test("reads byte by byte", () => {
    for (const page of Object.values(pages)) {
      const bytes = Buffer.from(page);
      const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
      expect(scan(single)).toEqual(parse(bytes, { bom: true }));
    }
  });

  test.each([
    ["text after a closing quote", '"Id"\n"1"x\n'],
    ["a quote within a bare cell", 'Id\n1"2\n'],
    ["an end within quotes", '"Id"\n"1\n'],
    ["a lone carriage return", '"Id"\r"1"\n'],
    ["a NUL outside quotes", "Id\n\u00001\n"],
  ])("refuses %s at every chunk seam", (_name, page) => {
    const bytes = Buffer.from(page);
    for (let seam = 0; seam <= bytes.length; seam += 1)
      expect(() => scan([bytes.subarray(0, seam), bytes.subarray(seam)])).toThrow(CsvError);
  });

  test("refuses bytes that are no UTF-8", () => {
    expect(() => scan([Buffer.from([0x22, 0xff, 0x22, 0x0a])])).toThrow("UTF-8");
    expect(() => scan([Buffer.from([0x22, 0xe6, 0x9d])])).toThrow("UTF-8");
  });
});

function scan(chunks: readonly Uint8Array[]): string[][] {
  const rows: string[][] = [];
  const scanner = new CsvScanner((cells) => rows.push(cells));
  for (const chunk of chunks) scanner.write(chunk);
  scanner.end();
  return rows;
}
