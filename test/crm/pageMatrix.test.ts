import { attributionRows } from "./attributionRows.ts";
import { lineRows } from "./lineRows.ts";
import { chunkSizes, type MatrixCase, PageMatrix } from "./pageMatrix.ts";
import { pageWire } from "./pageWire.ts";

/** Samples of the campaigns' (`npm run test:soak -- pageMatrix`, `-- pageWire`). */
const sample = [lineRows, attributionRows].flatMap((kind) => {
  const matrix = new PageMatrix(kind);
  const cases: readonly (readonly [name: string, of: MatrixCase])[] = [
    ["no row", { rowsPerPage: 0, pages: 1 }],
    ["two pages of one row", { rowsPerPage: 1, pages: 2 }],
    ["four pages", { rowsPerPage: 500, pages: 4 }],
    ["one page beyond a block", { rowsPerPage: 2001, pages: 1 }],
    ["one page of one megabyte", { rowsPerPage: matrix.rowsIn(1e6), pages: 1 }],
  ];
  return cases.map(([name, of]) => [kind.object, name, matrix, of] as const);
});

test.each(sample)("%s: %s comes out whole, whatever the chunks", (_object, _name, matrix, of) => {
  const expected = matrix.expected(of);
  for (const size of chunkSizes(matrix.pageBytes(of.rowsPerPage), 5))
    expect({ size, ...matrix.read(of, size) }).toEqual({ size, ...expected });
});

test.each(sample)("%s: %s comes out whole, zipped and over HTTP", async (_object, _name, matrix, of) => {
  const expected = matrix.expected(of);
  const wire = await pageWire(matrix, of);
  try {
    // Chunks of single bytes are for the small pages.
    for (const size of chunkSizes(wire.bytes, 5).filter((bytes) => wire.bytes / bytes < 1000))
      expect({ size, ...(await wire.read(size)) }).toEqual({ size, ...expected });
  } finally {
    wire.close();
  }
});
