import { makeId } from "../../local-org/records/recordId.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { lineAt, lineWords } from "../../sync-service/crm/lineRecord.ts";
import { lineReader } from "../../sync-service/crm/readLineItems.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import { RecordSpill, spaceOf } from "../../sync-service/run/recordSpill.ts";

const header = lineReader.columns.map((column) => `"${column}"`).join(",");
/** All of one length. */
const rowOf = (number: number) => `"${makeId("00k", number)}","${makeId("006", number)}","12.50","Flex"`;
const rows = [1, 2, 3].map(rowOf);

/** The opportunities of the records that a page leaves behind, and the rows that it counts. */
function read(page: string, chunkSize: number) {
  const spill = new RecordSpill({ words: lineWords, keyAt: lineAt.opportunity });
  const query = { object: "OpportunityLineItem", columns: lineReader.columns };
  const target = new RecordTarget(
    query,
    linePacker(lineReader.read, () => 1),
    spaceOf(spill, () => undefined),
  );
  const pageTarget = target.page();
  const bytes = Buffer.from(page);
  for (let at = 0; at < bytes.length; at += chunkSize) pageTarget.write(bytes.subarray(at, at + chunkSize));
  pageTarget.end();
  pageTarget.keep();
  const records = spill.part(0, new Int32Array(0)).length / lineWords;
  spill.close();
  return { rows: pageTarget.rows, records };
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
