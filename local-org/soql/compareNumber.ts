import type { Operator } from "./ast.ts";
import type { SqlParameters } from "./compileExpression.ts";

const MAX_INT64 = 2n ** 63n - 1n;

interface Scaled {
  /** Greatest integer not above the number times 10^scale. */
  readonly floor: bigint;
  readonly isExact: boolean;
}

function scaled(text: string, scale: number): Scaled {
  const isNegative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const kept = fraction.slice(0, scale).padEnd(scale, "0");
  const isExact = /^0*$/.test(fraction.slice(scale));
  const magnitude = BigInt((whole || "0") + kept);
  if (!isNegative) return { floor: magnitude, isExact };
  return { floor: isExact ? -magnitude : -magnitude - 1n, isExact };
}

function clamp(value: bigint): bigint {
  if (value > MAX_INT64) return MAX_INT64;
  return value < -MAX_INT64 ? -MAX_INT64 : value;
}

/**
 * Compares a column of scaled integers with a literal that may have more decimals than the column:
 * on scale 2, `> 1.005` is `> 100` and `= 1.005` is never true.
 */
export function compareNumber(
  column: string,
  operator: Operator,
  text: string,
  scale: number,
  parameters: SqlParameters,
): string {
  const { floor, isExact } = scaled(text, scale);
  const bound = clamp(floor);
  const isReachable = isExact && bound === floor;
  if (operator === "=") return isReachable ? `${column} = ${parameters.add(bound)}` : "0";
  if (operator === "!=") return isReachable ? `${column} IS NOT ${parameters.add(bound)}` : "1";
  // Between two integers, "less than" means "at most the lower one".
  if (operator === "<" && !isExact) return `${column} <= ${parameters.add(bound)}`;
  if (operator === ">=" && !isExact) return `${column} > ${parameters.add(bound)}`;
  return `${column} ${operator} ${parameters.add(bound)}`;
}
