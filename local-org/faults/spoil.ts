import { gunzipSync, gzipSync } from "node:zlib";
import type { Effect } from "./fault.ts";
import type { FaultRule } from "./faultRule.ts";
import type { WholeAnswer } from "./innerCall.ts";

const HALF = 0.5;
const NEWLINE = 10;
const QUOTE = 34;

/** Where a share of the bytes ends; never behind the last. */
export function placeIn(body: Buffer, at = HALF): number {
  return Math.max(0, Math.min(body.length - 1, Math.floor(body.length * at)));
}

/** The answer with that fault in it; the same answer where the fault is not of that kind. */
export function spoil(
  answer: WholeAnswer,
  effect: Effect,
  rule: FaultRule,
  call: { locator: string | null },
): WholeAnswer {
  if (effect.kind === "shorten") return onPlain(answer, (body) => shortened(body, rule.at));
  if (effect.kind === "spoilZip") return withBrokenZip(answer, rule.at);
  if (effect.kind === "locator") return { ...answer, headers: withLocator(answer.headers, effect.as, call.locator) };
  return effect.kind === "job" ? withJobState(answer, effect) : answer;
}

/** With other numbers of used and allowed calls. */
export function withUsage(answer: WholeAnswer, used: number, allowed: number): WholeAnswer {
  return { ...answer, headers: { ...answer.headers, "sforce-limit-info": `api-usage=${used}/${allowed}` } };
}

function isZipped({ headers }: WholeAnswer): boolean {
  return headers["content-encoding"] === "gzip";
}

function onPlain(answer: WholeAnswer, change: (body: Buffer) => Buffer): WholeAnswer {
  if (!isZipped(answer)) return { ...answer, body: change(answer.body) };
  return { ...answer, body: gzipSync(change(gunzipSync(answer.body)), { level: 1 }) };
}

/** Cut behind a row: at the last row's beginning unless a place is given, which is moved back to a row's end. */
function shortened(body: Buffer, at: number | undefined): Buffer {
  const isJson = body[0] === "{".charCodeAt(0) || body[0] === "[".charCodeAt(0);
  const ends = isJson ? placesAfter(body, "},") : lineEnds(body);
  const within = ends.filter((end) => end < body.length);
  if (within.length === 0) return body.subarray(0, 0);
  return body.subarray(0, at === undefined ? within.at(-1) : within[Math.floor((within.length - 1) * at)]);
}

function placesAfter(body: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + 1)) places.push(at + 1);
  return places;
}

function lineEnds(body: Buffer): number[] {
  const ends: number[] = [];
  let isQuoted = false;
  for (const [at, byte] of body.entries()) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte === NEWLINE && !isQuoted) ends.push(at + 1);
  }
  return ends;
}

function withBrokenZip(answer: WholeAnswer, at: number | undefined): WholeAnswer {
  const body = isZipped(answer) ? Buffer.from(answer.body) : gzipSync(answer.body);
  const place = placeIn(body, at);
  body[place] = body[place]! ^ 0xff;
  return { ...answer, headers: { ...answer.headers, "content-encoding": "gzip" }, body };
}

function withLocator(
  headers: WholeAnswer["headers"],
  as: "missing" | "repeated" | "ended",
  own: string | null,
): WholeAnswer["headers"] {
  const { "sforce-locator": _locator, ...others } = headers;
  if (as === "missing") return others;
  // The first page has no locator of its own: the word for it would be one that leads nowhere.
  return { ...others, "sforce-locator": as === "ended" ? "null" : (own ?? _locator ?? "null") };
}

/** A poll's answer with another state of the job. */
export function withJobState(answer: WholeAnswer, { state, message }: Extract<Effect, { kind: "job" }>): WholeAnswer {
  if (answer.status !== 200) return answer;
  const job = JSON.parse(answer.body.toString()) as object;
  const body = { ...job, state, ...(message === undefined ? {} : { errorMessage: message }) };
  return { ...answer, body: Buffer.from(JSON.stringify(body)) };
}
