import { childOf, childrenOf, flagOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import type { FieldAssignment, FlowCondition, FlowElement, FlowLogic, FlowValue } from "./flowModel.ts";

/** The text of a child that has to be there. */
export function required(element: XmlElement, name: string, where: string): string {
  const text = textOf(element, name);
  if (text === null) throw new Error(`${where} has no <${name}>`);
  return text;
}

/** Where a connector leads; null = nowhere. */
export function target(element: XmlElement, connector: string): string | null {
  const found = childOf(element, connector);
  return found ? textOf(found, "targetReference") : null;
}

/** A literal as the flow states it. */
export function literal(element: XmlElement): string | boolean | null {
  for (const name of ["stringValue", "numberValue", "dateValue", "dateTimeValue"]) {
    const text = textOf(element, name);
    if (text !== null) return text;
  }
  const flag = textOf(element, "booleanValue");
  return flag === null ? null : flag === "true";
}

/** Reads a value that stands inside `<value>`, `<rightValue>` or the like. */
export function toValue(element: XmlElement | null): FlowValue {
  if (!element) return { kind: "literal", value: null };
  const path = textOf(element, "elementReference");
  return path !== null ? { kind: "reference", path } : { kind: "literal", value: literal(element) };
}

function toCondition(element: XmlElement, leftName: string, rightName: string, prefix = ""): FlowCondition {
  return {
    left: prefix + (textOf(element, leftName) ?? ""),
    operator: textOf(element, "operator") ?? "EqualTo",
    right: toValue(childOf(element, rightName)),
  };
}

/** Filters and how they are joined. */
export function toFilters(element: XmlElement, prefix = ""): FlowLogic {
  return {
    logic: (textOf(element, "filterLogic") ?? "and").toLowerCase(),
    conditions: childrenOf(element, "filters").map((item) => toCondition(item, "field", "value", prefix)),
  };
}

function toAssignments(element: XmlElement): FieldAssignment[] {
  return childrenOf(element, "inputAssignments").map((item) => ({
    field: textOf(item, "field") ?? "",
    value: toValue(childOf(item, "value")),
  }));
}

type Reader = (element: XmlElement, name: string) => FlowElement;

const READERS: Record<string, Reader> = {
  assignments: (element, name) => ({
    kind: "assignment",
    name,
    next: target(element, "connector"),
    items: childrenOf(element, "assignmentItems").map((item) => ({
      target: textOf(item, "assignToReference") ?? "",
      operator: textOf(item, "operator") ?? "Assign",
      value: toValue(childOf(item, "value")),
    })),
  }),
  decisions: (element, name) => ({
    kind: "decision",
    name,
    next: target(element, "defaultConnector"),
    outcomes: childrenOf(element, "rules").map((rule) => ({
      name: textOf(rule, "name") ?? "",
      next: target(rule, "connector"),
      when: {
        logic: (textOf(rule, "conditionLogic") ?? "and").toLowerCase(),
        conditions: childrenOf(rule, "conditions").map((item) => toCondition(item, "leftValueReference", "rightValue")),
      },
    })),
  }),
  recordLookups: (element, name) => ({
    kind: "lookup",
    name,
    next: target(element, "connector"),
    object: required(element, "object", name),
    when: toFilters(element),
    fault: target(element, "faultConnector"),
    isFirstOnly: flagOf(element, "getFirstRecordOnly"),
    sortField: textOf(element, "sortField"),
    isDescending: textOf(element, "sortOrder") === "Desc",
  }),
  recordCreates: (element, name) => ({
    kind: "create",
    name,
    next: target(element, "connector"),
    object: required(element, "object", name),
    values: toAssignments(element),
    fault: target(element, "faultConnector"),
  }),
  recordUpdates: (element, name) => ({
    kind: "update",
    name,
    next: target(element, "connector"),
    object: textOf(element, "object"),
    recordPath: textOf(element, "inputReference"),
    when: toFilters(element),
    values: toAssignments(element),
    fault: target(element, "faultConnector"),
  }),
  customErrors: (element, name) => ({
    kind: "customError",
    name,
    next: target(element, "connector"),
    messages: childrenOf(element, "customErrorMessages").map((item) => ({
      field: textOf(item, "fieldSelection"),
      text: textOf(item, "errorMessage") ?? "",
    })),
  }),
};

/** The elements of a flow by name. */
export function readFlowElements(root: XmlElement): Map<string, FlowElement> {
  const elements = new Map<string, FlowElement>();
  for (const [kind, read] of Object.entries(READERS))
    for (const element of childrenOf(root, kind)) {
      const name = required(element, "name", kind);
      if (elements.has(name)) throw new Error(`flow element "${name}" stands twice`);
      elements.set(name, read(element, name));
    }
  return elements;
}
