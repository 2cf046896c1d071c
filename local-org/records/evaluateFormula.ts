import type { Resolve } from "../flows/evaluateLogic.ts";
import type { CompiledFormula } from "../formulas/compileFormula.ts";
import type { FieldValue } from "../metadata/schema.ts";
import { resolvePath, type SaveScope } from "./pathResolver.ts";

/** Evaluates a formula on the record under way; a flow's own resources come from its interview. */
export function evaluateFormula(formula: CompiledFormula, scope: SaveScope, resolveResource?: Resolve): FieldValue {
  return formula.evaluate({
    record: (path) => resolvePath(scope, path),
    prior: (path) => resolvePath(scope, ["$Record__Prior", ...path]),
    global: (path) => resolvePath(scope, path),
    ...(resolveResource ? { variable: (path: readonly string[]) => resolveResource(path.join(".")) } : {}),
    isNew: scope.prior === null,
    now: new Date(scope.now),
    timeZone: scope.timeZone,
  });
}
