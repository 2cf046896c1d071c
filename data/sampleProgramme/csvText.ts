/** One row of a seed file by API name; a missing or empty cell is blank. */
export type Cells = Readonly<Record<string, string>>;

/** The text of a seed file: a header of every column that some row fills, in order of first use. */
export function csvText(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) =>
    rows.some((row) => (row[column] ?? "") !== ""),
  );
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? "")).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

function cellText(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
