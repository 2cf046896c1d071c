import * as sformula from "sformula";
import type { FieldType, FieldValue } from "../metadata/schema.ts";
import { toId18 } from "../records/recordId.ts";
import {
  compileExpression,
  RUNNABLE_FUNCTIONS,
  type Compute,
  type ExpressionNode,
  type Frame,
} from "./compileExpression.ts";
import { FormulaError } from "./formulaError.ts";
import { extraFunctionTypes, resultTypeFor, typeFor, type FormulaResultType } from "./formulaTypes.ts";
import { fromValue, type Value } from "./formulaValue.ts";
import type { FormulaVariable } from "./formulaVariable.ts";
import { readVariable, type FormulaScope } from "./readVariable.ts";
import type { NameSpace } from "./resolveName.ts";
import { rewriteFormula } from "./rewriteFormula.ts";

export type { FormulaScope } from "./readVariable.ts";

export interface FormulaOptions extends NameSpace {
  /** Null where any type will do. */
  readonly resultType: FieldType | null;
  /** Decimals of a number's result; null = all of them. */
  readonly scale?: number | null;
  /** A field's "treat blank fields as zeroes". */
  readonly blankAsZero?: boolean;
}

export interface CompiledFormula {
  readonly text: string;
  /** Record paths that it reads, now or as they were before: what to load first. */
  readonly references: readonly (readonly string[])[];
  /** `$User`, `$CustomMetadata` and the like. */
  readonly globals: readonly (readonly string[])[];
  /** A flow's own resources. */
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

interface Parsed {
  readonly compute: Compute;
  /** The engine's name of the result's type. */
  readonly type: string;
}

function parse(text: string, variables: readonly FormulaVariable[], options: FormulaOptions): Parsed {
  const inputTypes: Record<string, unknown> = { ...extraFunctionTypes };
  // Flows, which alone have resources of their own, see ids with 18 characters; other formulas cut them to 15.
  const isFlow = options.extraVariables !== undefined;
  variables.forEach((variable, index) => {
    inputTypes[`v${index}`] = { type: typeFor(variable.type, isFlow) };
  });
  const resultType = options.resultType && resultTypeFor(options.resultType);
  const { compiled } = sformula.parseSync(text, {
    inputTypes: inputTypes as NonNullable<sformula.SyncParseOptions["inputTypes"]>,
    blankAsZero: options.blankAsZero ?? false,
    ...(resultType ? { returnType: resultType as FormulaResultType } : {}),
  });
  const compute = compileExpression(compiled.expression as unknown as ExpressionNode);
  return { compute, type: resultType ?? compiled.calculatedType };
}

function pathsOf(variables: readonly FormulaVariable[], ...sources: FormulaVariable["source"][]): string[][] {
  const paths = new Map<string, string[]>();
  for (const { source, path } of variables) if (sources.includes(source)) paths.set(path.join("."), [...path]);
  return [...paths.values()];
}

const PRIOR_SOURCES = ["prior", "priorRecord", "isChanged"] as const;

function describe(text: string, variables: readonly FormulaVariable[]): Omit<CompiledFormula, "evaluate"> {
  return {
    text,
    references: pathsOf(variables, "record", ...PRIOR_SOURCES),
    globals: pathsOf(variables, "global"),
    variables: pathsOf(variables, "variable"),
    usesPrior: pathsOf(variables, ...PRIOR_SOURCES).length > 0,
  };
}

/** Compiles a formula once; throws a FormulaError that says what is wrong with it. */
export function compileFormula(text: string, options: FormulaOptions): CompiledFormula {
  const { text: rewritten, variables } = rewriteFormula(text, options, RUNNABLE_FUNCTIONS);
  let parsed: Parsed;
  try {
    parsed = parse(rewritten, variables, options);
  } catch (error) {
    throw explain(error, variables, text);
  }
  const { compute, type } = parsed;
  const isReference = options.resultType === "id" || options.resultType === "reference";
  return {
    ...describe(text, variables),
    evaluate(scope) {
      const frame: Frame = {
        now: scope.now,
        timeZone: scope.timeZone,
        valueOf: (index): Value => readVariable(scope, variables[index]!),
      };
      const value = fromValue(compute(frame), type, options.scale ?? null);
      return isReference && typeof value === "string" ? toId18(value) : value;
    },
  };
}
