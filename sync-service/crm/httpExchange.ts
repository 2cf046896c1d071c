/** One HTTP exchange by undici, with connection faults told apart from answers. */
import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import { Agent, request } from "undici";
import { TransientError } from "./errors.ts";

/** How long a call waits for what, in milliseconds. */
export interface Deadlines {
  /** Until an answer begins. */
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyMs: number;
}

// Salesforce cuts a call off after ten minutes; a body that stands still for one is dead.
export const defaultDeadlines: Deadlines = { headersMs: 610_000, bodyMs: 60_000 };

/** A body that is made as it is sent. */
export interface BodyStream {
  readonly bytes: number;
  /** From the beginning, each time. */
  readonly chunks: () => Iterable<Buffer>;
}

export type RequestBody = string | Buffer | BodyStream;

export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody | undefined;
  readonly deadlines?: Deadlines | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

const agent = new Agent({ connect: { timeout: 20_000 } });

/** Sends a request; the body is still to be read. Connection faults are transient. */
export async function exchange(wire: WireRequest): Promise<WireAnswer> {
  const { headersMs, bodyMs } = wire.deadlines ?? defaultDeadlines;
  try {
    const answer = await request(wire.url, {
      method: wire.method as "GET",
      ...framed(wire),
      headersTimeout: headersMs,
      bodyTimeout: bodyMs,
      dispatcher: agent,
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body,
    };
  } catch (error) {
    throw connectionFault(error);
  }
}

/** A stream's length is said beforehand: where other bytes come, the request fails. */
function framed({ headers, body }: WireRequest) {
  if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) return { headers, body: body ?? null };
  const stream = Readable.from(body.chunks(), { objectMode: false });
  return { headers: { ...headers, "content-length": String(body.bytes) }, body: stream };
}

/** Reads a body to its end as text. */
export async function readText(body: Readable): Promise<string> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  } catch (error) {
    throw connectionFault(error);
  }
}

/** Lets pooled connections go, so that a process may end at once. */
export async function closeConnections(): Promise<void> {
  // Answers that a run was told not to wait for any more would keep `close` waiting.
  await agent.destroy();
}

export function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  if (value === undefined) return null;
  return Array.isArray(value) ? (value[0] ?? null) : value;
}

function connectionFault(error: unknown): TransientError {
  const fault = error as { code?: string; message?: string };
  const text = [fault.code, fault.message].filter(Boolean).join(" ");
  return new TransientError(text || "connection failed", { cause: error });
}
