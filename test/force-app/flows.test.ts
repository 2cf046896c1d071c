import { components, elementsOf, textOf, type Element } from "./packageMetadata.ts";

const DATA_ELEMENTS = ["recordLookups", "recordCreates", "recordUpdates", "recordDeletes"];
const flows = components("flow");

function elementNames(root: Element): Set<string> {
  const lists = Object.values(root).flatMap((list) => list ?? []);
  const elements = lists.filter((item) => typeof item !== "string");
  return new Set(elements.map((element) => textOf(element, "name")).filter((name) => name !== null));
}

function targets(element: Element): string[] {
  return Object.entries(element).flatMap(([name, list]) => {
    const children = (list ?? []).filter((item) => typeof item !== "string");
    if (/onnector$/.test(name)) return children.map((child) => textOf(child, "targetReference") ?? "");
    return children.flatMap(targets);
  });
}

describe("flows do their work or say why not", () => {
  it.each(flows.map(({ name, root }) => [name, root] as const))(
    "%s is active, record-triggered and named by a verb",
    (name, root) => {
      expect(textOf(root, "status")).toBe("Active");
      expect(textOf(root, "processType")).toBe("AutoLaunchedFlow");
      expect(textOf(elementsOf(root, "start")[0]!, "triggerType")).toMatch(
        /^Record(BeforeSave|AfterSave|BeforeDelete)$/,
      );
      expect(name).toMatch(/^(Add|Protect|Stamp)_/);
      expect(textOf(root, "label")).toBe(name.replaceAll("_", " "));
    },
  );

  it.each(flows.map(({ name, root }) => [name, root] as const))(
    "%s handles every failure to read or write",
    (_name, root) => {
      const unguarded = DATA_ELEMENTS.flatMap((kind) => elementsOf(root, kind)).filter(
        (element) => elementsOf(element, "faultConnector").length === 0,
      );
      expect(unguarded.map((element) => textOf(element, "name"))).toEqual([]);
    },
  );

  it.each(flows.map(({ name, root }) => [name, root] as const))(
    "%s leads nowhere but to its own elements",
    (_name, root) => {
      const names = elementNames(root);
      expect(targets(root).length).toBeGreaterThan(0);
      expect(targets(root).filter((target) => !names.has(target))).toEqual([]);
    },
  );
});
