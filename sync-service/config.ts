/** The configuration out of the environment and connection.json, checked once, every fault named at once. */
import { statSync } from "node:fs";
import { validate } from "node-cron";
import { z } from "zod";
import { ConfigurationError } from "./crm/errors.ts";
import type { Credentials } from "./crm/token.ts";
import { privateKeyIn } from "./privateKeyFile.ts";

export interface ServiceConfig {
  /** null: no Salesforce is configured in the environment. */
  readonly credentials: Credentials | null;
  /** In the policy's time zone. */
  readonly cron: string;
  readonly pollSeconds: number;
  /** How long a run at work may go on after the service is told to stop. */
  readonly stopSeconds: number;
  /** Where the HTTP API listens; this machine alone unless told otherwise. */
  readonly httpHost: string;
  readonly httpPort: number;
  readonly httpToken: string | null;
  readonly logLevel: string;
  /** Where a run that is cut off while reading leaves what it has. */
  readonly stateDirectory: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const salesforceNames = [
  "SF_LOGIN_URL",
  "SF_CLIENT_ID",
  "SF_USERNAME",
  "SF_PRIVATE_KEY_FILE",
  "SF_CLIENT_SECRET",
] as const;

const webAddress = z
  .url({ protocol: /^https?$/, error: "is no http(s) address, as https://YOUR-DOMAIN.my.salesforce.com" })
  // It would stand in messages.
  .refine((text) => !/^\w+:\/\/[^/]*@/.test(text), "names a user: leave the user out of the address");
const filled = z.string({ error: "is missing" }).min(1, "is missing");

/** Addresses that no other machine reaches. */
const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

const common = z.object({
  SYNC_CRON: z
    .string()
    .refine((text) => validate(text), "is no cron expression, as 0 2 * * *")
    .default("0 2 * * *"),
  SYNC_POLL_SECONDS: z.coerce
    .number("is no number")
    .int("is no whole number")
    .min(1, "is below 1")
    .max(3600, "is above 3600")
    .default(10),
  SYNC_STOP_SECONDS: z.coerce
    .number("is no number")
    .int("is no whole number")
    .min(0, "is below 0")
    .max(3600, "is above 3600")
    .default(20),
  HTTP_HOST: z.string().default("127.0.0.1"),
  HTTP_PORT: z.coerce
    .number("is no number")
    .int("is no port")
    .min(0, "is no port")
    .max(65535, "is no port")
    .default(3000),
  HTTP_TOKEN: z
    .string()
    .min(16, "is shorter than 16 characters")
    .regex(/^[!-~]*$/, "holds blanks or letters that no HTTP header carries")
    .nullable()
    .default(null),
  LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug", "silent"], {
      error: "is none of error, warn, info, debug, silent",
    })
    .default("info"),
  SYNC_STATE_DIR: z
    .string()
    .refine((path) => !isFile(path), "names no directory")
    .default(".sync"),
});

const login = z.object({ SF_LOGIN_URL: webAddress, SF_CLIENT_ID: filled });
const jwt = z.object({ SF_USERNAME: filled, SF_PRIVATE_KEY_FILE: filled });

/** @throws ConfigurationError with every fault of the environment. */
export function readConfig(environment: Environment): ServiceConfig {
  // An empty variable is how many shells and containers say "none"; files of secrets end in a line break.
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const given = Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
  const faults: string[] = [];
  const settings = checked(common, given, faults);
  const credentials = credentialsOf(given, faults);
  if (settings && settings.HTTP_TOKEN === null && !loopback.test(settings.HTTP_HOST))
    faults.push("HTTP_HOST opens the HTTP API to other machines, which needs HTTP_TOKEN");
  if (faults.length > 0 || !settings)
    throw new ConfigurationError(`The environment is not complete: ${faults.join("; ")}`);
  return {
    credentials,
    cron: settings.SYNC_CRON,
    pollSeconds: settings.SYNC_POLL_SECONDS,
    stopSeconds: settings.SYNC_STOP_SECONDS,
    httpHost: settings.HTTP_HOST,
    httpPort: settings.HTTP_PORT,
    httpToken: settings.HTTP_TOKEN,
    logLevel: settings.LOG_LEVEL,
    stateDirectory: settings.SYNC_STATE_DIR,
  };
}

function credentialsOf(given: Environment, faults: string[]): Credentials | null {
  if (salesforceNames.every((name) => given[name] === undefined)) return null;
  const base = checked(login, given, faults);
  if (given.SF_CLIENT_SECRET !== undefined) {
    const clash = ["SF_USERNAME", "SF_PRIVATE_KEY_FILE"].filter((name) => given[name] !== undefined);
    if (clash.length > 0)
      faults.push(
        `SF_CLIENT_SECRET is for the client credentials flow, ${clash.join(" and ")} for the JWT flow: keep one of the two`,
      );
    if (!base) return null;
    const clientSecret = given.SF_CLIENT_SECRET;
    return { kind: "client credentials", ...namesOf(base), clientSecret };
  }
  const signed = checked(jwt, given, faults);
  const privateKey = signed && privateKeyIn(signed.SF_PRIVATE_KEY_FILE, faults);
  if (!base || !signed || !privateKey) return null;
  return {
    kind: "jwt",
    ...namesOf(base),
    username: signed.SF_USERNAME,
    privateKey,
  };
}

function namesOf({ SF_LOGIN_URL, SF_CLIENT_ID }: z.infer<typeof login>) {
  return { loginUrl: SF_LOGIN_URL, clientId: SF_CLIENT_ID };
}

/** One that is not there is made; one that may not be looked at is told of when it is used. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return true;
  }
}

/** Names the variable and never its value. */
function checked<T>(shape: z.ZodType<T>, given: Environment, faults: string[]): T | null {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) faults.push(`${path.join(".")} ${message}`);
  return null;
}
