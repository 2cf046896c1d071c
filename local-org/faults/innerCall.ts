import { request as send, type IncomingMessage, type Server } from "node:http";
import { duplexPair } from "node:stream";
import { buffer } from "node:stream/consumers";

/** A whole answer of the org, in hand before any of it goes out. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Not of the message but of the connection. */
const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/** Has a server that does not listen answer a request, over a connection within this process. */
export async function innerCall(server: Server, request: IncomingMessage, body: Buffer): Promise<WholeAnswer> {
  const [near, far] = duplexPair();
  server.emit("connection", far);
  const { "transfer-encoding": _framing, ...headers } = request.headers;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = send({
      createConnection: () => near,
      method: request.method,
      path: request.url,
      headers: { ...headers, connection: "close", "content-length": body.length },
    });
    call.once("response", resolve).once("error", reject);
    call.end(body);
  });
  return { status: answer.statusCode ?? 500, headers: ownHeaders(answer), body: await buffer(answer) };
}

function ownHeaders({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
