/**
 * Texts of cells that are to be kept: a cell is a slice of the chunk it came in, and
 * would keep all of it in memory.
 */

/** Says for each cell of a row, by its place, what to keep instead: one text for all that say the same, ids aside. */
export function keptTexts(): (cell: string, place: number) => string {
  const known = new Map<string, string>();
  return (cell, place) => {
    // The first column is the row's own id: no other row has it.
    if (place === 0) return ownText(cell);
    const same = known.get(cell);
    if (same !== undefined) return same;
    const own = ownText(cell);
    known.set(own, own);
    return own;
  };
}

/** The same text, with memory of its own. */
export function ownText(cell: string): string {
  // Shorter ones are copied anyway.
  return cell.length < 13 ? cell : Buffer.from(cell).toString();
}
