import { makeId } from "../../local-org/records/recordId.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { lineWords } from "../../sync-service/crm/lineRecord.ts";
import { lineReader } from "../../sync-service/crm/readLineItems.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";

const header = lineReader.columns.map((column) => `"${column}"`).join(",");
/** All of one length. */
const rowOf = (number: number) => `"${makeId("00k", number)}","${makeId("006", number)}","12.50","Flex"`;
const rows = [1, 2, 3].map(rowOf);

/** The records that a page leaves behind, and the rows that it counts. */
function read(page: string, chunkSize: number) {
  const query = { object: "OpportunityLineItem", columns: lineReader.columns };
  // Room for a few rows only: the service's own takes two megabytes, and there are some 1,700 readings.
  const kept = { words: new Int32Array(lineWords), slot: 0, records: 0, keep: () => undefined, drop: () => undefined };
  const space = { begin: () => undefined, page: () => ({ ...kept, add: () => void (kept.records += 1) }) };
  const packer = linePacker(lineReader.read, () => 1);
  const pageTarget = new RecordTarget(query, packer, space).page();
  const bytes = Buffer.from(page);
  for (let at = 0; at < bytes.length; at += chunkSize) pageTarget.write(bytes.subarray(at, at + chunkSize));
  pageTarget.end();
  pageTarget.keep();
  return { rows: pageTarget.rows, records: kept.records };
}

test.each([
  ["line feeds", `${header}\n${rows.join("\n")}\n`],
  ["carriage returns and line feeds", `${header}\r\n${rows.join("\r\n")}\r\n`],
  ["no line end behind the last row", `${header}\n${rows.join("\n")}`],
  ["no header, and no line end behind the last row", rows.join("\n")],
  ["a byte order mark", `\uFEFF${header}\n${rows.join("\n")}\n`],
])("a page with %s gives every row one record, wherever chunks end", (_name, page) => {
  for (let chunkSize = 1; chunkSize <= page.length + 2; chunkSize += 1)
    expect({ chunkSize, ...read(page, chunkSize) }).toEqual({ chunkSize, rows: 3, records: 3 });
});
