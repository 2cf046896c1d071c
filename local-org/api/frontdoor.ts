import { randomBytes } from "node:crypto";
import { Router, type Request, type Response } from "express";
import { SalesforceError } from "../salesforceError.ts";
import type { Sessions } from "./sessions.ts";

/** A bridge into the browser is good for one use, and not for long. */
const GOOD_FOR_MS = 60_000;

interface Bridge {
  readonly userId: string;
  readonly startUrl: string;
  readonly expiresAt: number;
}

/** Only a path of this very org: anything else would make the front door an open redirect. */
function localPath(given: unknown): string {
  const path = typeof given === "string" && !/^[/\\]{2}|[:@]/.test(given) ? given : "";
  return path.startsWith("/") ? path : `/${path}`;
}

/**
 * `/services/oauth2/singleaccess` gives a session a one-time address, `/secur/frontdoor.jsp` opens the browser with it:
 * https://help.salesforce.com/s/articleView?id=xcloud.frontdoor_singleaccess.htm&type=5
 */
export function frontdoorRoutes(sessions: Sessions): Router {
  const router = Router();
  const bridges = new Map<string, Bridge>();

  const open = (request: Request, response: Response): void => {
    const access = sessions.authenticate(request.headers.authorization);
    const given = (request.body ?? {}) as Record<string, unknown>;
    const startUrl = localPath(request.query["redirect_uri"] ?? given["redirect_uri"]);
    const otp = randomBytes(32).toString("base64url");
    bridges.set(otp, { userId: access.userId, startUrl, expiresAt: Date.now() + GOOD_FOR_MS });
    const origin = `${request.protocol}://${request.get("host")}`;
    response.json({ frontdoor_uri: `${origin}/secur/frontdoor.jsp?otp=${otp}` });
  };
  router.get("/services/oauth2/singleaccess", open);
  router.post("/services/oauth2/singleaccess", open);

  router.get("/secur/frontdoor.jsp", (request, response) => {
    const given = request.query["otp"];
    const otp = typeof given === "string" ? given : "";
    const bridge = bridges.get(otp);
    bridges.delete(otp);
    if (!bridge || bridge.expiresAt < Date.now())
      throw new SalesforceError("INVALID_SESSION_ID", "Session expired or invalid", { status: 401 });
    response.cookie("sid", sessions.open(bridge.userId), { httpOnly: true, sameSite: "lax" });
    response.redirect(302, bridge.startUrl);
  });
  return router;
}
