/** Listens for the HTTP API; on this machine alone unless told otherwise. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationError } from "../crm/errors.ts";
import { createApp } from "./createApp.ts";
import type { HttpParts } from "./httpParts.ts";

export interface ListenAt {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
}

export interface HttpServer {
  readonly address: string;
  /** No new request; open streams are ended, requests at work are answered. */
  close(): Promise<void>;
}

/** @throws ConfigurationError where the address is taken or not to be had. */
export async function startServer(parts: HttpParts, { host, port }: ListenAt): Promise<HttpServer> {
  const server = createServer(createApp(parts));
  // A client that sends its headers a byte at a time must not hold a connection for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  await listen(server, host, port);
  const { address, port: actual, family } = server.address() as AddressInfo;
  return {
    address: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}`,
    close: () => close(server),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      reject(
        new ConfigurationError(
          `The HTTP API can't listen at ${host}:${port} (${error.code ?? error.message}): set HTTP_PORT and HTTP_HOST to an address that is free`,
          { cause: error },
        ),
      );
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Streams would never end by themselves.
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}
