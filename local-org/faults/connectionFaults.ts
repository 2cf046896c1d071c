import type { Fault } from "./fault.ts";
import { API, BODIES, cut, fault } from "./makeFault.ts";

/** Connections that break, and answers that do not come whole. */
export const CONNECTION_FAULTS = {
  "connection-reset": fault("a reset before an answer; nothing was executed", API, { kind: "refuse", by: "reset" }),
  "connection-end": fault("an end before an answer; nothing was executed", API, { kind: "refuse", by: "end" }),
  "no-answer": fault("silence; nothing was executed", API, { kind: "silence" }),
  "reset-length": cut("a reset in mid-body, Content-Length given", "reset", "length"),
  "reset-chunked": cut("a reset in mid-body, chunked", "reset", "chunked"),
  "end-length": cut("an end in mid-body, Content-Length given", "end", "length"),
  "end-chunked": cut("an end in mid-body, chunked", "end", "chunked"),
  stall: cut("a body that stands still", "silence", "chunked"),
  "zip-broken": fault("damaged gzip", BODIES, { kind: "spoilZip" }),
  "clean-end": fault("a body cut at a row's end that looks whole", BODIES, { kind: "shorten" }),
  crumbs: fault("a whole body in crumbs of seven bytes", BODIES, { kind: "crumble" }),
  "locator-missing": fault("a page that names no next page", ["bulkQueryResults"], { kind: "locator", as: "missing" }),
  "locator-repeated": fault("a page that names itself as the next", ["bulkQueryResults"], {
    kind: "locator",
    as: "repeated",
  }),
  "locator-ended": fault("a page that calls itself the last", ["bulkQueryResults"], { kind: "locator", as: "ended" }),
} as const satisfies Readonly<Record<string, Fault>>;
