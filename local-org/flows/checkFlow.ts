import type { Finding } from "../metadata/metadataError.ts";
import type { ObjectSchema, Schema } from "../metadata/schema.ts";
import { FLOW_OPERATORS } from "./evaluateLogic.ts";
import type { Flow, FlowElement, FlowLogic, FlowValue } from "./flowModel.ts";

const GLOBALS = new Set([
  "$Flow",
  "$Label",
  "$Organization",
  "$Permission",
  "$Profile",
  "$Record",
  "$Record__Prior",
  "$User",
  "$UserRole",
]);

class FlowCheck {
  readonly #flow: Flow;
  readonly #schema: Schema;
  readonly reasons: string[] = [];

  constructor(flow: Flow, schema: Schema) {
    this.#flow = flow;
    this.#schema = schema;
  }

  object(name: string, where: string): ObjectSchema | null {
    const object = this.#schema.objects.get(name.toLowerCase());
    if (!object) this.reasons.push(`${where} names object "${name}", which does not exist`);
    return object ?? null;
  }

  field(object: ObjectSchema | null, name: string, where: string): void {
    if (object && !object.fields.has(name.toLowerCase()))
      this.reasons.push(`${where} names field "${object.name}.${name}", which does not exist`);
  }

  #setting(name: string, where: string): ObjectSchema | null {
    const object = this.#schema.objects.get(name.toLowerCase());
    if (object?.isHierarchySetting) return object;
    this.reasons.push(`${where} names hierarchy custom setting "${name}", which does not exist`);
    return null;
  }

  /** What the platform computes, no flow can set. */
  #settable(object: ObjectSchema | null, name: string, where: string): void {
    const field = object?.fields.get(name.toLowerCase());
    if (field && (field.formula !== null || field.summary !== null))
      this.reasons.push(`${where} sets "${object!.name}.${field.name}", which is calculated`);
  }

  #path(object: ObjectSchema | null, steps: readonly string[], where: string): void {
    const [step = "", ...rest] = steps;
    if (!object) return;
    if (rest.length === 0) {
      this.field(object, step, where);
      return;
    }
    const link = [...object.fields.values()].find(
      (field) => field.reference?.relationshipName.toLowerCase() === step.toLowerCase(),
    );
    if (link?.reference) this.#path(this.object(link.reference.to[0]!, where), rest, where);
    else this.reasons.push(`${where} names relationship "${object.name}.${step}", which does not exist`);
  }

  reference(path: string, where: string): void {
    const [head = "", ...rest] = path.split(".");
    if (head === "$Record" || head === "$Record__Prior") {
      if (rest.length > 0) this.#path(this.object(this.#flow.object, where), rest, where);
    } else if (head.startsWith("$")) this.#global(head, rest, where);
    else if (!this.#isResource(head)) this.reasons.push(`${where} names "${path}", which the flow does not have`);
  }

  #isResource(name: string): boolean {
    const { elements, formulas, constants, variables, textTemplates } = this.#flow;
    return [elements, formulas, constants, variables, textTemplates].some((resources) => resources.has(name));
  }

  value(value: FlowValue, where: string): void {
    if (value.kind === "reference") this.reference(value.path, where);
  }

  #global(head: string, rest: readonly string[], where: string): void {
    const [name = "", second = "", field = ""] = rest;
    if (head === "$Label" && !this.#schema.labels.has(name))
      this.reasons.push(`${where} names label "${name}", which does not exist`);
    else if (head === "$CustomMetadata") this.field(this.object(name, where), field, where);
    else if (head === "$Setup") this.field(this.#setting(name, where), second, where);
    else if (!GLOBALS.has(head))
      this.reasons.push(`${where} names "${[head, ...rest].join(".")}", which is not supported by the local org`);
  }

  /** A text with {!references} in it. */
  merged(text: string, where: string): void {
    for (const [, path = ""] of text.matchAll(/\{!([^}]+)\}/g)) this.reference(path, where);
  }

  target(name: string | null, where: string): void {
    if (name !== null && !this.#flow.elements.has(name))
      this.reasons.push(`${where} goes on at "${name}", which the flow does not have`);
  }

  logic({ conditions }: FlowLogic, where: string, object: ObjectSchema | null): void {
    for (const { left, operator, right } of conditions) {
      if (object) this.field(object, left, where);
      else this.reference(left, where);
      if (!FLOW_OPERATORS.has(operator))
        this.reasons.push(`${where} uses operator "${operator}", which is not supported by the local org`);
      this.value(right, where);
    }
  }

  element(element: FlowElement): void {
    const where = `flow element "${element.name}"`;
    this.target(element.next, where);
    if ("fault" in element) this.target(element.fault, where);
    switch (element.kind) {
      case "assignment":
        for (const { target, value } of element.items) {
          this.reference(target, where);
          if (target.startsWith("$Record."))
            this.#settable(this.object(this.#flow.object, where), target.slice(8), where);
          this.value(value, where);
        }
        return;
      case "decision":
        for (const { when, next } of element.outcomes) {
          this.logic(when, where, null);
          this.target(next, where);
        }
        return;
      case "customError":
        for (const { text } of element.messages) this.merged(text, where);
        return;
      case "lookup":
        this.logic(element.when, where, this.object(element.object, where));
        return;
      case "create":
      case "update":
        this.write(element, where);
    }
  }

  write(element: Extract<FlowElement, { kind: "create" | "update" }>, where: string): void {
    const object = this.object(element.object ?? this.#flow.object, where);
    for (const { field, value } of element.values) {
      this.field(object, field, where);
      this.#settable(object, field, where);
      this.value(value, where);
    }
    if (element.kind === "update" && element.object !== null) this.logic(element.when, where, object);
  }
}

/** What a flow names must exist: objects, fields, relationships, elements, resources. Returns all findings. */
export function checkFlow(flow: Flow, schema: Schema): Finding[] {
  const check = new FlowCheck(flow, schema);
  check.object(flow.object, "the flow's start");
  check.target(flow.first, "the flow's start");
  if (flow.entry && "conditions" in flow.entry) check.logic(flow.entry, "the flow's start", null);
  for (const element of flow.elements.values()) check.element(element);
  for (const [name, text] of flow.textTemplates) check.merged(text, `text template "${name}"`);
  return check.reasons.map((reason) => ({ file: flow.source.file, reason }));
}
