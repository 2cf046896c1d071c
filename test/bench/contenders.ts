/** The floor, this service, and what there is without it: each gets through the same rows in its own way. */
import type { Contender } from "./place.ts";

/** Loaded one by one: what one of them brings along is not in another's memory. */
export const contenders: Readonly<Record<string, () => Promise<Contender>>> = {
  "bytes through gunzip": async () => (await import("./floor.ts")).throughGunzip,
  "gunzip, scan, count": async () => (await import("./floor.ts")).scanned,
  "read and decide": async () => (await import("./service.ts")).readAndDecide,
  "whole run": async () => (await import("./service.ts")).wholeRun,
  "filtered night": async () => (await import("./service.ts")).filteredNight,
  "jsforce record stream": async () => (await import("./jsforceStream.ts")).jsforceStream,
  "csv-parse over fetch": async () => (await import("./csvParse.ts")).csvParse,
  "DuckDB read_csv": async () => (await import("./duckdb.ts")).duckdb,
};

/** Those that are this service. */
export const services: ReadonlySet<string> = new Set(["read and decide", "whole run", "filtered night"]);
