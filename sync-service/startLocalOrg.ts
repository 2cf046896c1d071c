/** The local org with the sample programme, in this process: what a newcomer gets without any Salesforce. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "./crm/errors.ts";

export interface LocalOrg {
  readonly instanceUrl: string;
  readonly connectionFile: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, "..");
const seed = join(root, "data", "sample");

/** The local org's clock starts at the sample programme's own date. */
export async function startLocalOrg(): Promise<LocalOrg> {
  const { createOrg } = await loadLocalOrg();
  const clock = join(seed, "clock.txt");
  const org = await createOrg({
    ...(existsSync(seed) ? { seed } : {}),
    ...(existsSync(clock) ? { now: readFileSync(clock, "utf8").trim() } : {}),
    connectionDirectory: join(root, ".local-org"),
  });
  const { instanceUrl, connectionFile } = org;
  if (connectionFile === null) throw new ConfigurationError("The local org wrote no connection.json");
  return { instanceUrl, connectionFile, close: () => org.close() };
}

/** Only here, and only when needed: a production install has neither the room nor its packages. */
async function loadLocalOrg() {
  try {
    return await import("../local-org/createOrg.ts");
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new ConfigurationError(
      "No Salesforce is configured, and the local org is not installed here (npm ci without --omit=dev installs it); set SF_LOGIN_URL, SF_CLIENT_ID and the rest for a real org",
      { cause: error },
    );
  }
}
