/** Measures as one table in Markdown. */
import type { Measures } from "./contender.ts";

export interface TableRow extends Measures {
  readonly name: string;
}

/** `floor` names the row that the ratios are to; null = none. */
export function printTable(rows: readonly TableRow[], floor: string | null): void {
  const base = rows.find(({ name }) => name === floor);
  const lines = rows.map((row) => {
    const perSecond = Math.round(row.rows / row.seconds / 1000);
    const ratio = base ? (row.seconds / row.rows / (base.seconds / base.rows)).toFixed(2) : "";
    const figures = [
      row.rows,
      row.seconds.toFixed(2),
      perSecond,
      Math.round(row.peakMegabytes),
      row.cpuSeconds.toFixed(1),
    ];
    return [row.name, ...figures, row.loopDelay.toFixed(0), row.calls, ratio].join(" | ");
  });
  const header = "| rows | s | krows/s | peak MB | CPU s | loop p99 ms | calls | x floor";
  process.stdout.write(`| ${header} |\n|${" --- |".repeat(9)}\n${lines.map((line) => `| ${line} |\n`).join("")}`);
}
