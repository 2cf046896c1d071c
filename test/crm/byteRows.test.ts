import { makeId } from "../../local-org/records/recordId.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { lineAt, lineWords } from "../../sync-service/crm/lineRecord.ts";
import { idAt } from "../../sync-service/crm/packedId.ts";
import { lineReader } from "../../sync-service/crm/lineCells.ts";
import type { RecordSpace } from "../../sync-service/crm/recordSpace.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";

const header = lineReader.columns.map((column) => `"${column}"`).join(",");
/** All of one length. */
const rowOf = (number: number) => `"${makeId("00k", number)}","${makeId("006", number)}","12.50","Flex"`;
const rows = [1, 2, 3].map(rowOf);
const opportunities = [1, 2, 3].map((number) => makeId("006", number));

/** The opportunities of the records that a page leaves behind, and the rows that it counts. */
function read(page: string, chunkSize: number) {
  const query = { object: "OpportunityLineItem", columns: lineReader.columns };
  const packer = linePacker(lineReader.read, () => 1);
  const found: string[] = [];
  const pageTarget = new RecordTarget(query, packer, roomForOne(found)).page();
  const bytes = Buffer.from(page);
  for (let at = 0; at < bytes.length; at += chunkSize) pageTarget.write(bytes.subarray(at, at + chunkSize));
  pageTarget.end();
  return { rows: pageTarget.rows, opportunities: found };
}

/** Each record takes the place of the one before: the service's own room is two megabytes, too much for 1,700 readings. */
function roomForOne(found: string[]): RecordSpace {
  const words = new Int32Array(lineWords);
  const add = () => void found.push(idAt(words, lineAt.opportunity));
  const nothing = () => undefined;
  return { begin: nothing, page: () => ({ words, slot: 0, add, keep: nothing, drop: nothing }) };
}

test.each([
  ["line feeds", `${header}\n${rows.join("\n")}\n`],
  ["carriage returns and line feeds", `${header}\r\n${rows.join("\r\n")}\r\n`],
  ["no line end behind the last row", `${header}\n${rows.join("\n")}`],
  ["no header, and no line end behind the last row", rows.join("\n")],
  ["a byte order mark", `\uFEFF${header}\n${rows.join("\n")}\n`],
])("a page with %s gives every row one record, wherever chunks end", (_name, page) => {
  for (let chunkSize = 1; chunkSize <= page.length + 2; chunkSize += 1)
    expect({ chunkSize, ...read(page, chunkSize) }).toEqual({ chunkSize, rows: 3, opportunities });
});
