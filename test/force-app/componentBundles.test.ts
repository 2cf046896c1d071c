import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { components, elementsOf, textOf } from "./packageMetadata.ts";

const LWC = fileURLToPath(new URL("../../force-app/main/default/lwc/", import.meta.url));

const bundles = readdirSync(LWC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const sources = readdirSync(LWC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.includes("__tests__"))
  .map((path) => readFileSync(join(LWC, path), "utf8"));

const templates = readdirSync(LWC, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));

const labels = elementsOf(components("labels")[0]!.root, "labels");
const labelNames = labels.map((label) => textOf(label, "fullName")!);

describe("every component", () => {
  it.each(bundles)("%s says what it is for, and is tested", (name) => {
    const meta = readFileSync(join(LWC, name, `${name}.js-meta.xml`), "utf8");
    expect(meta).toMatch(/<apiVersion>66\.0<\/apiVersion>/);
    expect(/<description>(.*)<\/description>/.exec(meta)?.[1]?.length ?? 0).toBeGreaterThan(20);
    expect(existsSync(join(LWC, name, "__tests__", `${name}.test.ts`))).toBe(true);
  });

  it.each(templates)("%s takes its texts from labels, so that they can be translated", (path) => {
    const template = readFileSync(join(LWC, path), "utf8").replaceAll(/<!--[\s\S]*?-->/g, "");
    const texts = [...template.matchAll(/>([^<>{}]*[A-Za-z][^<>{}]*)</g)].map(([, text]) => text!.trim());
    const attributes = [...template.matchAll(/\s(?:label|title|alternative-text|aria-label|placeholder)="([^"]+)"/g)];
    expect([...texts, ...attributes.map(([, text]) => text)]).toEqual([]);
  });
});

describe("labels", () => {
  it("are sorted and stand once each", () => {
    expect(labelNames).toEqual([...new Set(labelNames)].sort());
  });

  it("tell translators where each one stands, within what the platform stores", () => {
    const odd = labels.filter((label) => {
      const about = textOf(label, "shortDescription") ?? "";
      const isTold = about.length >= 10 && about.length <= 80 && textOf(label, "categories") !== null;
      return !isTold || textOf(label, "value")!.length > 1000 || textOf(label, "protected") !== "false";
    });
    expect(odd.map((label) => textOf(label, "fullName"))).toEqual([]);
  });

  it("exist for every import and are all in use", () => {
    const imported = sources.flatMap((source) =>
      [...source.matchAll(/@salesforce\/label\/c\.(\w+)/g)].map(([, name]) => name!),
    );
    expect([...new Set(imported)].sort()).toEqual(labelNames);
  });
});
