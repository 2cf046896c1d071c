import type { FieldValue, RecordValues } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { evaluateLogic, type Resolve, valueOf } from "./evaluateLogic.ts";
import type { Flow, FlowElement, FieldAssignment } from "./flowModel.ts";

/** What a running flow may ask of the org. Flows run in system context: no permissions are checked. */
export interface FlowHost {
  /** Resolves `$Record…`, `$Record__Prior…`, `$User…`, `$Permission…`, `$Flow…` and the like. */
  readonly resolveGlobal: Resolve;
  /** Evaluates a formula of the flow; inside, references resolve like everywhere else in it. */
  readonly evaluateFormula: (name: string, resolve: Resolve) => FieldValue;
  readonly find: (
    object: string,
    matches: (record: RecordValues) => boolean,
    hints: readonly { field: string; value: FieldValue }[],
  ) => RecordValues[];
  readonly create: (object: string, values: RecordValues) => string;
  readonly update: (object: string, id: string, values: RecordValues) => void;
  /** Told of each element as it runs, and of the way that a decision or a fault took. */
  readonly visited?: (step: string) => void;
  /** Sets a field of the record that triggered a before-save flow. */
  readonly setRecordField: (field: string, value: FieldValue) => void;
}

/** A flow that went on this long goes round in circles. */
const MOST_STEPS = 2000;
const FAULT_MESSAGE = "$Flow.FaultMessage";

class Interview {
  readonly #flow: Flow;
  readonly #host: FlowHost;
  readonly #values = new Map<string, FieldValue>();
  readonly #records = new Map<string, RecordValues | null>();

  constructor(flow: Flow, host: FlowHost) {
    this.#flow = flow;
    this.#host = host;
    for (const [name, variable] of flow.variables) this.#values.set(name, valueOf(variable.initial, this.resolve));
  }

  readonly resolve: Resolve = (path) => {
    if (path === FAULT_MESSAGE) return this.#values.get(FAULT_MESSAGE) ?? null;
    if (path.startsWith("$")) return this.#host.resolveGlobal(path);
    const [name = "", field] = path.split(".");
    if (this.#records.has(name)) {
      const record = this.#records.get(name);
      if (!record) return null;
      return field === undefined ? true : (record[field] ?? null);
    }
    if (this.#flow.formulas.has(name)) return this.#host.evaluateFormula(name, this.resolve);
    if (this.#flow.constants.has(name)) return this.#flow.constants.get(name)!;
    if (this.#values.has(name)) return this.#values.get(name)!;
    const template = this.#flow.textTemplates.get(name);
    if (template !== undefined) return this.merge(template);
    if (this.#flow.elements.has(name)) return null;
    throw new Error(`flow ${this.#flow.name} refers to "${path}", which it does not have`);
  };

  /** Puts values into a text that holds {!references}. */
  merge(text: string): string {
    return text.replace(/\{!([^}]+)\}/g, (_all, path: string) => String(this.resolve(path) ?? ""));
  }

  #assigned(assignments: readonly FieldAssignment[]): RecordValues {
    return Object.fromEntries(assignments.map(({ field, value }) => [field, valueOf(value, this.resolve)]));
  }

  #assign(element: Extract<FlowElement, { kind: "assignment" }>): void {
    for (const { target, operator, value } of element.items) {
      if (operator !== "Assign") throw new Error(`assignment operator "${operator}" is not supported by the local org`);
      const assigned = valueOf(value, this.resolve);
      if (target.startsWith("$Record.")) this.#host.setRecordField(target.slice("$Record.".length), assigned);
      else this.#values.set(target, assigned);
    }
  }

  #find(object: string, when: Extract<FlowElement, { kind: "lookup" }>["when"]): RecordValues[] {
    const hints =
      when.logic === "and"
        ? when.conditions
            .filter((c) => c.operator === "EqualTo")
            .map((c) => ({ field: c.left, value: valueOf(c.right, this.resolve) }))
        : [];
    const conditions = when.conditions.map((c) => ({
      ...c,
      left: `row.${c.left}`,
      right: { kind: "literal" as const, value: valueOf(c.right, this.resolve) },
    }));
    const matches = (row: RecordValues): boolean =>
      evaluateLogic({ logic: when.logic, conditions }, (path) => row[path.slice("row.".length)] ?? null);
    return this.#host.find(object, matches, hints);
  }

