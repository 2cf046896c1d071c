import type { Component } from "../metadata/readPackage.ts";
import { childOf, childrenOf, flagOf, textOf, type XmlElement } from "../metadata/readXml.ts";
import type { Flow } from "./flowModel.ts";
import { literal, readFlowElements, required, target, toFilters, toValue } from "./readFlowElements.ts";

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
    elements: readFlowElements(root),
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
