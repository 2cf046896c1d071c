import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

/** Removes what writeConnection wrote: nobody can log in any more. */
export function removeConnection(directory: string): void {
  rmSync(join(directory, "connection.json"), { force: true });
  rmSync(join(directory, "client.key"), { force: true });
}