  #lookUp(element: Extract<FlowElement, { kind: "lookup" }>): void {
    const rows = this.#find(element.object, element.when);
    const { sortField } = element;
    if (sortField) {
      const direction = element.isDescending ? -1 : 1;
      rows.sort((a, b) => (String(a[sortField] ?? "") < String(b[sortField] ?? "") ? -direction : direction));
    }
    this.#records.set(element.name, rows[0] ?? null);
  }

  #update(element: Extract<FlowElement, { kind: "update" }>): void {
    const values = this.#assigned(element.values);
    if (element.recordPath === "$Record" || element.object === null) {
      this.#host.update(this.#flow.object, String(this.#host.resolveGlobal("$Record.Id")), values);
      return;
    }
    for (const row of this.#find(element.object, element.when))
      this.#host.update(element.object, String(row["Id"]), values);
  }

  #refuse(element: Extract<FlowElement, { kind: "customError" }>): never {
    const [first] = element.messages;
    const field = first?.field;
    throw new SalesforceError("FIELD_CUSTOM_VALIDATION_EXCEPTION", this.merge(first?.text ?? "The save was refused."), {
      fields: field ? [field] : [],
    });
  }

  #perform(element: FlowElement): string | null {
    switch (element.kind) {
      case "assignment":
        this.#assign(element);
        return element.next;
      case "decision": {
        const taken = element.outcomes.find((outcome) => evaluateLogic(outcome.when, this.resolve)) ?? null;
        this.#host.visited?.(`${element.name}: ${taken?.name ?? "default"}`);
        return (taken ?? element).next;
      }
      case "lookup":
        this.#lookUp(element);
        return element.next;
      case "create":
        this.#values.set(element.name, this.#host.create(element.object, this.#assigned(element.values)));
        return element.next;
      case "update":
        this.#update(element);
        return element.next;
      case "customError":
        return this.#refuse(element);
    }
  }

  /** A data element that fails goes on at its fault path; without one the save is refused. */
  #step(element: FlowElement): string | null {
    const fault = "fault" in element ? element.fault : null;
    if (element.kind !== "decision") this.#host.visited?.(element.name);
    try {
      return this.#perform(element);
    } catch (error) {
      if (fault === null || !(error instanceof SalesforceError)) throw error;
      this.#host.visited?.(`${element.name}: fault, ${error.message}`);
      this.#values.set(FAULT_MESSAGE, error.message);
      return fault;
    }
  }

  run(): void {
    let next = this.#flow.first;
    for (let steps = 0; next !== null; steps += 1) {
      const element = this.#flow.elements.get(next);
      if (!element) throw new Error(`flow ${this.#flow.name} goes on at "${next}", which it does not have`);
      if (steps > MOST_STEPS) throw new Error(`flow ${this.#flow.name} does not end`);
      next = this.#step(element);
    }
  }
}

/** Runs one flow for one record. Custom errors leave as FIELD_CUSTOM_VALIDATION_EXCEPTION, other faults as CANNOT_EXECUTE_FLOW_TRIGGER. */
export function runFlow(flow: Flow, host: FlowHost): void {
  try {
    new Interview(flow, host).run();
  } catch (error) {
    if (error instanceof SalesforceError && error.errorCode === "FIELD_CUSTOM_VALIDATION_EXCEPTION") throw error;
    throw new SalesforceError(
      "CANNOT_EXECUTE_FLOW_TRIGGER",
      `We can't save this record because the “${flow.name}” process failed. ${(error as Error).message}`,
    );
  }
}
