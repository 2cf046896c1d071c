/** The login that a local org leaves in its connection.json. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigurationError } from "./errors.ts";
import type { Credentials } from "./token.ts";

export const connectionFile = ".local-org/connection.json";

const connection = z.object({
  instanceUrl: z.url(),
  accessToken: z.string().min(1),
  clientId: z.string(),
  privateKeyFile: z.string(),
  users: z.record(z.string(), z.string()),
});

/** Logs in as the service's own user, with no more rights than in a real org; without one, by the file's token. */
export function localCredentials(file = connectionFile): Credentials {
  const { instanceUrl, accessToken, clientId, privateKeyFile, users } = parsed(file);
  const username = users.Partner_Sync_Service;
  if (username === undefined || privateKeyFile === "") return { kind: "token", loginUrl: instanceUrl, accessToken };
  return {
    kind: "jwt",
    loginUrl: instanceUrl,
    clientId,
    username,
    privateKey: textOf(privateKeyFile),
  };
}

function parsed(file: string): z.infer<typeof connection> {
  const result = connection.safeParse(jsonOf(textOf(file)));
  if (result.success) return result.data;
  throw new ConfigurationError(
    `${file} is no connection to a local org: start one anew by \`npm run org\`, which writes it`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `${file} can't be read: start a local org by \`npm run org\` or \`npm start\`, or set SF_LOGIN_URL and the rest`,
      { cause: error },
    );
  }
}
