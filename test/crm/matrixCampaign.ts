/** The whole page matrix, of both kinds of rows or of one by name, in chunks of 64 sizes or fewer. */
import { attributionRows } from "./attributionRows.ts";
import { lineRows } from "./lineRows.ts";
import { chunkSizes, type MatrixCase, type MatrixOutcome, PageMatrix } from "./pageMatrix.ts";

export interface MatrixWay {
  /** Of a page, as it is cut into chunks. */
  readonly bytes: number;
  read(chunkSize: number): MatrixOutcome | Promise<MatrixOutcome>;
  close(): void;
}

type Open = (matrix: PageMatrix, of: MatrixCase) => MatrixWay | Promise<MatrixWay>;

const kinds = new Map([
  ["lines", lineRows],
  ["attributions", attributionRows],
]);

/** `args`: a number of sizes, a kind. The exit code says whether all was exact; the peak is the process's up to then. */
export async function matrixCampaign(args: readonly string[], open: Open): Promise<void> {
  const sizes = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 64);
  const asked = args.filter((arg) => kinds.has(arg));
  let differences = 0;
  for (const [name, kind] of kinds) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const matrix = new PageMatrix(kind);
    for (const of of matrix.whole()) {
      const begun = performance.now();
      const way = await open(matrix, of);
      differences += await differencesOf(way, matrix.expected(of), sizes);
      way.close();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const peak = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(
        `${of.pages} x ${of.rowsPerPage} ${name} (${(way.bytes / 1e6).toFixed(1)} MB a page) x ${sizes} chunk sizes: ${seconds} s, peak ${peak} MB`,
      );
    }
  }
  console.log(`${differences} differences`);
  process.exitCode = differences === 0 ? 0 : 1;
}

async function differencesOf(way: MatrixWay, expected: MatrixOutcome, sizes: number): Promise<number> {
  let differences = 0;
  for (const size of chunkSizes(way.bytes, sizes)) {
    const found = await way.read(size);
    if (found.rows === expected.rows && found.checksum === expected.checksum) continue;
    differences += 1;
    console.error(`In chunks of ${size}: ${found.rows} rows of ${expected.rows}, checksum ${found.checksum}`);
  }
  return differences;
}
