import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";
import { buildFiles, type BuiltFiles } from "./buildFiles.ts";
import { entryInput, entryModules } from "./entryModules.ts";
import { commonInput, lwcModules } from "./lwcOptions.ts";
import { baseModules, type ModuleRecord } from "./moduleRecords.ts";
import { platformModules } from "./platformModules.ts";

const require = createRequire(import.meta.url);

/** What a session knows: the page carries it as JSON, under the same id for every user and every build. */
const SESSION = `
const facts = JSON.parse(document.getElementById("session").textContent);
const formFactor = window.matchMedia("(max-width: 767px)").matches ? "Small" : "Large";
export default { ...facts, formFactor };`;
const SESSION_ID = "\0session";

/** Values of the session's locale; the rest of `@salesforce/i18n` is English as it ships. */
const OF_THE_SESSION =
  /^@salesforce\/(?:i18n\/(?:lang|dir|locale|timeZone|currency|firstDayOfWeek|dateTime\..+)|client\/formFactor)$/;

/** A package's file as a module: its main file is CommonJS, whose names cannot be imported one by one. */
function moduleFile(packageName: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), "dist", "index.js");
}

/** The engine, and what must run before anything else. */
const ENGINE: readonly ModuleRecord[] = [
  { name: "@lwc/synthetic-shadow", path: moduleFile("@lwc/synthetic-shadow") },
  { name: "lwc", path: moduleFile("@lwc/engine-dom") },
];

/** Left-to-right languages only, a third of the whole; and components that import what npm has not got. */
const LEFT_OUT = /iconSvgTemplates\w*Rtl$|iconSvgTemplates$|barcodeScanner$|primitiveFigure$/;

/** Rules for native shadow trees; here shadows are synthetic, and the page's own SLDS styles what is inside. */
const NATIVE_STYLES = /\.lbc\.native\.css(?:\?|$)/;

const leanSources: Plugin = {
  name: "lean-sources",
  load(id) {
    // An entirely empty sheet compiles to undefined, which the engine cannot read inside another one.
    return NATIVE_STYLES.test(id) ? ":host { --none: 0 }" : null;
  },
};

function isIcon(id: string): boolean {
  return id.includes("iconSvgTemplates");
}

/** Names that other builds may import, because the vendor build provides them. */
export function vendorNames(): readonly string[] {
  return [
    ...ENGINE.map(({ name }) => name),
    "local/session",
    ...baseModules().exposed.filter((name) => !LEFT_OUT.test(name)),
  ];
}

function withoutRtl({ name, path }: ModuleRecord): ModuleRecord {
  return { name, path: path.replaceAll(/(iconSvgTemplates\w*)Rtl/g, "$1") };
}

/** Compiles the engine and the base components: 10 to 20 seconds, hence cached by vendorCache. */
export function buildVendor(): Promise<BuiltFiles> {
  const { records } = baseModules();
  const all = [...ENGINE, ...records.filter(({ name }) => !OF_THE_SESSION.test(name)).map(withoutRtl)];
  const known = new Set(all.map(({ name }) => name));
  return buildFiles(
    {
      ...commonInput,
      input: entryInput(vendorNames()),
      // Supplied by the shell, which the import map joins to this build.
      external: ["force/navigation"],
      plugins: [
        {
          name: "session",
          resolveId: (importee) => (importee === "local/session" ? SESSION_ID : null),
          load: (id) => (id === SESSION_ID ? SESSION : null),
        },
        leanSources,
        entryModules(all),
        platformModules({ labels: new Map(), customPermissions: new Set(), schemaNames: new Map() }, known),
        lwcModules(all),
      ],
    },
    {
      codeSplitting: {
        groups: [{ name: "base", test: (id) => !isIcon(id) }],
      },
    },
  );
}
