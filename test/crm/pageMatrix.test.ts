import { chunkSizes, expectedOf, type MatrixCase, pageBytes, readMatrix, rowsIn } from "./pageMatrix.ts";
import { pageWire } from "./pageWire.ts";

/** Samples of the campaign's (`npm run test:soak -- pageMatrix`). */
const cases: readonly (readonly [name: string, of: MatrixCase])[] = [
  ["no row", { rowsPerPage: 0, pages: 1 }],
  ["two pages of one row", { rowsPerPage: 1, pages: 2 }],
  ["four pages", { rowsPerPage: 500, pages: 4 }],
  ["one page beyond a block", { rowsPerPage: 10_001, pages: 1 }],
  ["one page of one megabyte", { rowsPerPage: rowsIn(1e6), pages: 1 }],
];

test.each(cases)("%s comes out whole, whatever the chunks", (_name, of) => {
  const expected = expectedOf(of);
  for (const size of chunkSizes(pageBytes(of.rowsPerPage), 8))
    expect({ size, ...readMatrix(of, size) }).toEqual({ size, ...expected });
});

test.each(cases)("%s comes out whole, zipped and over HTTP", async (_name, of) => {
  const wire = await pageWire(of);
  try {
    // Chunks of single bytes are for the small pages.
    for (const size of chunkSizes(wire.bytes, 6).filter((bytes) => wire.bytes / bytes < 5000))
      expect({ size, ...(await wire.read(size)) }).toEqual({ size, ...expectedOf(of) });
  } finally {
    wire.close();
  }
});
