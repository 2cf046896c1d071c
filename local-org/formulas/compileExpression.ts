import { dateFunctions } from "./dateFunctions.ts";
import type { FormulaFunctions, FormulaMoment } from "./formulaFunction.ts";
import { asNumber, FormulaNumber, settled, type Value } from "./formulaValue.ts";
import { numberFunctions } from "./numberFunctions.ts";
import { textFunctions } from "./textFunctions.ts";

/** The engine's tree after its type check: only these nodes are left. */
export interface ExpressionNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly raw?: string;
  readonly callee?: ExpressionNode;
  readonly arguments?: readonly ExpressionNode[];
  readonly elements?: readonly ExpressionNode[];
}

export interface Frame extends FormulaMoment {
  /** The value of the variable with that number. */
  readonly valueOf: (variable: number) => Value;
}

export type Compute = (frame: Frame) => Value;

const FUNCTIONS: FormulaFunctions = { ...numberFunctions, ...textFunctions, ...dateFunctions };

function isBlank(value: Value): boolean {
  return value === null || value === "";
}

function isSame(left: Value, right: Value): boolean {
  const number = asNumber(left);
  const other = asNumber(right);
  if (number && other) return settled(number).eq(settled(other));
  return left === right || (isBlank(left) && isBlank(right));
}

/** CASE: the first value that equals the subject decides. */
function compileCase(args: readonly Compute[]): Compute {
  const [subject, ...rest] = args;
  return (frame) => {
    const value = subject!(frame);
    for (let index = 0; index + 1 < rest.length; index += 2) {
      if (isSame(rest[index]!(frame), value)) return rest[index + 1]!(frame);
    }
    return rest.at(-1)!(frame);
  };
}

/** Stops at the first argument that decides; a blank one leaves the answer open. */
function compileJunction(args: readonly Compute[], decisive: boolean): Compute {
  return (frame) => {
    let answer: Value = !decisive;
    for (const arg of args) {
      const value = arg(frame);
      if (value === decisive) return decisive;
      if (value === null) answer = null;
    }
    return answer;
  };
}

type LazyFunction = (args: readonly Compute[]) => Compute;

/** Functions that do not compute all their arguments. */
const LAZY: Readonly<Record<string, LazyFunction>> = {
  AND: (args) => compileJunction(args, false),
  OR: (args) => compileJunction(args, true),
  NOT:
    ([arg]) =>
    (frame) => {
      const value = arg!(frame);
      return value === null ? null : value !== true;
    },
  IF:
    ([test, yes, no]) =>
    (frame) =>
      test!(frame) === true ? yes!(frame) : no!(frame),
  CASE: compileCase,
  NULLVALUE:
    ([arg, other]) =>
    (frame) =>
      arg!(frame) ?? other!(frame),
  BLANKVALUE:
    ([arg, other]) =>
    (frame) => {
      const value = arg!(frame);
      return isBlank(value) ? other!(frame) : value;
    },
  ISNULL:
    ([arg]) =>
    (frame) =>
      arg!(frame) === null,
  ISBLANK:
    ([arg]) =>
    (frame) =>
      isBlank(arg!(frame)),
  $$EQ_BOOLEAN$$:
    ([left, right]) =>
    (frame) =>
      left!(frame) === right!(frame),
  $$NEQ_BOOLEAN$$:
    ([left, right]) =>
    (frame) =>
      left!(frame) !== right!(frame),
};

/** Functions that run here, in capitals. */
export const RUNNABLE_FUNCTIONS: ReadonlySet<string> = new Set(
  [...Object.keys(FUNCTIONS), ...Object.keys(LAZY)].filter((name) => !name.startsWith("$$")),
);

function compileLiteral({ value, raw }: ExpressionNode): Compute {
  // The text, because the engine's own number has lost what goes beyond 15 digits.
  const literal: Value =
    typeof value === "number" ? new FormulaNumber(raw ?? String(value)) : (value as string | boolean | null);
  return () => literal;
}

function compileCall(node: ExpressionNode): Compute {
  const name = node.callee?.name ?? "";
  // TEXT gets its argument as [value, type].
  const args = (node.arguments ?? []).flatMap((arg) => (arg.type === "ArrayExpression" ? (arg.elements ?? []) : [arg]));
  const computes = args.map(compileExpression);
  const lazy = LAZY[name];
  if (lazy) return lazy(computes);
  const run = FUNCTIONS[name];
  if (!run) throw new RangeError(`Function ${name} is not supported by the local org`);
  return (frame) =>
    run(
      computes.map((compute) => compute(frame)),
      frame,
    );
}

/** The checked tree as a function. Replaces the engine's own evaluation, which rounds and asks the machine's clock. */
export function compileExpression(node: ExpressionNode): Compute {
  switch (node.type) {
    case "Literal":
      return compileLiteral(node);
    case "Identifier": {
      const index = Number((node.name ?? "").slice(1));
      return (frame) => frame.valueOf(index);
    }
    case "CallExpression":
      return compileCall(node);
    default:
      throw new RangeError(`${node.type} is not supported by the local org`);
  }
}
