/** A proxy before a local org that answers as a test wants: lost sessions, torn pages, locked rows. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly requestBody: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Looks at an answer before it goes out, and may change it. */
export type Meddler = (exchange: Exchange, answer: Answer) => void;

export interface FaultyProxy {
  readonly url: string;
  /** Every exchange so far. */
  readonly seen: Exchange[];
  meddle: Meddler;
  /** Waited for before a request goes on to the org. */
  before: (exchange: Exchange) => Promise<void>;
  close(): Promise<void>;
}

export async function faultyProxy(target: string): Promise<FaultyProxy> {
  const seen: Exchange[] = [];
  const proxy = {
    seen,
    meddle: (() => undefined) as Meddler,
    before: (_exchange: Exchange): Promise<void> => Promise.resolve(),
  };
  const server = createServer((request, response) => {
    const meddle: Meddler = (exchange, answer) => {
      seen.push(exchange);
      answer.body = answer.body.replaceAll(target, urlOf());
      proxy.meddle(exchange, answer);
    };
    const before = (exchange: Exchange) => proxy.before(exchange);
    void forward(target, request, response, { before, meddle }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(proxy, { url: urlOf(), close });
}

async function forward(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  { before, meddle }: Pick<FaultyProxy, "before" | "meddle">,
): Promise<void> {
  const body = await textOf(request);
  const { host: _host, "content-length": _length, connection: _connection, ...headers } = request.headers;
  const method = request.method ?? "GET";
  const path = request.url ?? "/";
  await before({ method, path, requestBody: body });
  const fetched = await fetch(target + path, {
    method,
    headers: headers as Record<string, string>,
    body: method === "GET" ? null : body,
  });
  const answer: Answer = {
    status: fetched.status,
    headers: Object.fromEntries(fetched.headers),
    body: plainText(Buffer.from(await fetched.arrayBuffer())),
  };
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"])
    Reflect.deleteProperty(answer.headers, name);
  meddle({ method, path, requestBody: body }, answer);
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function plainText(bytes: Buffer): string {
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isZipped ? gunzipSync(bytes) : bytes).toString("utf8");
}
