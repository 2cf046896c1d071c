import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Schema } from "../metadata/schema.ts";
import { cachedFile, cachedNames, ensureBuild, filesBelow, hasBuild, keyOfFiles } from "./build/buildCache.ts";
import { NAMES_FILE, requestBuild } from "./build/buildRequest.ts";
import { componentsOf, foldersNamed, labelsOf, schemaNamesOf } from "./packageFacts.ts";

const BUILD = fileURLToPath(new URL("build/", import.meta.url));
const HARNESS = fileURLToPath(new URL("harness/modules/", import.meta.url));

/** Everything the browser loads, and under which names. */
export interface Assets {
  readonly imports: Readonly<Record<string, string>>;
  /** Files worth fetching before any module asks for them. */
  readonly preloads: readonly string[];
  /** What the package's own components come to. */
  readonly ownSources: readonly string[];
}

export interface AssetSource {
  readonly packageDirectory: string;
  readonly schema: Schema;
  readonly customPermissions: ReadonlySet<string>;
  /** Told when something takes long. */
  readonly tell: (message: string) => void;
}

/** The builds that do not change with the package. */
interface Base {
  readonly vendorKey: string;
  readonly shellKey: string;
}

const ADDRESS = "/lightning/assets";

/** What other builds are made by does not change the vendor build, which takes long. */
const OF_OTHER_BUILDS = /build(?:Components|Shell|Cache|Request|Worker)\.ts$/;

/** Addresses of a build's modules by name. */
function addressesOf(key: string): Record<string, string> {
  const names = JSON.parse(cachedFile(key, NAMES_FILE) ?? "{}") as Record<string, string>;
  return Object.fromEntries(Object.entries(names).map(([name, file]) => [name, `${ADDRESS}/${key}/${file}`]));
}

/** Builds what pages need when the first page is opened, and own components again when they have changed. */
export class AssetBuilder {
  readonly #source: AssetSource;
  #base: Promise<Base> | null = null;
  #stamp = "";
  #assets: Promise<Assets> | null = null;

  constructor(source: AssetSource) {
    this.#source = source;
  }

  /** What the files hold now. Rejects with what the compiler finds wrong with a component. */
  async current(): Promise<Assets> {
    const stamp = this.#componentStamp();
    if (!this.#assets || stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#assets = this.#build();
      this.#assets.catch(() => (this.#stamp = ""));
    }
    return this.#assets;
  }

  #componentFiles(): string[] {
    const folders = ["lwc", "labels"].flatMap((name) => foldersNamed(this.#source.packageDirectory, name));
    return filesBelow(folders).filter((file) => !file.includes("__tests__"));
  }

  /** Changes whenever a component may have changed; cheap enough for every page. */
  #componentStamp(): string {
    const facts = this.#componentFiles().map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${file} ${mtimeMs} ${size}`;
    });
    return facts.join("\n");
  }

  async #build(): Promise<Assets> {
    const { vendorKey, shellKey } = await this.#ensureBase();
    const provided = { ...addressesOf(vendorKey), ...addressesOf(shellKey) };
    const ownKey = await this.#ensureOwn(Object.keys(provided));
    return {
      imports: { ...provided, ...addressesOf(ownKey) },
      preloads: cachedNames(vendorKey)
        .filter((name) => name.startsWith("chunk-base-"))
        .map((name) => `${ADDRESS}/${vendorKey}/${name}`),
      ownSources: cachedNames(ownKey)
        .filter((name) => name.endsWith(".js"))
        .map((name) => cachedFile(ownKey, name)!),
    };
  }

  /** The package's own components; returns their key. */
  async #ensureOwn(provided: readonly string[]): Promise<string> {
    const { packageDirectory, schema, customPermissions } = this.#source;
    const components = componentsOf(packageDirectory);
    const facts = { labels: labelsOf(packageDirectory), customPermissions, schemaNames: schemaNamesOf(schema) };
    const text = JSON.stringify([provided, [...facts.labels], [...customPermissions], [...facts.schemaNames]]);
    const files = [...filesBelow([BUILD]), ...this.#componentFiles()];
    const key = keyOfFiles("own", files, text);
    await ensureBuild(key, () => requestBuild({ kind: "own", components, facts, provided }));
    return key;
  }

  #ensureBase(): Promise<Base> {
    if (!this.#base) {
      this.#base = this.#buildBase();
      this.#base.catch(() => (this.#base = null));
    }
    return this.#base;
  }

  async #buildBase(): Promise<Base> {
    const recipe = filesBelow([BUILD]);
    const vendorKey = keyOfFiles(
      "base",
      recipe.filter((file) => !OF_OTHER_BUILDS.test(file)),
    );
    const shellKey = keyOfFiles("shell", [...recipe, ...filesBelow([HARNESS])]);
    if (!hasBuild(vendorKey))
      this.#source.tell("Building the base components for the browser (once after an install, 10 to 20 seconds) …");
    await ensureBuild(vendorKey, () => requestBuild({ kind: "vendor" }));
    await ensureBuild(shellKey, () => requestBuild({ kind: "shell" }));
    return { vendorKey, shellKey };
  }
}
