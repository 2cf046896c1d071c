/** Columns for a terminal, as wide as what stands in them. */

export interface ColumnOf<T> {
  readonly title: string;
  readonly isRight?: boolean;
  readonly cell: (row: T) => string;
}

/** A line of titles and a line a row, indented; no blanks at the end of a line. */
export function table<T>(rows: readonly T[], columns: readonly ColumnOf<T>[], indent = "  "): string[] {
  const grid = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...grid.map((line) => line[at]?.length ?? 0)));
  return grid.map((line) => {
    const cells = line.map((text, at) => aligned(text, widths[at] ?? 0, columns[at]?.isRight ?? false));
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/** Lines of words, each after the indent and no longer than the width where its words allow. */
export function wrapped(text: string, indent: string, width = 110): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(`${indent}${line}`);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, `${indent}${line}`];
}

function aligned(text: string, width: number, isRight: boolean): string {
  return isRight ? text.padStart(width) : text.padEnd(width);
}
