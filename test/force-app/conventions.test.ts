import { readFileSync } from "node:fs";
import { XMLValidator } from "fast-xml-parser";
import { components, elementsOf, fields, metadataFiles, textOf, type Element } from "./packageMetadata.ts";

const DESCRIBED = [
  "object",
  "flow",
  "permissionset",
  "customPermission",
  "validationRule",
  "tab",
  "app",
  "globalValueSet",
];

function undescribed(kind: string): string[] {
  return components(kind)
    .filter(({ root }) => (textOf(root, "description") ?? "").length < 20)
    .map(({ owner, name }) => `${owner}/${name}`);
}

function isUsDollars({ root, object, name }: (typeof fields)[number]): boolean {
  const isEarr = /eARR/.test(name) && !(object.startsWith("Opportunity") && name === "eARR__c");
  return isEarr && textOf(root, "type") === "Number";
}

function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))];
}

describe("the package explains itself", () => {
  it("is well-formed XML in every file", () => {
    const broken = metadataFiles.filter((file) => XMLValidator.validate(readFileSync(file, "utf8")) !== true);
    expect(broken).toEqual([]);
  });

  it("keeps every text free of entities and stray white space, which formatting would tear apart", () => {
    const torn = metadataFiles.filter((file) => /&\w+;|<(\w+)>\s+[^<\s]/.test(readFileSync(file, "utf8")));
    expect(torn).toEqual([]);
  });

  it.each(DESCRIBED)("describes every %s", (kind) => {
    expect(components(kind).length).toBeGreaterThan(0);
    expect(undescribed(kind)).toEqual([]);
  });

  it("tells maintainers who writes each field and from what", () => {
    expect(fields.filter(({ description }) => (description ?? "").length < 20).map(({ path }) => path)).toEqual([]);
  });

  it("tells people what each field means to them", () => {
    expect(fields.filter(({ helpText }) => (helpText ?? "").length < 10).map(({ path }) => path)).toEqual([]);
  });

  it("never says the same thing twice", () => {
    expect(repeated(fields.flatMap(({ description, helpText }) => [description ?? "", helpText ?? ""]))).toEqual([]);
    expect(repeated(components("validationRule").map(({ root }) => textOf(root, "errorMessage") ?? ""))).toEqual([]);
  });

  it("keeps help within what the platform shows and descriptions within what it stores", () => {
    const long = fields.filter((field) => field.helpText!.length > 510 || field.description!.length > 1000);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it("describes every element, variable and formula of a flow", () => {
    const parts = ["assignments", "decisions", "recordLookups", "recordCreates", "recordUpdates", "customErrors"];
    const named = (root: Element): Element[] =>
      [...parts, "formulas", "variables", "constants"].flatMap((part) => elementsOf(root, part));
    const silent = components("flow").flatMap(({ name, root }) =>
      named(root)
        .filter((element) => (textOf(element, "description") ?? "").length < 15)
        .map((element) => `${name}.${textOf(element, "name")}`),
    );
    expect(silent).toEqual([]);
  });

  it("says in every error what the person can do, within what the platform shows", () => {
    const messages = components("validationRule").map(({ root }) => textOf(root, "errorMessage") ?? "");
    expect(messages.filter((message) => message.length > 255 || !message.endsWith("."))).toEqual([]);
  });
});

describe("lists and highlights hold what the platform can show there", () => {
  const long = new Set(fields.filter(({ type }) => type === "LongTextArea").map(({ path }) => path));

  it.each([
    ["compactLayout", "fields"],
    ["listView", "columns"],
  ])("has no long text in a %s", (kind, element) => {
    const shown = components(kind).flatMap(({ owner, root }) =>
      (root[element] ?? []).map((name) => `${owner}.${name as string}`),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((path) => long.has(path))).toEqual([]);
  });
});

describe("names follow one pattern", () => {
  it("labels each field as it is named, with the currency where it is a figure in US dollars", () => {
    const odd = fields.filter((field) => {
      const words = field.name.replace(/__c$/, "").replaceAll("_", " ");
      return field.label !== (isUsDollars(field) ? `${words} (USD)` : words);
    });
    expect(odd.map(({ path, label }) => `${path}: ${label}`)).toEqual([]);
  });

  it("keeps figures in US dollars as numbers with cents, which no record's currency renames", () => {
    const odd = fields
      .filter((field) => field.label.endsWith("(USD)"))
      .filter(({ root }) => `${textOf(root, "precision")},${textOf(root, "scale")}` !== "18,2");
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it("keeps within the platform's 40 characters for names and labels", () => {
    expect(fields.filter(({ name, label }) => name.length > 43 || label.length > 40).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it.each([
    ["Checkbox", /^(Is|Has)_/],
    ["Date", /_Date__c$/],
    ["DateTime", /_At__c$/],
  ])("tells a %s by its name, and nothing else looks like one", (type, pattern) => {
    const odd = fields.filter((field) => (field.type === type) !== pattern.test(field.name));
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});
