import session from "local/session";
import { plainText } from "local/plainText";
import type { UiRecord } from "local/records";
import type { Criterion, VisibilityRule } from "../../../pageFacts.ts";

/** The value that a merge field stands for: of the record, the user, the user's permissions, the device. */
function valueOf(expression: string, record: UiRecord | undefined): unknown {
  const path = /^\{!(.+)\}$/.exec(expression)?.[1]?.split(".") ?? [];
  const [root, ...rest] = path;
  if (root === "Record") return recordValue(record, rest);
  if (root === "$Permission") return session.customPermissions.includes(rest.at(-1) ?? "");
  if (root === "$Client") return session.formFactor;
  if (root === "$User")
    return ({ Id: session.userId, Username: session.username } as Record<string, unknown>)[rest[0]!];
  throw new Error(`((visibility by ${expression} is not supported by the local org))`);
}

function recordValue(record: UiRecord | undefined, [name = "", ...rest]: readonly string[]): unknown {
  const value = record?.fields[name]?.value;
  return rest.length === 0 ? value : recordValue(value as UiRecord | undefined, rest);
}

const COMPARE: Readonly<Record<string, (left: unknown, right: string) => boolean>> = {
  EQUAL: (left, right) => plainText(left) === right,
  NE: (left, right) => plainText(left) !== right,
  CONTAINS: (left, right) => plainText(left).includes(right),
  GT: (left, right) => Number(left) > Number(right),
  GE: (left, right) => Number(left) >= Number(right),
  LT: (left, right) => Number(left) < Number(right),
  LE: (left, right) => Number(left) <= Number(right),
};

function holds({ leftValue, operator, rightValue }: Criterion, record: UiRecord | undefined): boolean {
  const compare = COMPARE[operator];
  if (!compare) throw new Error(`((the visibility operator ${operator} is not supported by the local org))`);
  return compare(valueOf(leftValue, record), rightValue);
}

type Term = (results: readonly boolean[]) => boolean;

/** `1 AND (2 OR NOT 3)` by recursive descent; OR binds weakest. */
function parseFilter(text: string): Term {
  const tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at += 1) > 0;
  const primary = (): Term => {
    if (take("NOT")) {
      const inner = primary();
      return (results) => !inner(results);
    }
    if (take("(")) {
      const inner = either();
      take(")");
      return inner;
    }
    const number = Number(tokens[at++]);
    return (results) => results[number - 1] === true;
  };
  const chain = (word: string, part: () => Term, combine: (a: boolean, b: boolean) => boolean): Term => {
    let left = part();
    while (take(word)) {
      const [before, after] = [left, part()];
      left = (results) => combine(before(results), after(results));
    }
    return left;
  };
  const both = (): Term => chain("AND", primary, (a, b) => a && b);
  const either = (): Term => chain("OR", both, (a, b) => a || b);
  return either();
}

/** Whether a component is shown; without a filter all criteria must hold. */
export function isVisible(rule: VisibilityRule | null, record: UiRecord | undefined): boolean {
  if (rule === null) return true;
  const results = rule.criteria.map((criterion) => holds(criterion, record));
  return rule.booleanFilter === null ? results.every(Boolean) : parseFilter(rule.booleanFilter)(results);
}
