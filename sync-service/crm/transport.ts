/**
 * Every call to Salesforce: retried with jitter where a fault may pass, replayed
 * once with a fresh session, counted, and judged by one taxonomy. All requests of
 * this service may be sent twice: reads, and writes of absolute values by id or
 * unique key.
 */
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { answerFault } from "./answerFault.ts";
import type { ApiBudget } from "./apiBudget.ts";
import { ConfigurationError, SessionExpiredError, TransientError } from "./errors.ts";
import { exchange, headerOf, readText } from "./httpExchange.ts";
import type { OrgClock } from "./orgClock.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import type { Access, Session } from "./session.ts";

export interface OrgRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** From the instance's root: it may change with the session. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Goes through although the allowance is nearly used up: the run's own record. */
  readonly isExempt?: boolean;
  /** false: a lost answer is for the caller to sort out. */
  readonly isRepeatable?: boolean;
}

export interface TextAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface StreamAnswer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

export interface TransportParts {
  readonly session: Session;
  readonly clock: OrgClock;
  readonly budget: ApiBudget;
  readonly retry: RetryPolicy;
}

export class OrgTransport {
  readonly #parts: TransportParts;

  constructor(parts: TransportParts) {
    this.#parts = parts;
  }

  /** The whole answer as text; a body cut short is fetched again. */
  async send(request: OrgRequest): Promise<TextAnswer> {
    return this.#insist(request, async (answer) => {
      const text = await readText(answer.body);
      checkShape(answer.status, answer.headers, text);
      return { status: answer.status, headers: answer.headers, text };
    });
  }

  /** The answer's body as a stream; what happens in mid-body is for the caller to sort out. */
  async open(request: OrgRequest): Promise<StreamAnswer> {
    return this.#insist(request, (answer) => Promise.resolve(answer));
  }

  async #insist<T>(
    request: OrgRequest,
    consume: (answer: StreamAnswer & { status: number }) => Promise<T>,
  ): Promise<T> {
    const { retry } = this.#parts;
    const policy = request.isRepeatable === false ? { ...retry, attempts: 1 } : retry;
    const what = `${request.method} ${request.path.split("?")[0]}`;
    return withRetry(policy, what, async () => {
      const access = await this.#parts.session.access();
      try {
        return await consume(await this.#once(request, access));
      } catch (error) {
        if (!(error instanceof SessionExpiredError)) throw error;
        return this.#replay(request, access, consume);
      }
    });
  }

  /** Headers and address are made anew: both may change with the session. */
  async #replay<T>(
    request: OrgRequest,
    stale: Access,
    consume: (answer: StreamAnswer & { status: number }) => Promise<T>,
  ): Promise<T> {
    const fresh = await this.#parts.session.refresh(stale);
    try {
      return await consume(await this.#once(request, fresh));
    } catch (error) {
      if (!(error instanceof SessionExpiredError)) throw error;
      throw new ConfigurationError(`Salesforce refuses a session it has just given: ${error.message}`, {
        cause: error,
      });
    }
  }

  async #once(request: OrgRequest, access: Access): Promise<StreamAnswer & { status: number }> {
    const { budget, clock } = this.#parts;
    budget.spend(request.isExempt ?? false);
    const answer = await exchange({
      method: request.method,
      url: new URL(request.path, access.instanceUrl).href,
      headers: {
        "user-agent": "partner-program-tiers",
        ...request.headers,
        authorization: `Bearer ${access.accessToken}`,
      },
      body: request.body,
    });
    clock.note(headerOf(answer.headers, "date"));
    budget.note(headerOf(answer.headers, "sforce-limit-info"));
    if (answer.status < 400) return answer;
    throw answerFault(answer.status, answer.headers, await readText(answer.body));
  }
}

/** Proxies and maintenance pages answer 200 with HTML or with nothing. */
function checkShape(status: number, headers: IncomingHttpHeaders, text: string): void {
  const type = headerOf(headers, "content-type") ?? "";
  if (type.startsWith("text/html")) throw new TransientError("an HTML page came instead of data");
  if (status === 200 && type.includes("json") && text.trim() === "")
    throw new TransientError("an empty answer came instead of data");
}
