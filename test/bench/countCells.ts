/** The least that a CSV scanner does: finds the ends of cells and rows in quoted text, and counts the rows. */

const quote = 34;
const lineFeed = 10;

/** Counts across chunks. */
export function countCells(): (chunk: Uint8Array) => number {
  let isQuoted = false;
  return (chunk) => {
    let rows = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === quote) isQuoted = !isQuoted;
      else if (byte === lineFeed && !isQuoted) rows += 1;
    }
    return rows;
  };
}
