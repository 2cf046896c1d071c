import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
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

const UNPACK = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;

/**
 * The package unpacks into the temporary directory of its process, and its libraries only for such a runtime: a
 * process of its own, because what jest gives a test as `process.env` is not what the machine looks at.
 */
async function unpack(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", TMPDIR: directory };
  await run(process.execPath, ["--input-type=module", "--eval", UNPACK], { cwd: ROOT, env });
  if (!existsSync(join(directory, "chromium")))
    throw new Error(`@sparticuz/chromium unpacked no browser into ${directory}; remove it and try again`);
}

/** The browser of the npm package, unpacked once for all processes. */
async function carriedBrowser(): Promise<string> {
  const directory = join(CACHE, "chromium-153");
  const lock = `${directory}.lock`;
  mkdirSync(CACHE, { recursive: true });
  while (!existsSync(join(directory, "chromium"))) {
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
      writeFileSync(join(draft, "fonts", "fonts.conf"), fontsConfig(directory));
      // What was begun there and not finished is in the way of the name.
      rmSync(directory, { recursive: true, force: true });
      renameSync(draft, directory);
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
