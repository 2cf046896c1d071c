/** Unzips and packs one result page for another thread. */
import { Readable } from "node:stream";
import { attributionBytes } from "../crm/attributionPacker.ts";
import { ByteCursor } from "../crm/byteCursor.ts";
import { ByteRows } from "../crm/byteRows.ts";
import { IdNumbers } from "../crm/idNumbers.ts";
import { lineBytes } from "../crm/linePacker.ts";
import type { BytePacker } from "../crm/recordTarget.ts";
import { unzip } from "../crm/unzip.ts";
import { GeneralBytes } from "./generalBytes.ts";
import type { PageOrder, PageOutput, PagePacking } from "./pageMessages.ts";
import { RecordSpill } from "./recordSpill.ts";

/** Returns the last output; `tell` is told of the ones before it. @throws where the page is damaged. */
export async function packPage(
  { isZipped, packing, spill: shared }: PageOrder,
  input: AsyncIterable<Uint8Array>,
  tell: (output: PageOutput) => void,
): Promise<PageOutput> {
  const registered = new Set<number>();
  const fast = packerOf(packing, registered);
  const spill = RecordSpill.of(shared);
  const page = spill.page();
  const cursor = new ByteCursor();
  const general = new GeneralBytes(tell);
  const rows = new ByteRows({
    fast: (bytes, from) => {
      cursor.begin(bytes, from);
      if (!fast(cursor, page.words, page.slot)) return -1;
      page.add();
      return cursor.at;
    },
    general: (row) => general.add(row),
  });
  await unzip(Readable.from(input, { objectMode: false }), isZipped, (chunk) => rows.write(chunk));
  rows.end();
  general.flush();
  page.keep();
  return { kind: "packed", rows: rows.rows, segments: spill.release(), registered: [...registered] };
}

function packerOf(packing: PagePacking, met: Set<number>): BytePacker {
  if (packing.object === "lines") return lineBytes((family) => numberIn(packing.families, family));
  const { isMultiCurrency, currencies } = packing;
  const [partners, registered] = [IdNumbers.of(packing.partners), IdNumbers.of(packing.registered)];
  return attributionBytes(
    { isMultiCurrency },
    {
      partnerNumber: (first, second, third) => partners.find(first, second, third),
      currencyNumber: (code) => numberIn(currencies, code),
      isRegistered: (words, from) => {
        const number = registered.find(words[from]!, words[from + 1]!, words[from + 2]!);
        if (number >= 0) met.add(number);
        return number >= 0;
      },
    },
  );
}

/** Negative: it has none. */
function numberIn(texts: readonly (string | null)[], text: string | null): number {
  return texts.indexOf(text);
}
