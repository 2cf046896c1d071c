import { compileFormula, type CompiledFormula } from "../formulas/compileFormula.ts";
import type { Finding } from "../metadata/metadataError.ts";
import type { Field, FieldValue, ObjectSchema, RecordValues, Schema } from "../metadata/schema.ts";
import { evaluateFormula } from "./evaluateFormula.ts";
import type { SaveScope } from "./pathResolver.ts";

/** What a formula field may look at: the record as it stands, and the clock. */
export type ReadScope = Omit<SaveScope, "prior" | "save" | "trace" | "object" | "record">;

const refuseSave = (): never => {
  throw new Error("a formula field saves nothing");
};

/** The formula fields of a package: nothing of them is stored, each reading computes them anew. */
export class FormulaFields {
  readonly #byObject = new Map<string, readonly (readonly [Field, CompiledFormula])[]>();

  /** Compiles them; what is wrong with one is added to the findings. */
  constructor(schema: Schema, findings: Finding[]) {
    for (const object of schema.objects.values()) {
      const own = [...object.fields.values()].filter((field) => field.formula !== null);
      const compiled = own.flatMap((field) => compiledOf(schema, object, field, findings));
      if (compiled.length > 0) this.#byObject.set(object.name, compiled);
    }
  }

  /** The record with its formula fields; the very record where its object has none. */
  withValues(object: ObjectSchema, record: RecordValues, scope: ReadScope): RecordValues {
    const formulas = this.#byObject.get(object.name);
    if (!formulas) return record;
    const whole = { ...scope, object, record, prior: record, save: refuseSave, trace: null };
    return {
      ...record,
      ...Object.fromEntries(formulas.map(([field, formula]) => [field.name, evaluateFormula(formula, whole)])),
    };
  }

  value(object: ObjectSchema, field: string, record: RecordValues, scope: ReadScope): FieldValue {
    return this.withValues(object, record, scope)[field] ?? null;
  }
}

function compiledOf(
  schema: Schema,
  object: ObjectSchema,
  field: Field,
  findings: Finding[],
): (readonly [Field, CompiledFormula])[] {
  try {
    const options = { schema, object, resultType: field.type, scale: field.scale };
    return [[field, compileFormula(field.formula!, options)]];
  } catch (error) {
    const reason = `formula field ${object.name}.${field.name}: ${(error as Error).message}`;
    findings.push({ file: field.source.file, reason });
    return [];
  }
}
