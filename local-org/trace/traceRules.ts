import type { CompiledFormula } from "../formulas/compileFormula.ts";
import type { FieldValue } from "../metadata/schema.ts";
import { resolvePath, type SaveScope } from "../records/pathResolver.ts";

/** Every value that a formula may look at: of the record as it is to be, as it was, and of the platform's globals. */
export function valuesOf(formula: CompiledFormula, scope: SaveScope): Record<string, FieldValue> {
  const read = (name: string, path: readonly string[]): [string, FieldValue] => [name, resolvePath(scope, path)];
  const entries = [
    ...formula.references.map((path) => read(path.join("."), path)),
    ...formula.globals.map((path) => read(path.join("."), path)),
    ...(formula.usesPrior && scope.prior
      ? formula.references.map((path) => read(`PRIORVALUE(${path.join(".")})`, ["$Prior", ...path]))
      : []),
  ];
  return Object.fromEntries(entries);
}
