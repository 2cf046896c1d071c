/** What Prometheus scrapes: runs and their outcome, rows, API calls; no names, no ids. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Org } from "../crm/org.ts";
import { RunHeldError } from "../run/runErrors.ts";
import type { RunEnd } from "../runBoard.ts";
import type { HttpParts } from "./httpParts.ts";

type MetricsParts = Pick<HttpParts, "board" | "org" | "lastCompletedAt">;

export function serviceMetrics({ board, org, lastCompletedAt }: MetricsParts): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const metrics = {
    runs: new Counter({
      name: "partner_sync_runs_total",
      help: "Runs that ended in this process, by mode and outcome",
      labelNames: ["mode", "status"],
      registers,
    }),
    seconds: new Histogram({
      name: "partner_sync_run_seconds",
      help: "How long runs took",
      labelNames: ["mode"],
      buckets: [1, 5, 15, 60, 300, 900, 3600],
      registers,
    }),
    lastCompleted: gauge("last_completed_timestamp_seconds", "When a run over all partners last completed"),
    rowsRead: gauge("last_rows_read", "Rows that the last run over all partners read"),
    rowsWritten: gauge("last_rows_written", "Rows that it wrote"),
    rowsFailed: gauge("last_rows_failed", "Rows that Salesforce refused"),
    rowsReadBack: gauge("last_rows_read_back", "Rows that it read back after writing them"),
    rowsDiffering: gauge("last_rows_differing", "Rows of those that are not as they were written"),
    isHeld: gauge("last_run_held", "1 while the last run over all partners is held, else 0"),
    annualWaiting: gauge("annual_review_waiting_partners", "Partners whose annual review waits for approval"),
  };
  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `partner_sync_${name}`, help, registers });
  }
  new Gauge({
    name: "partner_sync_running",
    help: "1 while this process carries out a run",
    registers,
    collect() {
      this.set(board.current === null ? 0 : 1);
    },
  });
  new Gauge({
    name: "partner_sync_api_calls",
    help: "Calls to Salesforce since this process began",
    registers,
    collect() {
      this.set(org.budget.calls);
    },
  });
  // A restart must not look like a night without a run.
  if (lastCompletedAt !== null) metrics.lastCompleted.set(lastCompletedAt / 1000);
  board.on("end", (end) => note(metrics, end, org));
  return registry;
}

interface RunMetrics {
  readonly runs: Counter;
  readonly seconds: Histogram;
  readonly lastCompleted: Gauge;
  readonly rowsRead: Gauge;
  readonly rowsWritten: Gauge;
  readonly rowsFailed: Gauge;
  readonly rowsReadBack: Gauge;
  readonly rowsDiffering: Gauge;
  readonly isHeld: Gauge;
  readonly annualWaiting: Gauge;
}

function note(metrics: RunMetrics, { request, result, error, seconds }: RunEnd, org: Org): void {
  // Held before anything could be decided, a run ends in an error.
  const isHeld = result?.status === "Held" || error instanceof RunHeldError;
  metrics.runs.inc({ mode: request.mode, status: isHeld ? "Held" : (result?.status ?? "Failed") });
  metrics.seconds.observe({ mode: request.mode }, seconds);
  if (request.partnerId !== null) return;
  if (isHeld) metrics.isHeld.set(1);
  if (result === null) return;
  metrics.rowsRead.set(result.rowsRead);
  metrics.rowsWritten.set(result.rowsWritten);
  metrics.rowsFailed.set(result.rowsFailed);
  metrics.rowsReadBack.set(result.readBack.rows);
  metrics.rowsDiffering.set(result.readBack.differences.length);
  if (!isHeld) metrics.isHeld.set(0);
  metrics.annualWaiting.set(result.annual?.partners ?? 0);
  if (!isHeld) metrics.lastCompleted.set(org.clock.now() / 1000);
}
