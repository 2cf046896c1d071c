import type { ServerResponse } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import type { Break, Effect } from "./fault.ts";
import type { WholeAnswer } from "./innerCall.ts";
import { placeIn } from "./spoil.ts";

const CRUMB_BYTES = 7;
/** More crumbs than this would only take time. */
const MOST_CRUMBS = 5000;

/** Ends a connection without an answer, or in the middle of one. */
export function breakOff(response: ServerResponse, by: Break): void {
  if (by === "reset") response.socket?.resetAndDestroy();
  else response.socket?.destroy();
}

/** Sends a whole answer. */
export function sendWhole(response: ServerResponse, { status, headers, body }: WholeAnswer): void {
  // 204 and 304 have no body, and no length either.
  const length = status === 204 || status === 304 ? {} : { "content-length": body.length };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}

/** Sends the beginning of an answer, and then breaks off, or says nothing more. */
export async function sendPart(
  response: ServerResponse,
  { status, headers, body }: WholeAnswer,
  { by, framing }: Extract<Effect, { kind: "cut" }>,
  at: number | undefined,
): Promise<void> {
  response.writeHead(status, { ...headers, ...(framing === "length" ? { "content-length": body.length } : {}) });
  const part = body.subarray(0, placeIn(body, at));
  response.flushHeaders();
  if (part.length > 0) await new Promise<void>((resolve) => response.write(part, () => resolve()));
  // What was written is on its way before the connection goes.
  await turn();
  if (by !== "silence") breakOff(response, by);
}

/** Sends an answer a few bytes at a time, so that characters and quotes are split between packets. */
export async function sendCrumbs(response: ServerResponse, { status, headers, body }: WholeAnswer): Promise<void> {
  response.writeHead(status, headers);
  const size = Math.max(CRUMB_BYTES, Math.ceil(body.length / MOST_CRUMBS));
  for (let at = 0; at < body.length; at += size)
    await new Promise<void>((resolve) => response.write(body.subarray(at, at + size), () => resolve()));
  response.end();
}
