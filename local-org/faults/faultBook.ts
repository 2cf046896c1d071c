import { hash } from "node:crypto";
import type { Interference, IngestEnd } from "../interference.ts";
import { SalesforceError } from "../salesforceError.ts";
import { callAtWork } from "./callAtWork.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import type { Effect, Fault } from "./fault.ts";
import { faultOf } from "./faultCatalogue.ts";
import type { FaultRule } from "./faultRule.ts";

/** A rule at work. */
export interface ActiveRule {
  readonly rule: FaultRule;
  readonly fault: Fault;
  /** Calls or rows that the rule looked at. */
  matched: number;
  /** Calls or rows that it befell. */
  fired: number;
  /** Of each row that a row fault chose: how often it was refused. */
  readonly rows: Map<string, number>;
}

/** The rules in force, and what came of them so far. */
export interface FaultReport {
  readonly rules: readonly (FaultRule & { readonly matched: number; readonly fired: number })[];
  readonly calls: Readonly<Record<string, number>>;
}

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;

const NOT_BY_CALL = new Set<Effect["kind"]>(["row", "hide"]);

/** A number between 0 and 1 that is the same for the same text. */
function dice(text: string): number {
  return parseInt(hash("sha1", text).slice(0, 8), 16) / 0x1_0000_0000;
}

/** The fault rules of one org: counts calls, and says which of them, and which rows, go wrong. */
export class FaultBook implements Interference {
  #rules: readonly ActiveRule[] = [];
  readonly #calls = new Map<Endpoint, number>();
  readonly #objectOfJob = new Map<string, string>();
  readonly #endedJobs = new Map<string, Of<"job">>();
  readonly #ingestEnds = new Map<string, IngestEnd>();

  get isEmpty(): boolean {
    return this.#rules.length === 0;
  }

  /** Puts these rules in the place of all others, and counts anew. */
  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, fault: faultOf(rule.fault), matched: 0, fired: 0, rows: new Map() }));
    for (const known of [this.#calls, this.#endedJobs, this.#ingestEnds]) known.clear();
  }

  report(): FaultReport {
    return {
      rules: this.#rules.map(({ rule, matched, fired }) => ({ ...rule, matched, fired })),
      calls: Object.fromEntries(this.#calls),
    };
  }

  /** Counts a call, and chooses what befalls it: the first rule that fires; null = nothing. */
  choose(call: Call): ActiveRule | null {
    this.#calls.set(call.endpoint, (this.#calls.get(call.endpoint) ?? 0) + 1);
    const object = call.object ?? (call.job === null ? null : (this.#objectOfJob.get(call.job) ?? null));
    const fitting = this.#rules.filter(
      ({ rule, fault }) => !NOT_BY_CALL.has(fault.effect.kind) && fits(rule, fault, call.endpoint, object),
    );
    let chosen: ActiveRule | null = null;
    for (const active of fitting) {
      active.matched += 1;
      if (chosen === null && fires(active)) chosen = active;
    }
    if (chosen) chosen.fired += 1;
    return chosen;
  }

  /** Notes what a job is about, for rules with an object. */
  noteJob(id: string, object: string): void {
    this.#objectOfJob.set(id.slice(0, 15), object);
  }

  /** A job that ended badly stays so. */
  endJob(id: string, effect: Of<"job">): void {
    if (effect.state === "Aborted" || effect.state === "Failed") this.#endedJobs.set(id, effect);
  }

  endedJob(id: string | null): Of<"job"> | null {
    return id === null ? null : (this.#endedJobs.get(id) ?? null);
  }

  endIngest(id: string, end: IngestEnd): void {
    this.#ingestEnds.set(id, end);
  }

  ingestEnd(id: string): IngestEnd | null {
    return this.#ingestEnds.get(id.slice(0, 15)) ?? null;
  }

  refuse(object: string, key: string): SalesforceError | null {
    return this.#refuse(object, [key], false);
  }

  refuseTogether(object: string, keys: readonly string[]): SalesforceError | null {
    return this.#refuse(object, keys, true);
  }

  hidden(object: string): { share: number; seed: number } | null {
    const found = this.#rules.find(
      ({ rule, fault }) =>
        fault.effect.kind === "hide" && (rule.object ?? object).toLowerCase() === object.toLowerCase(),
    );
    return found ? { share: found.rule.share ?? 0.05, seed: found.rule.seed } : null;
  }

  #refuse(object: string, keys: readonly string[], isTogether: boolean): SalesforceError | null {
    const endpoint = callAtWork.getStore() ?? "other";
    // A record that is saved alone has nobody to spoil.
    const isAlone = endpoint === "sobjectCreate" || endpoint === "sobjectUpdate";
    for (const active of this.#rules) {
      const { rule, fault } = active;
      const { effect } = fault;
      if (effect.kind !== "row" || !fits(rule, fault, endpoint, object)) continue;
      if ((!isAlone && (effect.spreads ?? false)) !== isTogether) continue;
      // Every row is asked about: counting goes on behind the first that is refused.
      const refused = keys.filter((key) => isRowRefused(active, key));
      if (refused.length > 0) return new SalesforceError(effect.code, effect.message);
    }
    return null;
  }
}

function fits(rule: FaultRule, fault: Fault, endpoint: Endpoint, object: string | null): boolean {
  if (!(rule.endpoints ?? fault.endpoints).includes(endpoint)) return false;
  return rule.object === undefined || rule.object.toLowerCase() === object?.toLowerCase();
}

/** Whether the rule's latest match is one that it befalls. */
function fires({ rule, matched, fired }: ActiveRule): boolean {
  const times = rule.times ?? (rule.nth === undefined ? "always" : 1);
  if (times !== "always" && fired >= times) return false;
  if (rule.nth !== undefined) return matched >= rule.nth;
  if (rule.every !== undefined) return matched % rule.every === 0;
  return rule.probability === undefined || dice(`${rule.seed}:${matched}`) < rule.probability;
}

/** A row is chosen when it is first seen, and then refused so many times. */
function isRowRefused(active: ActiveRule, key: string): boolean {
  const { rule, rows } = active;
  if (!rows.has(key)) {
    active.matched += 1;
    rows.set(key, isRowChosen(active, key) ? 0 : Infinity);
  }
  const refusals = rows.get(key)!;
  const times = rule.times ?? "always";
  if (refusals >= (times === "always" ? Infinity : times)) return false;
  rows.set(key, refusals + 1);
  active.fired += 1;
  return true;
}

function isRowChosen({ rule, matched }: ActiveRule, key: string): boolean {
  const { keys, nth, every, probability, seed } = rule;
  if (keys !== undefined && !keys.some((known) => key === known || key.includes(JSON.stringify(known)))) return false;
  if (nth !== undefined) return matched === nth;
  if (every !== undefined) return matched % every === 0;
  return probability === undefined || dice(`${seed}:${key}`) < probability;
}
