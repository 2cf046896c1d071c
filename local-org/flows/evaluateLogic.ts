import { Decimal } from "decimal.js";
import type { FieldValue } from "../metadata/schema.ts";
import type { FlowCondition, FlowLogic, FlowValue } from "./flowModel.ts";

/** Resolves a reference such as `$Record.Status__c`; records (a lookup's result) resolve to true or null. */
export type Resolve = (path: string) => FieldValue;

/** The value of a literal or of what a reference points to. */
export function valueOf(value: FlowValue, resolve: Resolve): FieldValue {
  return value.kind === "literal" ? value.value : resolve(value.path);
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Negative, 0 or positive; numbers by value, everything else as text (ISO dates sort as text). */
function compare(left: FieldValue, right: FieldValue): number {
  const [a, b] = [String(left), String(right)];
  if (NUMBER.test(a) && NUMBER.test(b)) return new Decimal(a).comparedTo(b);
  return a === b ? 0 : a < b ? -1 : 1;
}

type Test = (left: FieldValue, right: FieldValue) => boolean;

const bothGiven =
  (test: Test): Test =>
  (left, right) =>
    left !== null && right !== null && test(left, right);

function isEqual(left: FieldValue, right: FieldValue): boolean {
  return left === null || right === null ? left === right : compare(left, right) === 0;
}

const TESTS: Record<string, Test> = {
  EqualTo: isEqual,
  NotEqualTo: (left, right) => !isEqual(left, right),
  GreaterThan: bothGiven((left, right) => compare(left, right) > 0),
  GreaterThanOrEqualTo: bothGiven((left, right) => compare(left, right) >= 0),
  LessThan: bothGiven((left, right) => compare(left, right) < 0),
  LessThanOrEqualTo: bothGiven((left, right) => compare(left, right) <= 0),
  Contains: bothGiven((left, right) => String(left).includes(String(right))),
  StartsWith: bothGiven((left, right) => String(left).startsWith(String(right))),
  EndsWith: bothGiven((left, right) => String(left).endsWith(String(right))),
  IsNull: (left, right) => (left === null || left === "") === (right !== false && right !== "false"),
};

/** Operators that a flow may use here. */
export const FLOW_OPERATORS: ReadonlySet<string> = new Set([...Object.keys(TESTS), "IsChanged"]);

function holds(condition: FlowCondition, resolve: Resolve): boolean {
  const right = valueOf(condition.right, resolve);
  if (condition.operator === "IsChanged") {
    const prior = resolve(condition.left.replace(/^\$Record\./, "$Record__Prior."));
    return !isEqual(resolve(condition.left), prior) === (right === true);
  }
  const test = TESTS[condition.operator];
  if (!test) throw new Error(`flow operator "${condition.operator}" is not supported by the local org`);
  return test(resolve(condition.left), right);
}

/** `1 AND (2 OR NOT 3)`: precedence by recursive descent, the only custom logic that a flow can state. */
function evaluateCustom(logic: string, conditionHolds: (index: number) => boolean): boolean {
  const tokens = logic.toLowerCase().match(/\(|\)|and|or|not|\d+/g) ?? [];
  let at = 0;
  const primary = (): boolean => {
    const token = tokens[at++];
    if (token === "not") return !primary();
    if (token !== "(") return conditionHolds(Number(token) - 1);
    const inner = either();
    at += 1;
    return inner;
  };
  const both = (): boolean => {
    let result = primary();
    while (tokens[at] === "and") {
      at += 1;
      result = primary() && result;
    }
    return result;
  };
  const either = (): boolean => {
    let result = both();
    while (tokens[at] === "or") {
      at += 1;
      result = both() || result;
    }
    return result;
  };
  return either();
}

/** True where the conditions hold as they are joined; no conditions hold always. */
export function evaluateLogic({ logic, conditions }: FlowLogic, resolve: Resolve): boolean {
  if (conditions.length === 0) return true;
  if (logic === "and") return conditions.every((condition) => holds(condition, resolve));
  if (logic === "or") return conditions.some((condition) => holds(condition, resolve));
  return evaluateCustom(logic, (index) => holds(conditions[index]!, resolve));
}
