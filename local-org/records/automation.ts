import { compileFormula, type CompiledFormula } from "../formulas/compileFormula.ts";
import type { Flow } from "../flows/flowModel.ts";
import { type Finding, MetadataError } from "../metadata/metadataError.ts";
import type { Field, FieldValue, ObjectSchema, Schema } from "../metadata/schema.ts";
import { SalesforceError } from "../salesforceError.ts";
import { valuesOf } from "../trace/traceRules.ts";
import { evaluateFormula } from "./evaluateFormula.ts";
import { FormulaFields } from "./formulaFields.ts";
import type { PackageAutomation } from "./packageAutomation.ts";
import { RecordFlows } from "./recordFlows.ts";
import { emptyRollUp, RollUps } from "./rollUps.ts";
import type { SaveScope } from "./pathResolver.ts";

interface CompiledRule {
  readonly name: string;
  readonly message: string;
  readonly errorField: string | null;
  readonly formula: CompiledFormula;
}

function isViolated({ name, message, formula }: CompiledRule, scope: SaveScope): boolean {
  const violated = evaluateFormula(formula, scope) === true;
  scope.trace?.rule({
    rule: name,
    formula: formula.text,
    isViolated: violated,
    message,
    values: valuesOf(formula, scope),
  });
  return violated;
}

function faultOf({ message, errorField }: CompiledRule, others: readonly CompiledRule[] = []): SalesforceError {
  const more = others.map((rule) => faultOf(rule));
  return new SalesforceError("FIELD_CUSTOM_VALIDATION_EXCEPTION", message, {
    fields: errorField === null ? [] : [errorField],
    more,
  });
}

/** What the package does on its own when a record is saved: defaults, validation rules, flows. */
export class Automation {
  readonly #rules = new Map<string, readonly CompiledRule[]>();
  readonly #defaults = new Map<Field, CompiledFormula>();
  readonly #flows: RecordFlows;
  /** What masters say of their details. */
  readonly rollUps: RollUps;
  /** What is computed when a record is read. */
  readonly formulaFields: FormulaFields;

  /** Compiles every formula of the package. Throws a MetadataError that names the files of those that are wrong. */
  constructor({ schema, flows, customPermissions }: PackageAutomation) {
    const findings: Finding[] = [];
    const attempt = <T>(file: string, what: string, work: () => T): T | null => {
      try {
        return work();
      } catch (error) {
        findings.push({ file, reason: `${what}: ${(error as Error).message}` });
        return null;
      }
    };
    for (const object of schema.objects.values()) {
      const rules = object.validationRules.map((rule) => {
        const formula = attempt(rule.source.file, `formula of ${object.name}.${rule.name}`, () =>
          compileFormula(rule.formula, { schema, object, customPermissions, resultType: "boolean" }),
        );
        return formula && { name: rule.name, message: rule.message, errorField: rule.errorField, formula };
      });
      this.#rules.set(
        object.name,
        rules.filter((rule) => rule !== null),
      );
      for (const field of object.fields.values()) this.#compileDefault(schema, object, field, attempt);
    }
    this.formulaFields = new FormulaFields(schema, findings);
    this.rollUps = new RollUps(schema, findings);
    this.#flows = new RecordFlows({ schema, flows, customPermissions }, findings);
    if (findings.length > 0) throw new MetadataError(findings);
  }

  #compileDefault(
    schema: Schema,
    object: ObjectSchema,
    field: Field,
    attempt: <T>(file: string, what: string, work: () => T) => T | null,
  ): void {
    if (field.defaultValue === null || field.type === "boolean") return;
    const formula = attempt(field.source.file, `default of ${object.name}.${field.name}`, () =>
      compileFormula(field.defaultValue!, { schema, object, resultType: field.type }),
    );
    if (formula) this.#defaults.set(field, formula);
  }

  /** The value that a field has where nobody sets it on create. */
  defaultValue(field: Field, scope: SaveScope): FieldValue {
    if (field.summary) return emptyRollUp(field);
    if (field.type === "boolean") return field.defaultValue === "true";
    const formula = this.#defaults.get(field);
    if (formula) return evaluateFormula(formula, scope);
    return field.picklist?.find((item) => item.isDefault)?.value ?? null;
  }

  /** Refuses a record that validation rules of its object find fault with: all are tried, and all that do are told. */
  checkValidationRules(scope: SaveScope): void {
    const failed = (this.#rules.get(scope.object.name) ?? []).filter((rule) => isViolated(rule, scope));
    const [first, ...more] = failed;
    if (first) throw faultOf(first, more);
  }

  /** Runs the flows of that trigger on the record, in their order. */
  runFlows(trigger: Flow["trigger"], scope: SaveScope): void {
    this.#flows.run(trigger, scope);
  }
}
