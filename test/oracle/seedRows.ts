import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type SeedRow = Readonly<Record<string, string>>;

/** The rows of a programme in the making, written as seed files: one CSV an object. */
export class SeedRows {
  readonly #rows = new Map<string, SeedRow[]>();

  /** Adds a row and returns the label that stands for its id. */
  add(object: string, prefix: string, row: SeedRow): string {
    const rows = this.#rows.get(object) ?? [];
    this.#rows.set(object, rows);
    // With a hyphen no label has the form of a real id, 15 letters and digits.
    const label = `${prefix}-${rows.length + 1}`;
    rows.push({ Id: label, ...row });
    return label;
  }

  /** A column stands in a file where a row has it, so an org of one currency has no currencies. */
  write(directory: string): void {
    mkdirSync(directory, { recursive: true });
    for (const [object, rows] of this.#rows) {
      const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const lines = rows.map((row) => header.map((name) => `"${(row[name] ?? "").replaceAll('"', '""')}"`).join(","));
      writeFileSync(join(directory, `${object}.csv`), `${[header.join(","), ...lines].join("\n")}\n`);
    }
  }
}
