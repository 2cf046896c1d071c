/**
 * Every call to Salesforce: retried with jitter where a fault may pass, made anew
 * with a fresh session, counted, held back under pressure, and judged by one
 * taxonomy. Requests may be sent twice unless they say otherwise: reads, and
 * writes of absolute values by id or unique key.
 */
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { answerFault } from "./answerFault.ts";
import type { ApiBudget } from "./apiBudget.ts";
import { checkedText, refusePage } from "./answerShape.ts";
import type { Concurrency } from "./concurrency.ts";
import { ConfigurationError, SessionExpiredError, TransientError } from "./errors.ts";
import { type Deadlines, exchange, headerOf, readText, type RequestBody } from "./httpExchange.ts";
import type { OrgClock } from "./orgClock.ts";
import type { Pace } from "./pace.ts";
import { type RetryPolicy, withRetry } from "./retry.ts";
import type { Access, Session } from "./session.ts";

export interface OrgRequest {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** From the instance's root: it may change with the session. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
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
  readonly pace: Pace;
  readonly deadlines: Deadlines;
  readonly concurrency: Concurrency;
}

/** A session may end again while a call is made anew, but not for ever. */
const mostSessions = 3;

type Consume<T> = (answer: StreamAnswer & { status: number }) => Promise<T>;

export class OrgTransport {
  readonly #parts: TransportParts;

  constructor(parts: TransportParts) {
    this.#parts = parts;
  }

  /** The whole answer as text; a body cut short is fetched again. */
  async send(request: OrgRequest): Promise<TextAnswer> {
    return this.#insist(request, async ({ status, headers, body }) => {
      const text = checkedText({ status, headers, text: await readText(body) });
      return { status, headers, text };
    });
  }

  /** The answer's body as a stream; what happens in mid-body is for the caller to sort out. */
  async open(request: OrgRequest): Promise<StreamAnswer> {
    return this.#insist(request, async (answer) => {
      await refusePage(answer);
      return answer;
    });
  }

  async #insist<T>(request: OrgRequest, consume: Consume<T>): Promise<T> {
    const { retry, pace, concurrency } = this.#parts;
    const policy = request.isRepeatable === false ? { ...retry, attempts: 1 } : retry;
    const what = `${request.method} ${request.path.split("?")[0]}`;
    const attempt = () => this.#inSession(request, consume);
    // The run's own record must get through while other calls wait for their turn.
    const inTurn = () => (request.isExempt ? attempt() : concurrency.run(attempt));
    return withRetry({ policy, pace, what }, inTurn);
  }

  /** Headers and address are made anew with every session: both may change. */
  async #inSession<T>(request: OrgRequest, consume: Consume<T>): Promise<T> {
    const { session } = this.#parts;
    let access = await session.access();
    for (let sessions = 1; ; sessions += 1) {
      try {
        return await this.#judged(request, access, consume);
      } catch (error) {
        if (!(error instanceof SessionExpiredError)) throw error;
        if (sessions === mostSessions) throw refused(error);
        access = await session.refresh(access);
      }
    }
  }

  /** One exchange, with what it says about session and pressure taken note of. */
  async #judged<T>(request: OrgRequest, access: Access, consume: Consume<T>): Promise<T> {
    const { session, concurrency } = this.#parts;
    try {
      const result = await consume(await this.#once(request, access));
      session.prove(access);
      concurrency.noteSuccess();
      return result;
    } catch (error) {
      if (error instanceof TransientError && error.isPressure) concurrency.halve();
      throw error;
    }
  }

  async #once(request: OrgRequest, access: Access): Promise<StreamAnswer & { status: number }> {
    const { budget, clock, deadlines } = this.#parts;
    budget.spend(request.isExempt ?? false);
    let limitInfo: string | null = null;
    try {
      const answer = await exchange({ ...this.#wireRequest(request, access), deadlines });
      clock.note(headerOf(answer.headers, "date"));
      limitInfo = headerOf(answer.headers, "sforce-limit-info");
      if (answer.status < 400) return answer;
      throw answerFault(answer.status, answer.headers, await readText(answer.body));
    } finally {
      budget.settle(limitInfo);
    }
  }

  #wireRequest({ method, path, headers, body }: OrgRequest, { instanceUrl, accessToken }: Access) {
    const authorization = `Bearer ${accessToken}`;
    return {
      method,
      url: new URL(path, instanceUrl).href,
      headers: { "user-agent": "partner-program-tiers", ...headers, authorization },
      body,
    };
  }
}

function refused(error: SessionExpiredError): ConfigurationError {
  return new ConfigurationError(`Salesforce refuses a session it has just given: ${error.message}`, { cause: error });
}
