import { Decimal } from "decimal.js";
import { FormulaEvaluationError } from "./formulaError.ts";
import type { FormulaFunction, FormulaFunctions } from "./formulaFunction.ts";
import { asNumber, FormulaNumber, settled, type Value } from "./formulaValue.ts";

type NumberFunction = (...numbers: Decimal[]) => Value;

/** Arithmetic keeps its spare digits. It is blank where an argument is blank. */
function arithmetic(compute: NumberFunction): FormulaFunction {
  return (args) => {
    const numbers: Decimal[] = [];
    for (const arg of args) {
      const number = asNumber(arg);
      if (number === null) return null;
      numbers.push(number);
    }
    return compute(...numbers);
  };
}

/** What looks at a number's digits must not see the spare ones. */
function ofNumbers(compute: NumberFunction): FormulaFunction {
  return arithmetic((...numbers) => compute(...numbers.map(settled)));
}

/** Equality has two values: nothing equals nothing, and nothing else. */
function equal(args: readonly Value[]): boolean {
  const left = asNumber(args[0]);
  const right = asNumber(args[1]);
  return left === null || right === null ? left === right : settled(left).eq(settled(right));
}

const MAX_EXPONENT = 1000;

// Unbounded, a power can run for minutes.
function power(base: Decimal, exponent: Decimal): Value {
  if (exponent.abs().gt(MAX_EXPONENT))
    throw new FormulaEvaluationError(`exponents beyond ${MAX_EXPONENT} are not supported`);
  const result = base.pow(exponent);
  return result.isFinite() ? result : null;
}

function round(value: Decimal, places: number, mode: Decimal.Rounding): Decimal {
  const shift = new FormulaNumber(10).pow(places);
  return value.times(shift).toDecimalPlaces(0, mode).div(shift);
}

const finite = (value: Decimal): Value => (value.isFinite() ? value : null);

export const numberFunctions: FormulaFunctions = {
  $$ADD_NUMBER$$: arithmetic((a, b) => a.plus(b)),
  $$SUBTRACT_NUMBER$$: arithmetic((a, b) => a.minus(b)),
  $$MULTIPLY_NUMBER$$: arithmetic((a, b) => a.times(b)),
  // The platform shows #Error! for a division by zero; its API gives null.
  $$DIVIDE_NUMBER$$: arithmetic((a, b) => (b.isZero() ? null : a.div(b))),
  $$SHIFT_DECIMAL$$: arithmetic((a, b) => a.div(new FormulaNumber(10).pow(b))),
  $$POWER_NUMBER$$: ofNumbers((a, b) => power(a, b)),
  $$MINUS_NUMBER$$: arithmetic((a) => a.neg()),
  $$PLUS_NUMBER$$: arithmetic((a) => a),
  $$LT_NUMBER$$: ofNumbers((a, b) => a.lt(b)),
  $$LTE_NUMBER$$: ofNumbers((a, b) => a.lte(b)),
  $$GT_NUMBER$$: ofNumbers((a, b) => a.gt(b)),
  $$GTE_NUMBER$$: ofNumbers((a, b) => a.gte(b)),
  $$EQ_NUMBER$$: equal,
  $$NEQ_NUMBER$$: (args) => !equal(args),
  ABS: ofNumbers((a) => a.abs()),
  // Both look at the amount without its sign: https://help.salesforce.com/s/articleView?id=sf.customize_functions.htm
  CEILING: ofNumbers((a) => a.toDecimalPlaces(0, Decimal.ROUND_UP)),
  FLOOR: ofNumbers((a) => a.toDecimalPlaces(0, Decimal.ROUND_DOWN)),
  MCEILING: ofNumbers((a) => a.ceil()),
  MFLOOR: ofNumbers((a) => a.floor()),
  ROUND: ofNumbers((a, places) => round(a, places.trunc().toNumber(), Decimal.ROUND_HALF_UP)),
  TRUNC: ofNumbers((a, places) => round(a, places?.trunc().toNumber() ?? 0, Decimal.ROUND_DOWN)),
  EXP: ofNumbers((a) => power(new FormulaNumber(1).exp(), a)),
  LN: ofNumbers((a) => (a.lte(0) ? null : a.ln())),
  LOG: ofNumbers((a) => (a.lte(0) ? null : a.log(10))),
  SQRT: ofNumbers((a) => (a.lt(0) ? null : a.sqrt())),
  PI: () => Decimal.acos(-1),
  MAX: ofNumbers((...numbers) => finite(FormulaNumber.max(...numbers))),
  MIN: ofNumbers((...numbers) => finite(FormulaNumber.min(...numbers))),
  MOD: ofNumbers((a, b) => (b.isZero() ? a : a.mod(b))),
};
