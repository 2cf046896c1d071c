/** A night that is cut off while it reads, and the one after it: the service with a state directory behind a proxy. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import winston from "winston";
import type { Thresholds } from "../../sync-service/crm/org.ts";
import { killScenarios } from "../kill/killScenarios.ts";
import { programState } from "../kill/programState.ts";
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";

/** Of the one large query. */
export const bulkRows = 2_057;
/** Later than a dead run's lease. */
export const soon = "2023-12-15T20:10:00Z";

export const isNewJob = ({ method, path }: Exchange): boolean => method === "POST" && path.endsWith("/jobs/query");
export const isPage = ({ path }: Exchange): boolean => /\/jobs\/query\/\w+\/results/.test(path);
export const isJob = ({ method, path }: Exchange): boolean => method === "GET" && /\/jobs\/query\/\w+$/.test(path);

export type ProgramState = Awaited<ReturnType<typeof programState>>;

interface NightOptions {
  readonly pageSize: number;
  readonly thresholds?: Partial<Thresholds>;
}

export class CutOffNight {
  readonly org: ProgramOrg;
  readonly proxy: FaultyProxy;
  /** The state directory. */
  readonly state: string;
  readonly logged: readonly string[];

  private constructor(parts: Pick<CutOffNight, "org" | "proxy" | "state" | "logged">) {
    this.org = parts.org;
    this.proxy = parts.proxy;
    this.state = parts.state;
    this.logged = parts.logged;
  }

  static async begin(options: NightOptions): Promise<CutOffNight> {
    const scenario = killScenarios.find(({ name }) => name.endsWith("in bulk"));
    if (!scenario) throw new Error("no night in bulk");
    const state = mkdtempSync(join(tmpdir(), "state-"));
    const logged: string[] = [];
    const proxies: FaultyProxy[] = [];
    const org = await programOrg(scenario.seed(), {
      ...options,
      stateDirectory: state,
      log: logInto(logged),
      proxy: async (url) => {
        const proxy = await faultyProxy(url);
        proxies.push(proxy);
        return proxy.url;
      },
    });
    const [proxy] = proxies;
    if (!proxy) throw new Error("no proxy");
    return new CutOffNight({ org, proxy, state, logged });
  }

  /** What such a night comes to where nothing cuts it off. */
  static async undisturbed(): Promise<ProgramState> {
    const night = await CutOffNight.begin({ pageSize: 700 });
    night.org.local.org.clock.set(soon);
    await night.org.run();
    const state = await programState(night.org);
    await night.close();
    return state;
  }

  /** As a process that is gone: from one page on nothing gets through any more, not even the end of the run. */
  async cutOffAfter(whole: number): Promise<void> {
    let asked = 0;
    this.proxy.before = (exchange) => {
      if (isPage(exchange)) asked += 1;
      if (asked > whole) throw new Error("cut");
      return Promise.resolve();
    };
    await expect(this.org.run()).rejects.toMatchObject({ exitCode: 7 });
    this.proxy.before = () => Promise.resolve();
  }

  /** The next run, which ends well and leaves what an undisturbed one leaves, and no checkpoint. */
  async again(expected: ProgramState, at = soon): Promise<void> {
    this.org.local.org.clock.set(at);
    this.proxy.seen.length = 0;
    expect(await this.org.run()).toMatchObject({ exitCode: 0 });
    expect(await programState(this.org)).toEqual(expected);
    expect(existsSync(this.state) && statSync(this.state).isDirectory() ? this.kept() : []).toEqual([]);
  }

  calls(kind: (exchange: Exchange) => boolean): number {
    return this.proxy.seen.filter(kind).length;
  }

  /** Every file of the state directory. */
  kept(): string[] {
    return readdirSync(this.state, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  }

  async close(): Promise<void> {
    await this.proxy.close();
    await this.org.close();
    rmSync(this.state, { recursive: true, force: true });
  }
}

function logInto(logged: string[]): winston.Logger {
  const stream = new Writable({
    objectMode: true,
    write: ({ message }: { message: string }, _encoding, done) => {
      logged.push(message);
      done();
    },
  });
  return winston.createLogger({ transports: [new winston.transports.Stream({ stream })] });
}
