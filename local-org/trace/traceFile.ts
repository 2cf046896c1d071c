import { closeSync, openSync, writeSync } from "node:fs";
import type { TraceSink } from "./tracer.ts";

/** A file that every write of the org is added to, one line of JSON each. */
export interface TraceFile {
  readonly sink: TraceSink;
  close(): void;
}

/** Opens the file for adding. Throws where it cannot be written. */
export function openTraceFile(path: string): TraceFile {
  const descriptor = openSync(path, "a", 0o600);
  return { sink: (line) => void writeSync(descriptor, line), close: () => closeSync(descriptor) };
}
