import type { FieldValue } from "../metadata/schema.ts";
import { dateFunctions as momentFunctions } from "./dateFunctions.ts";
import type { FormulaMoment } from "./formulaFunction.ts";
import { toValue, type Value } from "./formulaValue.ts";
import type { FormulaVariable } from "./formulaVariable.ts";

/** What a formula sees while it runs. All paths are in the schema's spelling. */
export interface FormulaScope extends FormulaMoment {
  /** A value of the record or of a parent: `["Account", "Name"]`. */
  record(path: readonly string[]): FieldValue | undefined;
  /** A value of the record as it was before this save. Not asked for on a new record. */
  prior?(path: readonly string[]): FieldValue | undefined;
  /** `["$User", "Id"]`, `["$CustomMetadata", "Type__mdt", "Row", "Field__c"]`, `["$Setup", "Settings__c", "Limit__c"]`, `["$Permission", "Name"]`, `["$Label", "Name"]`. */
  global?(path: readonly string[]): FieldValue | undefined;
  /** A flow's own resource: `["Total"]`, `["Get_Account", "Name"]`. */
  variable?(path: readonly string[]): FieldValue | undefined;
  readonly isNew?: boolean;
  readonly isClone?: boolean;
}

/** Compared as values, because two spellings of one number are no change. On a new record nothing has changed. */
function isChanged(scope: FormulaScope, { path, fieldType = "string" }: FormulaVariable): boolean {
  if (scope.isNew || !scope.prior) return false;
  return String(toValue(scope.record(path), fieldType)) !== String(toValue(scope.prior(path), fieldType));
}

/** PRIORVALUE() of a new record is its value; $Record__Prior is empty then. */
function readPrior(scope: FormulaScope, path: readonly string[], isFunction: boolean): FieldValue | undefined {
  if (scope.isNew || !scope.prior) return isFunction ? scope.record(path) : null;
  return scope.prior(path);
}

/** The value of one of a formula's variables. */
export function readVariable(scope: FormulaScope, { source, path, type, ...rest }: FormulaVariable): Value {
  switch (source) {
    case "record":
      return toValue(scope.record(path), type);
    case "prior":
    case "priorRecord":
      return toValue(readPrior(scope, path, source === "prior"), type);
    case "global":
      return toValue(scope.global?.(path), type);
    // $Flow.CurrentDate and $Flow.CurrentDateTime.
    case "moment":
      return momentFunctions[type === "date" ? "TODAY" : "NOW"]!([], scope);
    case "variable":
      return toValue(scope.variable?.(path), type);
    case "isChanged":
      return isChanged(scope, { source, path, type, ...rest });
    case "isNew":
      return scope.isNew === true;
    case "isClone":
      return scope.isClone === true;
    case "text":
      return path[0]!;
  }
}
