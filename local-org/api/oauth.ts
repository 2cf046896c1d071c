import { timingSafeEqual, type KeyObject } from "node:crypto";
import { Router, urlencoded, type Request, type Response } from "express";
import { jwtVerify } from "jose";
import type { Org } from "../org.ts";
import type { Sessions } from "./sessions.ts";

/** The one external client app of the local org. */
export interface ClientApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicKey: KeyObject;
  /** The user that client credentials run as. */
  readonly runAsUserId: string | null;
}

/** An OAuth error: `{error, error_description}` with status 400. */
class OAuthError extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.error = error;
  }
}

const JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

function matches(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function userOfAssertion(org: Org, app: ClientApp, assertion: string, origin: string): Promise<string> {
  const audience = [origin, `${origin}/`, "https://login.salesforce.com", "https://test.salesforce.com"];
  // Token expiry follows the machine's clock; the CLI states `exp` in milliseconds, which is only later.
  const { payload } = await jwtVerify(assertion, app.publicKey, {
    algorithms: ["RS256"],
    audience,
    clockTolerance: 30,
    requiredClaims: ["exp"],
  }).catch((cause: unknown) => {
    const reason = (cause as { code?: string }).code;
    if (reason === "ERR_JWT_EXPIRED") throw new OAuthError("invalid_grant", "expired authorization code");
    if (reason === "ERR_JWT_CLAIM_VALIDATION_FAILED") throw new OAuthError("invalid_grant", "audience is invalid");
    throw new OAuthError("invalid_grant", "invalid assertion");
  });
  if (payload.iss !== app.clientId) throw new OAuthError("invalid_client_id", "client identifier invalid");
  const userId = org.userIdOf(payload.sub ?? "");
  if (userId === null) throw new OAuthError("invalid_grant", "user hasn't approved this consumer");
  return userId;
}

async function authorize(org: Org, app: ClientApp, body: Record<string, string>, origin: string): Promise<string> {
  if (body["grant_type"] === JWT_GRANT) return userOfAssertion(org, app, body["assertion"] ?? "", origin);
  if (body["grant_type"] !== "client_credentials")
    throw new OAuthError("unsupported_grant_type", "grant type not supported");
  if (body["client_id"] !== app.clientId) throw new OAuthError("invalid_client_id", "client identifier invalid");
  if (!matches(body["client_secret"] ?? "", app.clientSecret))
    throw new OAuthError("invalid_client", "invalid client credentials");
  if (app.runAsUserId === null) throw new OAuthError("invalid_grant", "no client credentials user enabled");
  return app.runAsUserId;
}

function withBasicAuth(request: Request): Record<string, string> {
  const body = { ...(request.body as Record<string, string> | undefined) };
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (basic === undefined) return body;
  const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":");
  return { ...body, client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret) };
}

function originOf(request: Request): string {
  return `${request.protocol}://${request.get("host")}`;
}

/** `/services/oauth2/*` and `/id/*`: tokens by JWT bearer or client credentials, who a token is. */
export function oauthRoutes(org: Org, app: ClientApp, sessions: Sessions): Router {
  const router = Router();
  router.use(urlencoded({ extended: false }));

  router.post("/services/oauth2/token", async (request: Request, response: Response) => {
    const origin = originOf(request);
    try {
      const userId = await authorize(org, app, withBasicAuth(request), origin);
      response.set("Cache-Control", "no-store").json({
        access_token: sessions.open(userId),
        scope: "api id",
        instance_url: origin,
        id: `${origin}/id/${org.organizationId}/${userId}`,
        token_type: "Bearer",
        issued_at: String(Date.now()),
      });
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      response.status(400).json({ error: error.error, error_description: error.message });
    }
  });

  router.post("/services/oauth2/revoke", (request, response) => {
    sessions.revoke((request.body as Record<string, string>)["token"] ?? "");
    response.status(200).end();
  });

  const identity = (request: Request, response: Response): void => {
    const access = sessions.authenticate(request.headers.authorization);
    response.json(org.identityOf(access, originOf(request)));
  };
  router.get("/services/oauth2/userinfo", identity);
  router.get("/id/:organization/:user", identity);
  return router;
}
