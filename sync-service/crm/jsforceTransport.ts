/**
 * Puts our transport under jsforce. Its own crashes the process on a reset in
 * mid-body, does not retry writes, and renews a dead session without end.
 */
import { PassThrough } from "node:stream";
import type { HttpRequest, HttpResponse } from "jsforce/lib/types/index.js";
import type { Transport } from "jsforce/lib/transport.js";
import { UnexpectedAnswerError } from "./errors.ts";
import { headerOf } from "./httpExchange.ts";
import type { OrgRequest, OrgTransport } from "./transport.ts";

/** An object of the shape that jsforce's connection wants as its `_transport`. */
export function jsforceTransport(transport: OrgTransport): Transport {
  const httpRequest = (request: HttpRequest) =>
    Object.assign(forward(transport, request), {
      stream: () => new PassThrough(),
    });
  return { httpRequest } as unknown as Transport;
}

async function forward(transport: OrgTransport, request: HttpRequest): Promise<HttpResponse> {
  const answer = await transport.send(ownRequest(request));
  return {
    statusCode: answer.status,
    headers: {
      "content-type": headerOf(answer.headers, "content-type") ?? "",
    },
    body: answer.text,
  };
}

function ownRequest({ url, method, headers, body }: HttpRequest): OrgRequest {
  const { pathname, search } = new URL(url);
  const text = textOf(body);
  return {
    method: method as OrgRequest["method"],
    path: pathname + search,
    headers: withoutFraming(headers ?? {}),
    ...(text === null ? {} : { body: text }),
  };
}

function textOf(body: HttpRequest["body"]): string | null {
  if (body === undefined || body === null) return null;
  if (typeof body === "string") return body;
  throw new UnexpectedAnswerError("Only text bodies go through jsforce here");
}

/** Length and authorisation are set anew with every attempt. */
function withoutFraming(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !["content-length", "authorization"].includes(name.toLowerCase()),
  );
  return Object.fromEntries(kept);
}
