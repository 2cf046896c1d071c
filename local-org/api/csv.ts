/** One CSV line as Bulk API 2.0 writes it: every cell quoted. */
export function csvLine(cells: readonly string[], lineEnd = "\n"): string {
  let line = "";
  for (const cell of cells)
    line += `${line === "" ? "" : ","}"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
  return line + lineEnd;
}
