import { evaluateLogic } from "../flows/evaluateLogic.ts";
import type { Flow } from "../flows/flowModel.ts";
import { runFlow, type FlowHost } from "../flows/runFlow.ts";
import { compileFormula, type CompiledFormula } from "../formulas/compileFormula.ts";
import { resourcesOf, FLOW_DATA_TYPES } from "../flows/flowResources.ts";
import { evaluateFormula } from "./evaluateFormula.ts";
import type { PackageAutomation } from "./packageAutomation.ts";
import type { Finding } from "../metadata/metadataError.ts";
import type { FieldValue, ObjectSchema, RecordValues } from "../metadata/schema.ts";
import type { FlowRun } from "../trace/writeTrace.ts";
import { parseValue } from "./parseValue.ts";
import { resolvePath, type SaveScope } from "./pathResolver.ts";

/** Values that flows set are as strict as those of an API call: decimals are rounded, picklists checked. */
function typed(object: ObjectSchema, values: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = object.fields.get(name.toLowerCase());
      if (!field) throw new Error(`${object.name} has no field "${name}"`);
      return [field.name, parseValue(field, value)];
    }),
  );
}

function findRows(
  scope: SaveScope,
  objectName: string,
  hints: readonly { field: string; value: FieldValue }[],
): RecordValues[] {
  const object = scope.store.object(objectName);
  const table = scope.store.table(object);
  for (const { field: name, value } of hints) {
    const field = object.fields.get(name.toLowerCase());
    const isIndexed =
      field && (field.type === "id" || field.reference !== null || field.isUnique || field.isExternalId);
    if (isIndexed) return typeof value === "string" ? table.findBy(field, value) : [];
  }
  return table.all();
}

function isFor(flow: Flow, trigger: Flow["trigger"], scope: SaveScope): boolean {
  return flow.trigger === trigger && flow.object.toLowerCase() === scope.object.name.toLowerCase();
}

function traceHead({ name, trigger }: Flow): FlowRun {
  return { flow: name, trigger, started: true, path: [], error: null };
}

/** The record-triggered flows of a package: which run when, and what they may do. */
export class RecordFlows {
  readonly #flows: readonly Flow[];
  readonly #entries = new Map<Flow, CompiledFormula>();
  readonly #formulas = new Map<string, CompiledFormula>();
  /** Flows at work by record: a flow's own write to its record does not start it again. */
  readonly #running = new Set<string>();

  constructor({ schema, flows, customPermissions }: PackageAutomation, findings: Finding[]) {
    this.#flows = flows;
    for (const flow of flows) {
      const object = schema.objects.get(flow.object.toLowerCase());
      if (!object) continue;
      const names = { schema, object, customPermissions, extraVariables: resourcesOf(flow, schema) };
      const attempt = (what: string, compile: () => void): void => {
        try {
          compile();
        } catch (error) {
          findings.push({ file: flow.source.file, reason: `${what}: ${(error as Error).message}` });
        }
      };
      const { entry } = flow;
      if (entry && "formula" in entry)
        attempt("formula of the flow's start, <filterFormula>", () =>
          this.#entries.set(flow, compileFormula(entry.formula, { ...names, resultType: "boolean" })),
        );
      for (const [name, { text, dataType, scale }] of flow.formulas)
        attempt(`formula "${name}"`, () => {
          const resultType = FLOW_DATA_TYPES[dataType] ?? "string";
          const options = { ...names, resultType, scale: dataType === "Number" ? scale : null };
          this.#formulas.set(`${flow.name}.${name}`, compileFormula(text, options));
        });
    }
  }

  #entryHolds(flow: Flow, scope: SaveScope): boolean {
    if (flow.entry === null) return true;
    if ("formula" in flow.entry) return evaluateFormula(this.#entries.get(flow)!, scope) === true;
    return evaluateLogic(flow.entry, (path) => resolvePath(scope, path.split(".")));
  }

  #applies(flow: Flow, trigger: Flow["trigger"], scope: SaveScope): boolean {
    if (!isFor(flow, trigger, scope)) return false;
    if (trigger === "beforeDelete") return this.#entryHolds(flow, scope);
    const isCreate = scope.prior === null;
    if (flow.on === (isCreate ? "update" : "create") || flow.on === "delete") return false;
    if (!this.#entryHolds(flow, scope)) return false;
    if (isCreate || !flow.isOnlyWhenChangedToMeet) return true;
    return !this.#entryHolds(flow, { ...scope, record: scope.prior });
  }

  #host(flow: Flow, scope: SaveScope): FlowHost {
    return {
      resolveGlobal: (path) => resolvePath(scope, path.split(".")),
      evaluateFormula: (name, resolve) => evaluateFormula(this.#formulas.get(`${flow.name}.${name}`)!, scope, resolve),
      find: (object, matches, hints) => findRows(scope, object, hints).filter(matches),
      create: (name, values) => {
        const object = scope.store.object(name);
        return scope.save(object, null, typed(object, values));
      },
      update: (name, id, values) => {
        const object = scope.store.object(name);
        scope.save(object, id, typed(object, values));
      },
      setRecordField: (name, value) => Object.assign(scope.record, typed(scope.object, { [name]: value })),
    };
  }

  /** Runs the flows of that trigger on the record, in their order. */
  run(trigger: Flow["trigger"], scope: SaveScope): void {
    for (const flow of this.#flows) {
      const key = `${flow.name}:${String(scope.record["Id"])}`;
      if (this.#running.has(key)) continue;
      if (this.#applies(flow, trigger, scope)) this.#runOne(flow, key, scope);
      else if (isFor(flow, trigger, scope)) scope.trace?.flow({ ...traceHead(flow), started: false });
    }
  }

  #runOne(flow: Flow, key: string, scope: SaveScope): void {
    const path: string[] = [];
    const host = this.#host(flow, scope);
    const visited = scope.trace ? (step: string): unknown => path.push(step) : undefined;
    this.#running.add(key);
    try {
      runFlow(flow, visited ? { ...host, visited } : host);
      scope.trace?.flow({ ...traceHead(flow), path });
    } catch (error) {
      scope.trace?.flow({ ...traceHead(flow), path, error: (error as Error).message });
      throw error;
    } finally {
      this.#running.delete(key);
      if (flow.trigger === "beforeSave") scope.trace?.changedBy(`flow ${flow.name}`, scope.record);
    }
  }
}
