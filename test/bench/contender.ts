/** A process of its own: one way to get through the rows, measured, and its measures printed as JSON. */
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { contenders } from "./contenders.ts";

export interface Measures {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** The 99th percentile, milliseconds. */
  readonly loopDelay: number;
  readonly calls: number;
  /** What came out, for comparisons. */
  readonly outcome: Readonly<Record<string, unknown>>;
}

const [name = "", url = "", clientId = "", clientSecret = "", directory = "", file = ""] = process.argv.slice(2);
const load = contenders[name];
if (!load) throw new Error(`No contender is called ${name}`);
const run = await load();
// Started for its code alone.
if (url === "") process.exit(0);
const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const began = { at: performance.now(), cpu: process.cpuUsage() };
const { rows, calls, outcome, figures } = await run({ url, clientId, clientSecret, directory });
delay.disable();
const cpu = process.cpuUsage(began.cpu);
const measures: Measures = {
  rows,
  seconds: (performance.now() - began.at) / 1000,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  loopDelay: delay.percentile(99) / 1e6,
  calls,
  outcome: figures ? { ...outcome, figures: figures() } : outcome,
};
writeFileSync(file, JSON.stringify(measures));
// Connections kept alive would hold the process for a while.
process.exit(0);
