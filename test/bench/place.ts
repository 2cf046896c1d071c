/** Where a contender finds its rows, and what it gives back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "./manifest.ts";

export interface Place {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the generator left its files. */
  readonly directory: string;
}

export interface Came {
  readonly rows: number;
  readonly calls: number;
  /** What came out, for comparisons. */
  readonly outcome: Readonly<Record<string, unknown>>;
  /** Of every partner, for comparisons: put together once the clock has stopped, as nothing but the comparison needs them. */
  readonly figures?: () => unknown;
}

export type Contender = (place: Place) => Promise<Came>;

export function manifestOf(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;
}

export function rowsIn(directory: string, which: "attributions" | "recent" = "attributions"): number {
  return manifestOf(directory)[which].reduce((sum, { rows }) => sum + rows, 0);
}
