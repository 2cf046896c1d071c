import { typeOf, type CheckedOrder, type CheckedQuery, type Expression } from "./checkedQuery.ts";
import { compileExpression, type Compilation } from "./compileExpression.ts";

/** Picklists sort by their value set, not by the alphabet; unknown values come last. */
function sortKeys(expression: Expression, compilation: Compilation): string[] {
  const key = compileExpression(expression, compilation);
  const picklist = expression.kind === "field" && typeOf(expression) === "picklist" ? expression.field.picklist : null;
  if (!picklist || picklist.length === 0) return [key];
  const ranks = picklist.map((item, rank) => `WHEN ${compilation.parameters.add(item.value)} THEN ${rank}`);
  const rank = `CASE WHEN ${key} IS NULL THEN NULL ELSE CASE ${key} ${ranks.join(" ")} ELSE ${picklist.length} END END`;
  return [rank, key];
}

function compileOrderItem(item: CheckedOrder, compilation: Compilation): string {
  const direction = item.isDescending ? "DESC" : "ASC";
  return sortKeys(item.expression, compilation)
    .map((key) => `${key} ${direction} NULLS ${item.nulls}`)
    .join(", ");
}

/** ORDER BY, with a blank before it; empty where the query has none. */
export function orderClause(query: CheckedQuery, compilation: Compilation): string {
  const items = query.orderBy.map((item) => compileOrderItem(item, compilation));
  return items.length > 0 ? ` ORDER BY ${items.join(", ")}` : "";
}
