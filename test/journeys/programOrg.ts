/** The service and people, both at work against one local org. */
import { join } from "node:path";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { apiRoot, openOrg, type Org, type Thresholds } from "../../sync-service/crm/org.ts";
import type { Credentials } from "../../sync-service/crm/token.ts";
import { createLogger, type Log } from "../../sync-service/logger.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunRequest, RunResult } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { type Seed, seedNow, seedLines } from "./programSeed.ts";

type Fields = Record<string, unknown>;

interface QueryAnswer {
  readonly records: readonly Fields[];
  readonly nextRecordsUrl?: string;
}

export interface ProgramOrg {
  readonly local: TestOrg;
  /** As the service's own user. */
  readonly service: Org;
  /** One run; whole programme, nightly, unless said otherwise. */
  readonly run: (request?: Partial<RunRequest>) => Promise<RunResult>;
  /** Records as an administrator sees them. */
  readonly records: (soql: string) => Promise<Fields[]>;
  /** What an administrator creates, sets or removes. */
  readonly create: (object: string, fields: Fields) => Promise<string>;
  readonly update: (object: string, id: string, fields: Fields) => Promise<void>;
  readonly remove: (object: string, id: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface ProgramOptions {
  readonly pageSize?: number;
  readonly now?: string;
  /** The service reaches the org through a proxy of the test's. */
  readonly proxy?: (instanceUrl: string) => Promise<string>;
  /** Where the service keeps readings that break off; nowhere unless said. */
  readonly stateDirectory?: string;
  /** Of the service: from how many rows on it takes the way of many. */
  readonly thresholds?: Partial<Thresholds>;
  /** What the service logs goes nowhere unless said. */
  readonly log?: Log;
}

export async function programOrg(
  seed: Seed,
  { proxy, stateDirectory, thresholds = {}, log = createLogger("silent"), ...options }: ProgramOptions = {},
): Promise<ProgramOrg> {
  const local = await startOrg({
    now: seedNow,
    ...options,
    seed: seedLines(seed),
  });
  const retry = { attempts: 4, baseMs: 10, capMs: 50 };
  const credentials = proxy
    ? clientCredentials(local, await proxy(local.instanceUrl))
    : localCredentials(connectionFileOf(local));
  const service = openOrg(credentials, {
    retry,
    thresholds,
    ...(stateDirectory === undefined ? {} : { stateDirectory }),
  });
  const administrator = apiOf(local);
  return {
    local,
    service,
    run: (request = {}) => runSync({ org: service, log, progress: silentProgress }, { ...nightly, ...request }),
    records: async (soql) => {
      const rows: Fields[] = [];
      for (let path: string | undefined = `query?q=${encodeURIComponent(soql)}`; path !== undefined;) {
        const { records, nextRecordsUrl } = (await administrator("GET", path)) as QueryAnswer;
        rows.push(...records);
        path = nextRecordsUrl?.slice(apiRoot.length + 1);
      }
      return rows;
    },
    create: async (object, fields) => {
      const answer = await administrator("POST", `sobjects/${object}`, fields);
      return (answer as { id: string }).id;
    },
    update: async (object, id, fields) => {
      await administrator("PATCH", `sobjects/${object}/${id}`, fields);
    },
    remove: async (object, id) => {
      await administrator("DELETE", `sobjects/${object}/${id}`);
    },
    close: () => local.close(),
  };
}

export function connectionFileOf(local: TestOrg): string {
  return join(local.directory.path, "org", "connection.json");
}

/** A signed login names the org it is for; through a proxy the client's secret does. */
export function clientCredentials({ connection }: TestOrg, loginUrl: string): Credentials {
  const { clientId, clientSecret } = connection;
  return { kind: "client credentials", loginUrl, clientId, clientSecret };
}

function apiOf({ connection }: TestOrg) {
  return async (method: string, path: string, body?: Fields): Promise<unknown> => {
    const answer = await fetch(`${connection.instanceUrl}${apiRoot}/${path}`, {
      method,
      headers: { authorization: `Bearer ${connection.accessToken}`, "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : (JSON.parse(text) as unknown);
  };
}
