/** Result pages of every size in chunks of 64 sizes: counts and checksums exact. `npm run test:soak -- pageMatrix` */
import { chunkSizes, expectedOf, pageBytes, readMatrix, wholeMatrix } from "../crm/pageMatrix.ts";

const sizes = 64;

let differences = 0;
for (const of of wholeMatrix) {
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
