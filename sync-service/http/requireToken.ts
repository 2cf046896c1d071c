/** The bearer token, compared in constant time: how long a comparison takes tells nothing about the token. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { HttpProblem } from "./problem.ts";

/** Closes the routes behind it to everybody without the token; without any token set, to everybody. */
export function requireToken(token: string | null): RequestHandler {
  return (request, response, next) => {
    response.set("www-authenticate", 'Bearer realm="partner-program"');
    if (token === null)
      throw new HttpProblem(401, "TOKEN_NOT_SET", "This route needs a token, and the service has none: set HTTP_TOKEN");
    const given = /^Bearer (.+)$/i.exec(request.get("authorization") ?? "")?.[1];
    if (given === undefined)
      throw new HttpProblem(401, "TOKEN_MISSING", "Send the header `Authorization: Bearer <HTTP_TOKEN>`");
    if (!isSame(given, token)) throw new HttpProblem(401, "TOKEN_WRONG", "The token is not this service's HTTP_TOKEN");
    response.removeHeader("www-authenticate");
    next();
  };
}

/** Digests have one length, which the comparison requires and which hides the token's own. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
