/** The HTTP API of a service at work against a local org of its own. */
import { defaultLimits, type HttpLimits } from "../../sync-service/http/httpParts.ts";
import { startServer } from "../../sync-service/http/startServer.ts";
import { createLogger, type Log } from "../../sync-service/logger.ts";
import { PollReadiness } from "../../sync-service/pollReadiness.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import { RunBoard } from "../../sync-service/runBoard.ts";
import { startSchedule } from "../../sync-service/schedule.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";

export const token = "a-token-of-the-tests-own";

export interface HttpService {
  readonly org: ProgramOrg;
  readonly board: RunBoard;
  /** With the token, unless headers say otherwise. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Response>;
  /** Salesforce is gone from one moment to the next. */
  readonly loseOrg: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

export interface HttpServiceOptions {
  readonly token?: string | null;
  readonly limits?: Partial<HttpLimits>;
  /** Looks for requested runs and carries them out. */
  readonly isScheduled?: boolean;
  readonly log?: Log;
}

export async function startHttpService(options: HttpServiceOptions = {}): Promise<HttpService> {
  const org = await programOrg(smallProgram());
  const log = options.log ?? createLogger("silent");
  const board = new RunBoard();
  const readiness = new PollReadiness(1, () => board.current !== null);
  const limits = { ...defaultLimits, requestsPerMinute: 1000, streamPollMs: 50, ...options.limits };
  const own = options.token === undefined ? token : options.token;
  const parts = { org: org.service, log, board, readiness, limits, token: own, lastCompletedAt: null };
  const server = await startServer(parts, { host: "127.0.0.1", port: 0 });
  const schedule = options.isScheduled
    ? startSchedule({
        org: org.service,
        log,
        cron: "0 2 * * *",
        timeZone: "America/Los_Angeles",
        pollSeconds: 0.05,
        onLook: (isWell) => readiness.note(isWell),
        run: (request) => board.watch(request, (progress) => runSync({ org: org.service, log, progress }, request)),
      })
    : null;
  let isOrgLost = false;
  return {
    org,
    board,
    loseOrg: async () => {
      isOrgLost = true;
      await org.close();
    },
    call: (method, path, { headers, body, signal } = {}) =>
      fetch(`${server.address}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
        body: body ?? null,
        signal: signal ?? null,
      }),
    close: async () => {
      await schedule?.stop();
      await server.close();
      if (!isOrgLost) await org.close();
    },
  };
}
