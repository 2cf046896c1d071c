/** A small org that goes wrong as told: the same programme again and again, run under one set of fault rules after the other. */
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";
import { localCredentials } from "../../sync-service/crm/localConnection.ts";
import { openOrg, type OrgOptions } from "../../sync-service/crm/org.ts";
import type { RowFailure } from "../../sync-service/crm/rowWrite.ts";
import { createLogger } from "../../sync-service/logger.ts";
import { exitCodeOf } from "../../sync-service/run/runErrors.ts";
import { runSync } from "../../sync-service/run/runSync.ts";
import type { RunResult } from "../../sync-service/run/runTypes.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { nightly } from "../../sync-service/waitingRuns.ts";
import { connectionFileOf } from "../journeys/programOrg.ts";
import { type Seed, seedNow, seedLines } from "../journeys/programSeed.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { stateDirectory } from "./stateDirectory.ts";
import { dump, putBack, type StoredState, takeState } from "./storedState.ts";
import { testPace } from "./testPace.ts";

export type Rule = Readonly<Record<string, unknown>>;

export interface FieldRun {
  readonly exitCode: number;
  readonly result: RunResult | null;
  readonly error: unknown;
  readonly failures: readonly RowFailure[];
  /** What the org holds afterwards, the ledger apart. */
  readonly state: readonly string[];
  /** Calls by name, as the org counted them. */
  readonly calls: Readonly<Record<string, number>>;
  /** How often each rule befell a call or row. */
  readonly fired: readonly number[];
  /** How many calls or rows each rule looked at. */
  readonly matched: readonly number[];
  /** What the service would have waited. */
  readonly waitedMs: number;
}

export interface FieldOptions extends OrgOptions {
  readonly seed: Seed;
  readonly pageSize?: number;
  /** Rules that every run has, before its own: what makes a small org read as a large one. */
  readonly standing?: readonly Rule[];
}

/** Long after the lease of a run that never gave it back. */
const LATER = "2023-12-15T20:30:00Z";

export class FaultField {
  readonly local: TestOrg;
  readonly #options: FieldOptions;
  readonly #beginning: StoredState;
  readonly #kept = stateDirectory();

  static async open(options: FieldOptions): Promise<FaultField> {
    const { seed, pageSize } = options;
    const local = await startOrg({
      now: seedNow,
      seed: seedLines(seed),
      ...(pageSize === undefined ? {} : { pageSize }),
    });
    return new FaultField(local, options);
  }

  private constructor(local: TestOrg, options: FieldOptions) {
    this.local = local;
    this.#options = options;
    this.#beginning = takeState(local.org.store.db);
  }

  /** Everything as it was seeded. */
  reset(): void {
    this.local.faults.set([]);
    this.#kept.empty();
    putBack(this.local.org.store.db, this.#beginning);
    this.local.org.clock.set(seedNow);
  }

  /** One run under these rules, from the state as it is. */
  async run(rules: readonly Rule[] = [], options: OrgOptions = {}): Promise<FieldRun> {
    const standing = this.#options.standing ?? [];
    this.local.faults.set(parseFaultRules({ rules: [...standing, ...rules] }));
    const pace = testPace();
    const kept = this.#kept.path === undefined ? {} : { stateDirectory: this.#kept.path };
    const given = { pace, ...kept, ...this.#options, ...options };
    const service = openOrg(localCredentials(connectionFileOf(this.local)), given);
    const parts = { org: service, log: createLogger("silent"), progress: silentProgress };
    const [result, error] = await runSync(parts, nightly).then(
      (value) => [value, null] as const,
      (reason: unknown) => [null, reason] as const,
    );
    const { rules: told, calls } = this.local.faults.report();
    const own = told.slice(standing.length);
    this.local.faults.set([]);
    return {
      exitCode: result?.exitCode ?? exitCodeOf(error),
      result,
      error,
      failures: result?.failures ?? [],
      state: dump(this.local.org.store.db),
      calls,
      fired: own.map(({ fired }) => fired),
      matched: own.map(({ matched }) => matched),
      waitedMs: pace.waited(),
    };
  }

  /** The next run, after the fault is gone and every lease has ended. */
  async runLater(): Promise<FieldRun> {
    this.local.org.clock.set(LATER);
    return this.run();
  }

  async close(): Promise<void> {
    await this.local.close();
    this.#kept.remove();
  }
}
