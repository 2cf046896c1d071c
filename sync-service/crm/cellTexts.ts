/**
 * Texts of cells that are to be kept: a cell is a slice of the chunk it came in, and
 * would keep all of it in memory.
 */

/** The same text by itself. */
export function ownText(cell: string): string {
  // Shorter ones are copied anyway.
  return cell.length < 13 ? cell : Buffer.from(cell).toString();
}

/** One text for all cells that say the same. */
export function sameTexts(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const same = known.get(cell);
    if (same !== undefined) return same;
    const own = ownText(cell);
    known.set(own, own);
    return own;
  };
}
