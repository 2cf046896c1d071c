import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";

const require = createRequire(import.meta.url);

/** The two looks of Lightning Experience. */
export type Theme = "slds1" | "slds2";

export function isTheme(text: unknown): text is Theme {
  return text === "slds1" || text === "slds2";
}

function rootOf(packageName: string): string {
  return dirname(require.resolve(`${packageName}/package.json`));
}

const SHEETS: Readonly<Record<Theme, { readonly packageName: string; readonly sheet: string }>> = {
  slds1: {
    packageName: "@salesforce-ux/design-system",
    sheet: "assets/styles/salesforce-lightning-design-system.min.css",
  },
  slds2: { packageName: "@salesforce-ux/design-system-2", sheet: "dist/css/bundled/slds2.cosmos.css" },
};

/** The address of a look's stylesheet; pictures that it names lie beside it. */
export function stylesheetUrl(theme: Theme): string {
  return `/lightning/styles/${theme}/${SHEETS[theme].sheet}`;
}

/** A file of a look's package; null = outside of it. */
export function styleFile(theme: Theme, path: string): string | null {
  const relative = normalize(path);
  if (relative.startsWith("..") || !/\.(?:css|svg|png|jpg|woff2?)$/.test(relative)) return null;
  return join(rootOf(SHEETS[theme].packageName), relative);
}
