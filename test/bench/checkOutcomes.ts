/** Nothing is worth its time that comes to something else than DuckDB. */
import type { Measures } from "./contender.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./manifest.ts";

export interface Compared {
  readonly oracle: Measures;
  readonly decided: Measures;
  readonly first: Measures;
  readonly unchanged: Measures;
  readonly filtered: Measures;
  readonly changed: Measures;
}

/** @throws with every difference found. */
export function checkOutcomes(
  { oracle, decided, first, unchanged, filtered, changed }: Compared,
  directory: string,
): void {
  const { changedRows } = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;
  const faults = [
    ...differences(figuresOf(oracle), figuresOf(decided)),
    ...expected("rows that DuckDB judges otherwise", oracle.outcome.differing, 0),
    ...expected("rows that the service judges otherwise", decided.outcome.changed, 0),
    ...expected("the first run", first.outcome.status, "Completed"),
    ...expected("rows written by the unchanged run", unchanged.outcome.rowsWritten, 0),
    ...expected("rows written by the filtered night", filtered.outcome.rowsWritten, 0),
    ...expected("the plan of the filtered night", filtered.outcome.planHash, unchanged.outcome.planHash),
    ...expected("rows written by the changed run", changed.outcome.rowsWritten, changedRows),
  ];
  if (faults.length > 0) throw new Error(`Not the same as DuckDB's:\n${faults.slice(0, 20).join("\n")}`);
  process.stdout.write(
    `0 differences to DuckDB over ${decided.rows} rows and ${figuresOf(decided).size} partners.\n\n`,
  );
}

function figuresOf({ outcome }: Measures): Map<string, string> {
  const rows = outcome.figures as readonly (readonly unknown[])[];
  return new Map(rows.map(([id, ...figures]) => [String(id), figures.join(" ")]));
}

/** A partner without any deal is not in DuckDB's table. */
function differences(oracle: ReadonlyMap<string, string>, service: ReadonlyMap<string, string>): string[] {
  const none = "0 0 0 0 0 0";
  return [...service]
    .filter(([id, figures]) => (oracle.get(id) ?? none) !== figures)
    .map(([id, figures]) => `${id}: ${figures} where DuckDB has ${oracle.get(id) ?? none}`);
}

function expected(what: string, found: unknown, wanted: unknown): string[] {
  return found === wanted ? [] : [`${what}: ${JSON.stringify(found)} where ${JSON.stringify(wanted)} is right`];
}
