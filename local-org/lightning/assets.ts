import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { LoadedPackage } from "../loadPackage.ts";
import type { Built } from "./build/buildCache.ts";
import { componentsOf, foldersNamed, labelsOf, schemaNamesOf } from "./packageFacts.ts";

const BUILD = fileURLToPath(new URL("build/", import.meta.url));

/** Everything the browser loads, and under which names. */
export interface Assets {
  readonly imports: Readonly<Record<string, string>>;
  /** Files worth fetching before any module asks for them. */
  readonly preloads: readonly string[];
  file(key: string, name: string): string | null;
}

export interface AssetSource {
  readonly packageDirectory: string;
  readonly schema: LoadedPackage["schema"];
  readonly customPermissions: ReadonlySet<string>;
  /** Told when something takes long. */
  readonly tell: (message: string) => void;
}

const BASE = "/lightning/assets";

/** Builds what pages need when the first page is opened, and own components again when they have changed. */
export class AssetBuilder {
  readonly #source: AssetSource;
  #base: Promise<readonly [Built, Built]> | null = null;
  #stamp = "";
  #assets: Promise<Assets> | null = null;

  constructor(source: AssetSource) {
    this.#source = source;
  }

  /** What the files hold now. Throws what the compiler finds wrong with a component. */
  async current(): Promise<Assets> {
    const stamp = await this.#componentStamp();
    if (!this.#assets || stamp !== this.#stamp) {
      this.#stamp = stamp;
      this.#assets = this.#build();
      this.#assets.catch(() => (this.#stamp = ""));
    }
    return this.#assets;
  }

  async #componentStamp(): Promise<string> {
    const { filesBelow } = await import("./build/buildCache.ts");
    const { packageDirectory } = this.#source;
    const folders = ["lwc", "labels"].flatMap((name) => foldersNamed(packageDirectory, name));
    const files = filesBelow(folders).filter((file) => !file.includes("__tests__"));
    const facts = files.map((file) => {
      const { mtimeMs, size } = statSync(file);
      return `${file} ${mtimeMs} ${size}`;
    });
    return createHash("sha256").update(facts.join("\n")).digest("hex").slice(0, 16);
  }

  async #build(): Promise<Assets> {
    const [vendor, shell] = await this.#baseBuilds();
    const [{ buildComponents }, { vendorNames }, { shellNames }, { fileOf }] = await Promise.all([
      import("./build/buildComponents.ts"),
      import("./build/buildVendor.ts"),
      import("./build/buildShell.ts"),
      import("./build/entryModules.ts"),
    ]);
    const { packageDirectory, schema, customPermissions } = this.#source;
    const components = componentsOf(packageDirectory);
    const facts = { labels: labelsOf(packageDirectory), customPermissions, schemaNames: schemaNamesOf(schema) };
    const provided = new Set([...vendorNames(), ...shellNames()]);
    const own: Built = { key: `c-${this.#stamp}`, files: await buildComponents(components, facts, provided) };
    const imports: Record<string, string> = {};
    const add = (names: readonly string[], { key }: Built): void => {
      for (const name of names) imports[name] = `${BASE}/${key}/${fileOf(name)}`;
    };
    add(vendorNames(), vendor);
    add(shellNames(), shell);
    add(
      components.map(({ name }) => name),
      own,
    );
    const builds = new Map([vendor, shell, own].map((built) => [built.key, built.files]));
    return {
      imports,
      preloads: [...vendor.files.keys()]
        .filter((name) => name.startsWith("chunk-base-"))
        .map((name) => `${BASE}/${vendor.key}/${name}`),
      file: (key, name) => builds.get(key)?.get(name) ?? null,
    };
  }

  #baseBuilds(): Promise<readonly [Built, Built]> {
    if (!this.#base) {
      this.#base = this.#buildBase();
      this.#base.catch(() => (this.#base = null));
    }
    return this.#base;
  }

  async #buildBase(): Promise<readonly [Built, Built]> {
    const [{ cachedBuild, filesBelow, hasBuild, keyOfFiles }, { buildVendor }, { buildShell, HARNESS }] =
      await Promise.all([
        import("./build/buildCache.ts"),
        import("./build/buildVendor.ts"),
        import("./build/buildShell.ts"),
      ]);
    const recipe = filesBelow([BUILD]);
    // What other builds are made by does not change this one, which takes long.
    const vendorKey = keyOfFiles(
      "vendor",
      recipe.filter((file) => !/build(?:Components|Shell|Cache)\.ts$/.test(file)),
    );
    if (!hasBuild(vendorKey))
      this.#source.tell("Building the base components for the browser (once after an install, 10 to 20 seconds) …");
    const vendor = await cachedBuild(vendorKey, buildVendor);
    const shell = await cachedBuild(keyOfFiles("shell", [...recipe, ...filesBelow([HARNESS])]), buildShell);
    return [vendor, shell];
  }
}
