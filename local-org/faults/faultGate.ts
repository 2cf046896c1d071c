import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { callAtWork } from "./callAtWork.ts";
import { type Call, callOf } from "./endpoint.ts";
import type { ActiveRule, FaultBook } from "./faultBook.ts";
import type { Effect } from "./fault.ts";
import { innerCall, type WholeAnswer } from "./innerCall.ts";
import { breakOff, sendCrumbs, sendPart, sendWhole } from "./sendAnswer.ts";
import { spoil, withJobState, withUsage } from "./spoil.ts";

const USED = 80_000;
const ALLOWED = 100_000;

/** Where the application stands behind the gate. */
export interface GatedApp {
  readonly handle: RequestListener;
  /** Ends a token, as if its time were over. */
  readonly endSession: (authorization: string | undefined) => void;
  /** The org's clock: a fault's answer has its Date too. */
  readonly now: () => Date;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly call: Call;
  readonly body: Buffer;
}

/** Stands before the application, and lets calls go wrong as the rules say. Without rules it is not there. */
export class FaultGate {
  readonly #book: FaultBook;
  readonly #app: GatedApp;
  readonly #inner = createServer((request, response) => this.#pass(request, response));

  constructor(app: GatedApp, book: FaultBook) {
    this.#app = app;
    this.#book = book;
  }

  readonly handle: RequestListener = (request, response) => {
    const isOwn = request.url?.startsWith("/local-org/") === true;
    if (this.#book.isEmpty || isOwn) this.#pass(request, response);
    else void this.#meddle(request, response).catch(() => response.destroy());
  };

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const { endpoint } = callOf(request.method ?? "GET", request.url ?? "/", "");
    callAtWork.run(endpoint, () => void this.#app.handle(request, response));
  }

  async #meddle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = request.method === "GET" ? Buffer.alloc(0) : await buffer(request);
    const isText = request.method !== "PUT";
    const call = callOf(request.method ?? "GET", request.url ?? "/", isText ? body.toString() : "");
    const exchange = { request, response, call, body };
    const active = this.#book.choose(call);
    if (active && this.#instead(exchange, active)) return;
    const ended = this.#book.endedJob(call.job);
    // A long answer that nobody meddles with is not held up.
    if (!active && !ended && request.method === "GET") return this.#pass(request, response);
    let answer = await innerCall(this.#inner, request, body);
    this.#note(call, answer);
    if (ended && call.endpoint.endsWith("Poll")) answer = withJobState(answer, ended);
    await (active ? this.#send(exchange, active, answer) : sendWhole(response, answer));
  }

  /** Faults that come before anything is executed. Returns whether the call is over with that. */
  #instead({ request, response, call }: Exchange, { fault, rule }: ActiveRule): boolean {
    const { effect } = fault;
    if (effect.kind === "endSession") this.#app.endSession(request.headers.authorization);
    if (effect.kind === "endIngest" && call.job !== null)
      this.#book.endIngest(call.job, { afterRows: rule.afterRows ?? null, message: effect.message });
    if (effect.kind === "refuse") breakOff(response, effect.by);
    if (effect.kind === "answer") sendWhole(response, this.#madeUp(effect));
    return effect.kind === "refuse" || effect.kind === "answer" || effect.kind === "silence";
  }

  #madeUp({ status, type, headers, body }: Extract<Effect, { kind: "answer" }>): WholeAnswer {
    const date = this.#app.now().toUTCString();
    return { status, headers: { "content-type": type, date, ...headers }, body: Buffer.from(body) };
  }

  /** Faults of the answer. */
  async #send({ request, response, call }: Exchange, active: ActiveRule, answer: WholeAnswer): Promise<void> {
    const { rule, fault, fired } = active;
    const { effect } = fault;
    if (effect.kind === "job" && call.job !== null) this.#book.endJob(call.job, effect);
    if (effect.kind === "usage")
      return sendWhole(response, withUsage(answer, (rule.used ?? USED) + fired, rule.allowed ?? ALLOWED));
    if (effect.kind === "crumble") return sendCrumbs(response, answer);
    if (effect.kind === "cut") return sendPart(response, answer, effect, rule.at);
    if (effect.kind !== "lose") {
      const locator = new URL(request.url ?? "/", "http://local").searchParams.get("locator");
      return sendWhole(response, spoil(answer, effect, rule, { locator }));
    }
    if (effect.by === "503") sendWhole(response, { ...answer, status: 503, headers: {}, body: Buffer.alloc(0) });
    else if (effect.by !== "silence") breakOff(response, effect.by);
  }

  /** Which object a new job is about. */
  #note({ endpoint, object }: Call, { status, body }: WholeAnswer): void {
    if (!endpoint.endsWith("Create") || endpoint === "sobjectCreate" || status >= 300 || object === null) return;
    const { id } = JSON.parse(body.toString()) as { id?: string };
    if (id !== undefined) this.#book.noteJob(id, object);
  }
}
