import type { Component } from "../metadata/readPackage.ts";
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import type { FieldAssignment, Flow, FlowCondition, FlowElement, FlowLogic, FlowValue } from "./flowModel.ts";

/** Everything that a flow of this package may hold besides its elements; anything else is refused at load. */
const KNOWN_PARTS = new Set([
  "apiVersion",
  "areMetricsLoggedToDataCloud",
  "assignments",
  "constants",
  "customErrors",
  "decisions",
  "description",
  "environments",
  "formulas",
  "fullName",
  "interviewLabel",
  "label",
  "processMetadataValues",
  "processType",
  "recordCreates",
  "recordLookups",
  "recordUpdates",
  "runInMode",
  "start",
  "status",
  "textTemplates",
  "triggerOrder",
  "variables",
]);

function required(element: XmlElement, name: string, where: string): string {
  const text = textOf(element, name);
  if (text === null) throw new Error(`${where} has no <${name}>`);
  return text;
}

function target(element: XmlElement, connector: string): string | null {
  const found = childOf(element, connector);
  return found ? textOf(found, "targetReference") : null;
}

function literal(element: XmlElement): string | boolean | null {
  for (const name of ["stringValue", "numberValue", "dateValue", "dateTimeValue"]) {
    const text = textOf(element, name);
    if (text !== null) return text;
  }
  const flag = textOf(element, "booleanValue");
  return flag === null ? null : flag === "true";
}

/** Reads a value that stands inside `<value>`, `<rightValue>` or the like. */
function toValue(element: XmlElement | null): FlowValue {
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

function toFilters(element: XmlElement, prefix = ""): FlowLogic {
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

const TRIGGERS: Record<string, Flow["trigger"]> = {
  RecordBeforeSave: "beforeSave",
  RecordAfterSave: "afterSave",
  RecordBeforeDelete: "beforeDelete",
};

const EVENTS: Record<string, Flow["on"]> = {
  Create: "create",
  Update: "update",
  CreateAndUpdate: "createAndUpdate",
  Delete: "delete",
};

function readElements(root: XmlElement): Map<string, FlowElement> {
  const elements = new Map<string, FlowElement>();
  for (const [kind, read] of Object.entries(READERS))
    for (const element of childrenOf(root, kind)) {
      const name = required(element, "name", kind);
      if (elements.has(name)) throw new Error(`flow element "${name}" stands twice`);
      elements.set(name, read(element, name));
    }
  return elements;
}

function named<T>(elements: readonly XmlElement[], read: (element: XmlElement) => T): Map<string, T> {
  return new Map(elements.map((element) => [textOf(element, "name") ?? "", read(element)]));
}

function entryOf(start: XmlElement): Flow["entry"] {
  const formula = textOf(start, "filterFormula");
  if (formula !== null) return { formula };
  const filters = toFilters(start, "$Record.");
  return filters.conditions.length > 0 ? filters : null;
}

/** Reads an active record-triggered flow; null = it is not active. Throws an Error on anything that is not supported. */
export function buildFlow({ fullName, element: root, file }: Component): Flow | null {
  if (textOf(root, "status") !== "Active") return null;
  const unknown = Object.keys(root.children).filter((name) => !KNOWN_PARTS.has(name));
  if (unknown.length > 0) throw new Error(`flow part <${unknown[0]}> is not supported by the local org`);
  const start = childOf(root, "start");
  const trigger = TRIGGERS[(start && textOf(start, "triggerType")) ?? ""];
  if (!start || !trigger) throw new Error(`only record-triggered flows are supported by the local org`);
  if (childrenOf(start, "scheduledPaths").length > 0)
    throw new Error("scheduled paths are not supported by the local org");
  return {
    name: fullName,
    object: required(start, "object", "start"),
    trigger,
    on: EVENTS[textOf(start, "recordTriggerType") ?? ""] ?? "createAndUpdate",
    entry: entryOf(start),
    isOnlyWhenChangedToMeet: flagOf(start, "doesRequireRecordChangedToMeetCriteria"),
    first: target(start, "connector"),
    elements: readElements(root),
    formulas: named(childrenOf(root, "formulas"), (item) => ({
      text: textOf(item, "expression") ?? "",
      dataType: textOf(item, "dataType") ?? "String",
      scale: Number(textOf(item, "scale") ?? 0),
    })),
    constants: named(childrenOf(root, "constants"), (item) => toValueLiteral(childOf(item, "value"))),
    variables: named(childrenOf(root, "variables"), (item) => ({
      dataType: textOf(item, "dataType") ?? "String",
      initial: toValue(childOf(item, "value")),
    })),
    textTemplates: named(childrenOf(root, "textTemplates"), (item) => textOf(item, "text") ?? ""),
    order: Number(textOf(root, "triggerOrder") ?? Number.MAX_SAFE_INTEGER),
    source: { file },
  };
}

function toValueLiteral(element: XmlElement | null): string | boolean | null {
  return element ? literal(element) : null;
}
