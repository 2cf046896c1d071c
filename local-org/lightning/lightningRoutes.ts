import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Router, type NextFunction, type Request, type Response } from "express";
import type { UserAccess } from "../access/userAccess.ts";
import type { Sessions } from "../api/sessions.ts";
import type { Component } from "../metadata/readPackage.ts";
import type { Org } from "../org.ts";
import { AssetBuilder } from "./assets.ts";
import { cachedFile } from "./build/buildCache.ts";
import { loginPage, userNamed } from "./loginPage.ts";
import { appPage, plainPage, type Page } from "./pageHtml.ts";
import { escapeHtml } from "./htmlText.ts";
import { sessionFacts } from "./sessionFacts.ts";
import { setupOf } from "./setup/setup.ts";
import { isTheme, styleFile, type Theme } from "./stylesheets.ts";

/** What pages are made from, beside the org itself. */
export interface LightningSource {
  readonly components: readonly Component[];
  readonly customPermissions: ReadonlySet<string>;
  readonly packageDirectory: string;
  /** Username by permission set. */
  readonly usernames: Readonly<Record<string, string>>;
  readonly tell: (message: string) => void;
}

const SESSION_COOKIE = "sid";
const THEME_COOKIE = "theme";
const HOME = "/lightning/page/home";
const FOREVER = "public, max-age=31536000, immutable";
const PAGE_STYLES = fileURLToPath(new URL("page.css", import.meta.url));
const COOKIE = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Other names that a browser could be led to this machine by are refused. */
const OWN_HOSTS = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/).map((pair) => pair.split("="));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value === undefined ? null : decodeURIComponent(value);
}

function themeOf(request: Request): Theme {
  const asked = request.query["theme"] ?? cookieOf(request, THEME_COOKIE);
  return isTheme(asked) ? asked : "slds1";
}

function send(response: Response, { html, policy }: Page, status = 200): void {
  response.status(status).set({
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
  });
  response.type("html").send(html);
}

/** Only paths of this org: an address given to the login page must not lead elsewhere. */
function startUrlOf(value: unknown): string {
  return typeof value === "string" && /^\/(?![/\\])/.test(value) ? value : HOME;
}

function refuseOtherHosts(request: Request, response: Response, next: NextFunction): void {
  if (OWN_HOSTS.test(request.headers.host ?? "")) next();
  else response.status(421).type("text").send("This org is served at 127.0.0.1 only.");
}

/** `/lightning/…`: login and the pages that people live in. */
export function lightningRoutes(org: Org, sessions: Sessions, source: LightningSource): Router {
  const router = Router();
  const assets = new AssetBuilder({ ...source, schema: org.schema });

  const session = (request: Request): { access: UserAccess; token: string } | null => {
    const token = cookieOf(request, SESSION_COOKIE);
    if (token === null) return null;
    try {
      return { access: sessions.authenticate(`Bearer ${token}`), token };
    } catch {
      return null;
    }
  };

  const enter = (response: Response, token: string, startUrl: unknown): void => {
    response.cookie(SESSION_COOKIE, token, COOKIE);
    response.redirect(303, startUrlOf(startUrl));
  };

  const showPage = async (request: Request, response: Response): Promise<void> => {
    const theme = themeOf(request);
    if (isTheme(request.query["theme"])) response.cookie(THEME_COOKIE, theme, COOKIE);
    const known = session(request);
    if (!known) {
      response.redirect(303, `/lightning/login?${new URLSearchParams({ startURL: request.originalUrl }).toString()}`);
      return;
    }
    const facts = sessionFacts(org, known.access, known.token, setupOf(org, known.access, source.components));
    send(response, appPage(facts, await assets.current(), theme));
  };

  router.use("/lightning", refuseOtherHosts);
  router.get("/", (_request, response) => response.redirect(303, HOME));

  router.get("/lightning/login", (request, response) => {
    const { as, startURL } = request.query;
    const userId = typeof as === "string" ? userNamed(org, as, source.usernames) : null;
    if (userId !== null) return enter(response, sessions.open(userId), startURL);
    const problem = typeof as === "string" ? `There is no active user "${as}".` : null;
    return send(
      response,
      loginPage(org, startUrlOf(startURL), problem, themeOf(request)),
      problem === null ? 200 : 404,
    );
  });

  router.get("/lightning/logout", (request, response) => {
    sessions.revoke(cookieOf(request, SESSION_COOKIE) ?? "");
    response.clearCookie(SESSION_COOKIE, COOKIE).redirect(303, "/lightning/login");
  });

  router.get("/lightning/assets/:key/:file", (request, response) => {
    const code = cachedFile(request.params.key, request.params.file);
    if (code === null) response.status(404).type("text").send("No such file; load the page anew.");
    else response.set("Cache-Control", FOREVER).type("js").send(code);
  });

  router.get("/lightning/styles/page.css", (_request, response) => {
    response.set("Cache-Control", "no-cache").type("css").send(readFileSync(PAGE_STYLES, "utf8"));
  });

  router.get("/lightning/styles/:theme/*path", (request, response) => {
    const { theme, path } = request.params;
    const file = isTheme(theme) ? styleFile(theme, path.join("/")) : null;
    if (file === null) response.status(404).end();
    else response.sendFile(file, { maxAge: "1y", immutable: true });
  });

  router.get(["/lightning", "/lightning/*path"], async (request, response) => {
    try {
      await showPage(request, response);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const body = `<main class="slds-p-around_large"><h1 class="slds-text-heading_medium">This page cannot be built</h1><pre>${escapeHtml(text)}</pre></main>`;
      send(response, plainPage("Error | Salesforce", body, themeOf(request)), 500);
    }
  });
  return router;
}
