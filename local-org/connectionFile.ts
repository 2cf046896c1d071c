import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a client needs to log in; the token is an administrator's. */
export interface Connection {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly privateKeyFile: string;
  /** Username by permission set. */
  readonly users: Readonly<Record<string, string>>;
}

const OWNER_ONLY = 0o600;

/** Writes the private key, and then `connection.json` in one move: it is there only complete. Returns its path. */
export function writeConnection(
  directory: string,
  connection: Omit<Connection, "privateKeyFile">,
  privateKeyPem: string,
): string {
  mkdirSync(directory, { recursive: true });
  const privateKeyFile = join(directory, "client.key");
  writeFileSync(privateKeyFile, privateKeyPem, { mode: OWNER_ONLY });
  const file = join(directory, "connection.json");
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...connection, privateKeyFile }, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(draft, file);
  return file;
}

/** Removes what writeConnection wrote for that org, and nothing that another one has put there since. */
export function removeConnection(directory: string, instanceUrl: string): void {
  const file = join(directory, "connection.json");
  if (!existsSync(file)) return;
  const { instanceUrl: owner } = JSON.parse(readFileSync(file, "utf8")) as Connection;
  if (owner !== instanceUrl) return;
  rmSync(file, { force: true });
  rmSync(join(directory, "client.key"), { force: true });
}
