import { createHash } from "node:crypto";
import type { Assets } from "./assets.ts";
import { escapeHtml, scriptJson } from "./htmlText.ts";
import type { SessionFacts } from "./pageFacts.ts";
import { stylesheetUrl, type Theme } from "./stylesheets.ts";

/** A page and the policy that lets only its own scripts run. */
export interface Page {
  readonly html: string;
  readonly policy: string;
}

function policyOf(inlineScript: string | null): string {
  const hash = inlineScript === null ? "" : ` 'sha256-${createHash("sha256").update(inlineScript).digest("base64")}'`;
  return [
    "default-src 'self'",
    `script-src 'self'${hash}`,
    // Base components set style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function head(title: string, theme: Theme): string {
  return `<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheetUrl(theme)}">
<link rel="stylesheet" href="/lightning/styles/page.css">`;
}

/** The page of a logged-in user; the browser's part makes everything else from the facts. */
export function appPage(facts: SessionFacts, assets: Assets, theme: Theme): Page {
  const importMap = scriptJson({ imports: assets.imports });
  const preloads = assets.preloads.map((url) => `<link rel="modulepreload" href="${url}">`).join("\n");
  const html = `<!doctype html>
<html lang="en-US" class="${theme}">
<head>
${head(`${facts.setup.app} | Salesforce`, theme)}
<script type="application/json" id="session">${scriptJson(facts)}</script>
<script type="importmap">${importMap}</script>
${preloads}
<script type="module" src="${assets.imports["shell/main"]}"></script>
</head>
<body class="${theme === "slds2" ? "slds-scope " : ""}local-lightning"></body>
</html>
`;
  return { html, policy: policyOf(importMap) };
}

/** A page without scripts: login, and what went wrong. */
export function plainPage(title: string, body: string, theme: Theme): Page {
  const html = `<!doctype html>
<html lang="en-US" class="${theme}">
<head>
${head(title, theme)}
</head>
<body class="local-lightning local-plain">
${body}
</body>
</html>
`;
  return { html, policy: policyOf(null) };
}
