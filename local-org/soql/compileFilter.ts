import { quoted } from "../records/database.ts";
import type { Literal } from "./ast.ts";
import type { CheckedCondition, CheckedQuery } from "./checkedQuery.ts";
import { compareLiteral, storedText } from "./compareLiteral.ts";
import { columnOf, compileExpression, type Compilation } from "./compileExpression.ts";

/** Compiles the subquery of a semi-join; given from outside, because queries and filters hold each other. */
export type CompileSubQuery = (query: CheckedQuery, compilation: Compilation) => string;

type Comparison = Extract<CheckedCondition, { kind: "compare" }>;

/** Texts and ids as one SQL list; anything else as alternatives. */
function compileIn(column: string, { expression, literals }: Comparison, compilation: Compilation): string {
  const texts = literals.filter((literal) => literal.kind === "string" && literal.value !== "");
  const others = literals.filter((literal) => !texts.includes(literal));
  const alternatives = others.map((literal) => compareLiteral(column, expression, "=", literal, compilation));
  if (texts.length > 0) {
    const marks = texts.map((literal) =>
      compilation.parameters.add(storedText(literal.kind === "string" ? literal.value : "", expression)),
    );
    alternatives.unshift(`${column} IN (${marks.join(", ")})`);
  }
  return `(${alternatives.join(" OR ")})`;
}

/** Each literal is one alternative; `A;B` asks for both values at once. */
function compileIncludes(column: string, literals: readonly Literal[], { parameters }: Compilation): string {
  const alternatives = literals.map((literal) => {
    if (literal.kind !== "string") return `${column} IS NULL`;
    const parts = literal.value.split(";").map((part) => parameters.add(`;${part.trim().toLowerCase()};`));
    return `(${parts.map((part) => `instr(';' || lower(${column}) || ';', ${part}) > 0`).join(" AND ")})`;
  });
  return `(${alternatives.join(" OR ")})`;
}

// Only ASCII letters lose their case: SQLite folds no others.
function compileLike(column: string, literal: Literal | undefined, { parameters }: Compilation): string {
  if (literal?.kind !== "string") return `${column} IS NULL`;
  return `${column} LIKE ${parameters.add(literal.pattern)} ESCAPE '\\'`;
}

function compileComparison(condition: Comparison, compilation: Compilation): string {
  const { expression, operator, literals } = condition;
  const column = compileExpression(expression, compilation);
  switch (operator as string) {
    case "IN":
      return compileIn(column, condition, compilation);
    // Like `!=`, NOT IN and EXCLUDES also find empty values: SOQL's logic has two values, not three.
    case "NOT IN":
      return `(${compileIn(column, condition, compilation)}) IS NOT TRUE`;
    case "INCLUDES":
      return compileIncludes(column, literals, compilation);
    case "EXCLUDES":
      return `(${compileIncludes(column, literals, compilation)}) IS NOT TRUE`;
    case "LIKE":
      return compileLike(column, literals[0], compilation);
    default:
      return compareLiteral(column, expression, operator, literals[0]!, compilation);
  }
}

/** SQL of a condition. */
export function compileCondition(
  condition: CheckedCondition,
  compilation: Compilation,
  compileSubQuery: CompileSubQuery,
): string {
  const compile = (inner: CheckedCondition): string => compileCondition(inner, compilation, compileSubQuery);
  switch (condition.kind) {
    case "and":
    case "or":
      return `(${condition.conditions.map(compile).join(condition.kind === "and" ? " AND " : " OR ")})`;
    case "not":
      return `(${compile(condition.condition)}) IS NOT TRUE`;
    case "compare":
      return compileComparison(condition, compilation);
    case "semiJoin": {
      const isIn = `${columnOf(condition.expression)} IN (${compileSubQuery(condition.query, compilation)})`;
      return condition.isNegated ? `(${isIn}) IS NOT TRUE` : isIn;
    }
  }
}

/** Only rows that are not in the recycle bin, and that the user sees. Custom metadata has none of that. */
export function liveRows(query: CheckedQuery, { context }: Compilation): string[] {
  if (query.object.kind === "customMetadata") return [];
  const live = context.includeDeleted ? [] : [`${query.alias}.${quoted("IsDeleted")} = 0`];
  const hidden = context.hidden?.(query.object.name) ?? null;
  return hidden === null ? live : [...live, seenRows(query.alias, hidden)];
}

/** Rows spread over hundredths of a percent by a multiplicative hash of their number. */
function seenRows(alias: string, { share, seed }: { share: number; seed: number }): string {
  return `((${alias}.rowid + ${seed}) * 2654435761 & 4294967295) % 10000 >= ${Math.round(share * 10_000)}`;
}
