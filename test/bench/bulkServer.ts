/**
 * A process of its own: the two large objects out of files by Bulk API 2.0, everything
 * else from a local org. Result pages are zipped beforehand, as a server elsewhere
 * would cost this machine nothing.
 */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createOrg } from "../../local-org/createOrg.ts";
import { fencedRows } from "./fencedRows.ts";
import { FileJobs } from "./fileJobs.ts";
import { IngestJobs } from "./ingestJobs.ts";
import type { Manifest } from "./manifest.ts";

/** Which pages are served: told by whoever starts a contender. */
export interface Serving {
  readonly hasLines: boolean;
  readonly isChanged: boolean;
  /** One page only, as long as stock jsforce can read. */
  readonly isLong: boolean;
}

const framing = new Set(["transfer-encoding", "content-length", "connection", "content-encoding"]);

const [directory = ""] = process.argv.slice(2);
await serve(directory);

async function serve(target: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(target, "manifest.json"), "utf8")) as Manifest;
  const local = await createOrg({
    seed: join(target, "seed"),
    now: "2023-12-15T20:00:00Z",
    connectionDirectory: join(target, "org"),
  });
  const queries = new FileJobs(manifest);
  const ingests = new IngestJobs();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { clientId, clientSecret } = local.connection;
  process.stdout.write(`${JSON.stringify({ url, clientId, clientSecret })}\n`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const body = await bodyOf(request);
    if (path === "/serving") queries.serving = JSON.parse(body.toString()) as Serving;
    const own =
      path === "/serving"
        ? {}
        : (queries.answer(request.method ?? "GET", path, body) ?? ingests.answer(request.method ?? "GET", path, body));
    if (own === null) return forward(local.instanceUrl, url, request, body, response);
    if ("page" in own) return sendPage(response, own.page as { file: string; headers: Record<string, string> });
    const {
      text = "",
      headers = {},
      status = 200,
    } = own as { text?: string; headers?: Record<string, string>; status?: number };
    const type = text === "" ? "text/plain" : "application/json";
    response.writeHead(status, { "content-type": type, date: dateOf(), ...headers });
    response.end(text);
  }
  const dateOf = () => local.org.clock.now().toUTCString();
  process.once("SIGTERM", () => void local.close().then(() => process.exit(0)));
}

function sendPage(
  response: ServerResponse,
  { file, headers }: { file: string; headers: Record<string, string> },
): void {
  response.writeHead(200, {
    "content-type": "text/csv",
    "content-encoding": "gzip",
    "content-length": String(statSync(file).size),
    ...headers,
  });
  createReadStream(file, { highWaterMark: 1 << 20 }).pipe(response);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Everything else is the local org's. */
async function forward(
  target: string,
  own: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const { host: _host, "content-length": _length, connection: _connection, ...headers } = request.headers;
  const method = request.method ?? "GET";
  const path = request.url ?? "/";
  const fenced = fencedRows(method, path, body);
  const answered = await fetch(target + path, {
    method,
    headers: { ...(headers as Record<string, string>), "accept-encoding": "identity" },
    body: method === "GET" ? null : (fenced?.rest ?? body),
  });
  const kept = Object.fromEntries([...answered.headers].filter(([name]) => !framing.has(name)));
  const bytes = Buffer.from(await answered.arrayBuffer());
  const isJson = (kept["content-type"] ?? "").includes("json");
  const text = isJson ? bytes.toString().replaceAll(target, own) : bytes;
  response.writeHead(answered.status, kept);
  response.end(fenced ? fenced.completed(String(text)) : text);
}
