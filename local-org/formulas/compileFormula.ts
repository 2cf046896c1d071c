import * as sformula from "sformula";
import type { FieldType, FieldValue } from "../metadata/schema.ts";
import { compileExpression, RUNNABLE_FUNCTIONS, type Compute, type ExpressionNode } from "./compileExpression.ts";
import { FormulaError } from "./formulaError.ts";
import type { FormulaMoment } from "./formulaFunction.ts";
import { extraFunctionTypes, typeFor, type FormulaResultType } from "./formulaTypes.ts";
import { fromValue, toValue, type Value } from "./formulaValue.ts";
import type { FormulaVariable } from "./formulaVariable.ts";
import type { NameSpace } from "./resolveName.ts";
import { rewriteFormula } from "./rewriteFormula.ts";

export interface FormulaOptions extends NameSpace {
  /** Null where any type will do. */
  readonly resultType: FieldType | null;
  /** Decimals of a number's result; null = all of them. */
  readonly scale?: number | null;
  /** A field's "treat blank fields as zeroes". */
  readonly blankAsZero?: boolean;
}

/** What a formula sees while it runs. All paths are in the schema's spelling. */
export interface FormulaScope extends FormulaMoment {
  /** A value of the record or of a parent: `["Account", "Name"]`. */
  record(path: readonly string[]): FieldValue | undefined;
  /** The record before this save; on a new record its own values. */
  prior?(path: readonly string[]): FieldValue | undefined;
  /** `["$User", "Id"]`, `["$CustomMetadata", "Type__mdt", "Row", "Field__c"]`, `["$Permission", "Name"]` ... */
  global?(path: readonly string[]): FieldValue | undefined;
  /** A flow's variable. */
  variable?(path: readonly string[]): FieldValue | undefined;
  readonly isNew?: boolean;
  readonly isClone?: boolean;
}

export interface CompiledFormula {
  readonly text: string;
  /** Record paths that it reads, now or as they were before: what to load first. */
  readonly references: readonly (readonly string[])[];
  /** `$User`, `$CustomMetadata` and the like. */
  readonly globals: readonly (readonly string[])[];
  readonly variables: readonly (readonly string[])[];
  /** True where it asks what the record was before. */
  readonly usesPrior: boolean;
  evaluate(scope: FormulaScope): FieldValue;
}

const MESSAGES: readonly [RegExp, string][] = [
  [/^expected a (.*) type value, but '(.*)' type found/, "Incorrect parameter type: expected $1, received '$2'"],
  [
    /^arguments num for the call is not valid \(expected (.*), found (.*)\)/,
    "Incorrect number of parameters: expected $1, received $2",
  ],
];

/** The engine's complaint in the platform's manner, with our variables called by their names. */
function explain(error: unknown, variables: readonly FormulaVariable[], text: string): FormulaError {
  let message = error instanceof Error ? error.message : String(error);
  for (const [pattern, words] of MESSAGES) message = message.replace(pattern, words);
  message = message.replace(/\bv(\d+)\b/g, (name, index) => variables[Number(index)]?.path.join(".") ?? name);
  return new FormulaError(message, text);
}

function parse(
  text: string,
  variables: readonly FormulaVariable[],
  options: FormulaOptions,
): { expression: ExpressionNode; type: string } {
  const inputTypes: Record<string, unknown> = { ...extraFunctionTypes };
  variables.forEach((variable, index) => {
    inputTypes[`v${index}`] = { type: typeFor(variable.type) };
  });
  const resultType = options.resultType && typeFor(options.resultType, true);
  const { compiled } = sformula.parseSync(text, {
    inputTypes: inputTypes as NonNullable<sformula.SyncParseOptions["inputTypes"]>,
    blankAsZero: options.blankAsZero ?? false,
    ...(resultType ? { returnType: resultType as FormulaResultType } : {}),
  });
  return { expression: compiled.expression as unknown as ExpressionNode, type: resultType ?? compiled.calculatedType };
}

/** ISCHANGED: on a new record nothing has changed. */
function isChanged(scope: FormulaScope, path: readonly string[]): boolean {
  if (scope.isNew || !scope.prior) return false;
  return (scope.record(path) ?? null) !== (scope.prior(path) ?? null);
}

function read(scope: FormulaScope, { source, path, type }: FormulaVariable): Value {
  switch (source) {
    case "record":
      return toValue(scope.record(path), type);
    case "prior":
      return toValue(scope.prior && !scope.isNew ? scope.prior(path) : scope.record(path), type);
    case "global":
      return toValue(scope.global?.(path), type);
    case "variable":
      return toValue(scope.variable?.(path), type);
    case "isChanged":
      return isChanged(scope, path);
    case "isNew":
      return scope.isNew === true;
    case "isClone":
      return scope.isClone === true;
    case "text":
      return path[0]!;
  }
}

function pathsOf(variables: readonly FormulaVariable[], ...sources: FormulaVariable["source"][]): string[][] {
  const paths = new Map<string, string[]>();
  for (const { source, path } of variables) if (sources.includes(source)) paths.set(path.join("."), [...path]);
  return [...paths.values()];
}

/** $Flow.CurrentDate and CurrentDateTime are the moment's own. */
function withMoment(variable: FormulaVariable): Compute | null {
  if (variable.source !== "global" || variable.path[0] !== "$Flow") return null;
  const name = variable.path[1] === "CurrentDate" ? "TODAY" : "NOW";
  return compileExpression({ type: "CallExpression", callee: { type: "Identifier", name }, arguments: [] });
}

/** Compiles a formula once; throws a FormulaError that says what is wrong with it. */
export function compileFormula(text: string, options: FormulaOptions): CompiledFormula {
  const { text: rewritten, variables } = rewriteFormula(text, options, RUNNABLE_FUNCTIONS);
  let compute: Compute;
  let type: string;
  try {
    const parsed = parse(rewritten, variables, options);
    compute = compileExpression(parsed.expression);
    type = parsed.type;
  } catch (error) {
    throw explain(error, variables, text);
  }
  const moments = variables.map(withMoment);
  const scale = options.scale ?? null;
  return {
    text,
    references: pathsOf(variables, "record", "prior", "isChanged"),
    globals: pathsOf(variables, "global").filter(([root]) => root !== "$Flow"),
    variables: pathsOf(variables, "variable"),
    usesPrior: variables.some(({ source }) => source === "prior" || source === "isChanged"),
    evaluate(scope) {
      const { now, timeZone } = scope;
      const frame = {
        now,
        timeZone,
        valueOf: (index: number): Value => moments[index]?.(frame) ?? read(scope, variables[index]!),
      };
      return fromValue(compute(frame), type, scale);
    },
  };
}
