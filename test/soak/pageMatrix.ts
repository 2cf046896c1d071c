/** Result pages of every size in chunks of 64 sizes: counts and checksums exact. `npm run test:soak -- pageMatrix` */
import { chunkSizes, expectedOf, type MatrixCase, pageBytes, readMatrix, rowsIn } from "../crm/pageMatrix.ts";

const sizes = 64;
const cases: readonly MatrixCase[] = [
  { rowsPerPage: 0, pages: 1 },
  { rowsPerPage: 1, pages: 2 },
  { rowsPerPage: 250_000, pages: 4 },
  { rowsPerPage: 1_000_001, pages: 1 },
  { rowsPerPage: rowsIn(600e6), pages: 1 },
];

let differences = 0;
for (const of of cases) {
  const bytes = pageBytes(of.rowsPerPage);
  const expected = expectedOf(of);
  for (const size of chunkSizes(bytes, sizes)) {
    const found = readMatrix(of, size);
    if (found.rows === expected.rows && found.checksum === expected.checksum) continue;
    differences += 1;
    console.error(`${of.pages} x ${of.rowsPerPage} rows in chunks of ${size}: ${found.rows} rows, ${found.checksum}`);
  }
  console.log(`${of.pages} x ${of.rowsPerPage} rows (${Math.round(bytes / 1e6)} MB a page) x ${sizes} chunk sizes`);
}
console.log(`${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
