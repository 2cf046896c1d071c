import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "..", "..");
const CACHE = join(ROOT, "node_modules", ".cache", "browser");
const ABANDONED_MS = 120_000;
const LOOK_AGAIN_MS = 200;

/** A browser to start, and the environment that it needs. */
export interface ChromiumBinary {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** A browser that the machine has; null = none on the PATH. */
function installedBrowser(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file)) ?? null;
}

/** Its own fonts first: text is as wide on every machine. */
function fontsConfig(directory: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(directory, "fonts", "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(directory, "fonts-cache")}</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <config></config>
</fontconfig>
`;
}

/** The package unpacks into the temporary directory of the moment, and its libraries only for such a runtime. */
async function unpack(directory: string): Promise<void> {
  const before = { ...process.env };
  mkdirSync(directory, { recursive: true });
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  process.env["TMPDIR"] = directory;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    for (const name of ["AWS_LAMBDA_JS_RUNTIME", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"])
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
  }
}

/** The browser of the npm package, unpacked once for all processes. */
async function carriedBrowser(): Promise<string> {
  const directory = join(CACHE, "chromium-153");
  const lock = `${directory}.lock`;
  mkdirSync(CACHE, { recursive: true });
  while (!existsSync(directory)) {
    try {
      mkdirSync(lock);
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > ABANDONED_MS) rmSync(lock, { recursive: true, force: true });
      else await delay(LOOK_AGAIN_MS);
      continue;
    }
    try {
      const draft = `${directory}.${process.pid}`;
      await unpack(draft);
      renameSync(draft, directory);
      writeFileSync(join(directory, "fonts", "fonts.conf"), fontsConfig(directory));
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return directory;
}

/** Chrome or Chromium of the machine, else the one inside `@sparticuz/chromium`. */
export async function chromiumBinary(): Promise<ChromiumBinary> {
  const directory = await carriedBrowser();
  const fonts = { FONTCONFIG_PATH: join(directory, "fonts") };
  const installed = installedBrowser();
  if (installed !== null) return { executablePath: installed, env: fonts };
  return {
    executablePath: join(directory, "chromium"),
    env: { ...fonts, LD_LIBRARY_PATH: join(directory, "al2023", "lib") },
  };
}
