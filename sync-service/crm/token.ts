/** Access tokens: JWT bearer, client credentials, or one given outright (the local org's). */
import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import { isTransientStatus } from "./answerFault.ts";
import { ApiLimitError, ConfigurationError, TransientError } from "./errors.ts";
import { exchange, headerOf, readText } from "./httpExchange.ts";
import type { OrgClock } from "./orgClock.ts";

export type Credentials =
  | {
      readonly kind: "jwt";
      readonly loginUrl: string;
      readonly clientId: string;
      readonly username: string;
      /** PKCS#8, PEM. */
      readonly privateKey: string;
    }
  | {
      readonly kind: "client credentials";
      readonly loginUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | {
      readonly kind: "token";
      readonly loginUrl: string;
      readonly accessToken: string;
    };

export interface Access {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.string().min(1),
});

/** Asks the token endpoint once. Refusals are configuration faults: asking again could lock the user out. */
export async function requestToken(credentials: Credentials, clock: OrgClock): Promise<Access> {
  if (credentials.kind === "token")
    return {
      instanceUrl: credentials.loginUrl,
      accessToken: credentials.accessToken,
    };
  const answer = await exchange({
    method: "POST",
    url: new URL("/services/oauth2/token", credentials.loginUrl).href,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: (await grantOf(credentials)).toString(),
  });
  clock.note(headerOf(answer.headers, "date"));
  const text = await readText(answer.body);
  if (isTransientStatus(answer.status)) throw new TransientError(`the login server answered ${answer.status}`);
  if (answer.status !== 200) throw refusal(answer.status, withoutSecretOf(credentials, text));
  return accessOf(text);
}

type Grant = Exclude<Credentials, { kind: "token" }>;

async function grantOf(credentials: Grant): Promise<URLSearchParams> {
  if (credentials.kind === "client credentials")
    return new URLSearchParams({
      grant_type: "client_credentials",
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
    });
  return new URLSearchParams({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: await assertionOf(credentials),
  });
}

async function assertionOf(credentials: Extract<Credentials, { kind: "jwt" }>): Promise<string> {
  const key = await importPKCS8(credentials.privateKey, "RS256").catch((error: unknown) => {
    throw new ConfigurationError(
      "The private key is no PKCS#8 PEM key (convert it by `openssl pkcs8 -topk8 -nocrypt`)",
      { cause: error },
    );
  });
  // Salesforce takes an expiry of at most three minutes ahead; the token's time is the machine's.
  return new SignJWT()
    .setProtectedHeader({ alg: "RS256" })
    .setIssuer(credentials.clientId)
    .setSubject(credentials.username)
    .setAudience(new URL(credentials.loginUrl).origin)
    .setExpirationTime(Math.floor(Date.now() / 1000) + 170)
    .sign(key);
}

function accessOf(text: string): Access {
  try {
    const { access_token, instance_url } = tokenAnswer.parse(JSON.parse(text));
    return { instanceUrl: instance_url, accessToken: access_token };
  } catch (error) {
    throw new TransientError("the login server's answer is no token", { cause: error });
  }
}

const hints: readonly (readonly [RegExp, string])[] = [
  [
    /hasn't approved this consumer|not admin approved/,
    "pre-authorise the integration user: External Client App > Policies > permission set Partner_Sync_Service",
  ],
  [/no client credentials user/, "set the Run-As user of the client credentials flow in the External Client App"],
  [
    /expired authorization code|assertion/,
    "check the machine's clock, the certificate in the External Client App, and SF_LOGIN_URL",
  ],
  [/client_id|client identifier/, "check SF_CLIENT_ID"],
  [/client_secret|invalid_client/, "check SF_CLIENT_SECRET"],
];

/** A server that repeats what it was sent must not spread it. */
function withoutSecretOf(credentials: Grant, text: string): string {
  return credentials.kind === "client credentials" ? text.replaceAll(credentials.clientSecret, "[hidden]") : text;
}

/** Neither passes within a night's retries. */
const limits = /REQUEST_LIMIT_EXCEEDED|login rate exceeded/;

function refusal(status: number, text: string): ConfigurationError | ApiLimitError {
  if (limits.test(text)) return new ApiLimitError(`Salesforce takes no more logins for now (${status})`);
  // The words of an OAuth error hold no secret; the answer as a whole is not repeated.
  const words = /"error(?:_description)?"\s*:\s*"[^"]*"/g;
  const said = (text.match(words) ?? []).join(", ") || "no reason given";
  const hint =
    hints.find(([pattern]) => pattern.test(said))?.[1] ?? "check SF_LOGIN_URL, SF_CLIENT_ID, SF_USERNAME and the key";
  return new ConfigurationError(`Salesforce refused the login (${status}: ${said}); ${hint}`);
}
