/** Cuts a night off at one of its requests, looks around, and lets the next run put things right. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { faultyProxy, type FaultyProxy } from "../journeys/faultyProxy.ts";
import { stateDirectory } from "../faults/stateDirectory.ts";
import { programOrg } from "../journeys/programOrg.ts";
import type { KillScenario } from "./killScenarios.ts";
import { programState, type ProgramState, wrongValues } from "./programState.ts";

/**
 * `unheard`: the request never reaches the org; `heard`: its answer never comes back. `SIGKILL`: of a process of its own,
 * before the request reaches the org, or `SIGKILL, heard` once the org has done what it asks.
 */
export type Cut = "unheard" | "heard" | "SIGKILL" | "SIGKILL, heard";

/** The whole night without a cut: how many requests it makes, and what it leaves. */
export interface Reference {
  readonly requests: number;
  readonly before: ProgramState;
  readonly after: ProgramState;
}

export interface Outcome {
  /** Values that were neither the old nor the new ones while the run lay dead. */
  readonly wrong: readonly string[];
  /** Differences from the night without a cut, once the next run has ended. */
  readonly left: readonly string[];
  /** Rows that a third run still found to write. */
  readonly rewritten: number;
}

export async function referenceOf(scenario: KillScenario): Promise<Reference> {
  const night = await startNight(scenario);
  try {
    const before = await programState(night.org);
    night.proxy.seen.length = 0;
    await night.org.run(night.request);
    return { requests: night.proxy.seen.length, before, after: await programState(night.org) };
  } finally {
    await night.close();
  }
}

export async function killAt(
  scenario: KillScenario,
  request: number,
  cut: Cut,
  reference: Reference,
): Promise<Outcome> {
  const night = await startNight(scenario);
  try {
    if (cut === "unheard" || cut === "heard") await loseOrg(night, request, cut);
    else await killProcess(night, request, cut);
    night.proxy.before = () => Promise.resolve();
    night.proxy.meddle = () => undefined;
    const wrong = wrongValues(reference.before, reference.after, await programState(night.org));
    // The dead run's lease runs out.
    night.org.local.org.clock.set(new Date(Date.parse(scenario.now) + 600_000).toISOString());
    await night.org.run(await requestAfter(night));
    const left = differences(reference.after, await programState(night.org));
    const { rowsWritten } = await night.org.run();
    return { wrong, left, rewritten: rowsWritten };
  } finally {
    await night.close();
  }
}

type Night = Awaited<ReturnType<typeof startNight>>;

async function startNight(scenario: KillScenario) {
  const proxies: FaultyProxy[] = [];
  const kept = stateDirectory();
  const org = await programOrg(scenario.seed(), {
    ...(kept.path === undefined ? {} : { stateDirectory: kept.path }),
    ...(scenario.pageSize === undefined ? {} : { pageSize: scenario.pageSize }),
    proxy: async (url) => {
      const proxy = await faultyProxy(url);
      proxies.push(proxy);
      return proxy.url;
    },
  });
  const [proxy] = proxies;
  if (!proxy) throw new Error("no proxy");
  const request = await scenario.prepare(org);
  org.local.org.clock.set(scenario.now);
  const close = async (): Promise<void> => {
    await proxy.close();
    await org.close();
    kept.remove();
  };
  return { org, proxy, request, close, statePath: kept.path };
}

/** An approval that was heard needs no second one; one that was not is given again. */
async function requestAfter({ org, request }: Night) {
  const hash = request.approve ?? null;
  if (hash === null) return {};
  const held = await org.records(
    `SELECT Id FROM Partner_Sync_Run__c WHERE Status__c = 'Held' AND Plan_Hash__c = '${hash}'`,
  );
  return held.length > 0 ? request : {};
}

/** From one request on the org is out of reach for good: as for a process that is gone, nothing gets through any more. */
async function loseOrg({ org, proxy, request }: Night, last: number, cut: "unheard" | "heard"): Promise<void> {
  let requests = 0;
  let isLost = false;
  proxy.before = () => {
    requests += 1;
    isLost ||= cut === "unheard" && requests >= last;
    if (isLost) throw new Error("cut");
    return Promise.resolve();
  };
  proxy.meddle = () => {
    if (cut !== "heard" || requests < last) return;
    isLost = true;
    throw new Error("cut");
  };
  await org.run(request).catch(() => undefined);
}

function killProcess({ org, proxy, request, statePath }: Night, last: number, cut: Cut): Promise<void> {
  const { clientId, clientSecret } = org.local.connection;
  const cli = join(import.meta.dirname, "../../sync-service/cli.ts");
  const approve = request.approve ? ["--approve", request.approve] : [];
  const child = spawn(process.execPath, [cli, "sync", ...approve], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH ?? "",
      SF_LOGIN_URL: proxy.url,
      SF_CLIENT_ID: clientId,
      SF_CLIENT_SECRET: clientSecret,
      // A process always keeps; where this campaign does not, none finds it again.
      SYNC_STATE_DIR: statePath ?? join(org.local.directory.path, "nobody's"),
    },
  });
  let requests = 0;
  proxy.before = () => {
    requests += 1;
    const isLast = cut === "SIGKILL" && requests >= last;
    if (isLast) child.kill("SIGKILL");
    return isLast ? new Promise(() => undefined) : Promise.resolve();
  };
  proxy.meddle = () => {
    if (requests >= last) child.kill("SIGKILL");
  };
  return new Promise((resolve) => child.on("close", () => resolve()));
}

function differences(expected: ProgramState, found: ProgramState): string[] {
  const keys = new Set([...expected.keys(), ...found.keys()]);
  return [...keys].filter((key) => JSON.stringify(expected.get(key)) !== JSON.stringify(found.get(key)));
}
