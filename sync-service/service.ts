/** The service while it stays up: the schedule, runs that people ask for, and the HTTP API. */
import type { ServiceConfig } from "./config.ts";
import type { Org } from "./crm/org.ts";
import { readLastGoodRun } from "./crm/readRuns.ts";
import { readPolicies } from "./crm/readPolicy.ts";
import { defaultLimits } from "./http/httpParts.ts";
import { type HttpServer, startServer } from "./http/startServer.ts";
import type { Log } from "./logger.ts";
import { PollReadiness } from "./pollReadiness.ts";
import { programDay } from "./run/programDay.ts";
import { InterruptedError } from "./run/runErrors.ts";
import { runSync } from "./run/runSync.ts";
import { RunBoard } from "./runBoard.ts";
import { type Schedule, startSchedule } from "./schedule.ts";

export interface Service {
  /** Where the HTTP API listens. */
  readonly address: string;
  /** No run begins any more; resolves when the one at work has ended. */
  stop(): Promise<void>;
}

export async function startService(org: Org, config: ServiceConfig, log: Log): Promise<Service> {
  const policies = await readPolicies(org);
  const { policy } = programDay(policies, null, org.clock.now());
  const board = new RunBoard();
  const readiness = new PollReadiness(config.pollSeconds, () => board.current !== null);
  const lastCompletedAt = (await readLastGoodRun(org))?.startedAt ?? null;
  const parts = { org, log, board, readiness, lastCompletedAt, token: config.httpToken, limits: defaultLimits };
  // A port that is taken is to be known before the first run, not after.
  const server = await startServer(parts, { host: config.httpHost, port: config.httpPort });
  const stopping = new AbortController();
  const { signal } = stopping;
  const schedule = startSchedule({
    org,
    log,
    cron: config.cron,
    timeZone: policy.timeZone,
    pollSeconds: config.pollSeconds,
    onLook: (isWell) => readiness.note(isWell),
    run: (request) => board.watch(request, (progress) => runSync({ org, log, progress, signal }, request)),
  });
  log.info("service is up", { cron: config.cron, timeZone: policy.timeZone, http: server.address });
  return { address: server.address, stop: () => stop({ schedule, server, stopping }, config.stopSeconds) };
}

interface Parts {
  readonly schedule: Schedule;
  readonly server: HttpServer;
  readonly stopping: AbortController;
}

/**
 * Runs first: whoever follows one at work sees its end. One that is not over in
 * time gives its lock back, and another runner, or the next night, goes on.
 */
async function stop({ schedule, server, stopping }: Parts, seconds: number): Promise<void> {
  const deadline = setTimeout(() => stopping.abort(new InterruptedError("SIGTERM")), seconds * 1000);
  await schedule.stop();
  clearTimeout(deadline);
  await server.close();
}
