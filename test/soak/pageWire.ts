/**
 * The same pages as in `pageMatrix`, zipped and over HTTP, with the service's own fetching: `npm run test:soak -- pageWire`.
 * The server is in the same process, so that the peak of its memory is that of both. A number behind the name: fewer sizes.
 */
import { chunkSizes, expectedOf, wholeMatrix } from "../crm/pageMatrix.ts";
import { pageWire } from "../crm/pageWire.ts";

const sizes = Number(process.argv[2] ?? 64);

let differences = 0;
for (const of of wholeMatrix) {
  const wire = await pageWire(of);
  const expected = expectedOf(of);
  const begun = performance.now();
  for (const size of chunkSizes(wire.bytes, sizes)) {
    const found = await wire.read(size);
    if (found.rows === expected.rows && found.checksum === expected.checksum) continue;
    differences += 1;
    console.error(`${of.pages} x ${of.rowsPerPage} rows in chunks of ${size}: ${found.rows} rows, ${found.checksum}`);
  }
  wire.close();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${of.pages} x ${of.rowsPerPage} rows (${(wire.bytes / 1e6).toFixed(1)} MB zipped a page) x ${sizes} chunk sizes: ${seconds} s, peak ${peak} MB`,
  );
}
console.log(`${differences} differences`);
process.exitCode = differences === 0 ? 0 : 1;
