import { quoted } from "../records/database.ts";
import type { CheckedQuery } from "./checkedQuery.ts";
import {
  columnOf,
  compileExpression,
  SqlParameters,
  type Compilation,
  type QueryContext,
} from "./compileExpression.ts";
import { compileCondition, liveRows } from "./compileFilter.ts";
import { orderClause } from "./compileOrder.ts";
import { SelectBuilder, type CompileChildren } from "./compileSelect.ts";
import type { FormulaValue, QueryColumn, RecordShape } from "./rowShape.ts";

export interface CompiledQuery {
  readonly object: CheckedQuery["object"];
  /** COUNT() alone: the answer is a number, without records. */
  readonly isCount: boolean;
  readonly isAggregate: boolean;
  readonly sql: string;
  /** How many rows there are, with LIMIT and OFFSET counted in. */
  readonly countSql: string;
  /** Ids of the rows in order, to be held for paging; null for aggregate rows. */
  readonly idsSql: string | null;
  /** The rows of a JSON array of ids, in its order; its parameter comes after the others. Null for aggregate rows. */
  readonly pageSql: string | null;
  readonly parameters: readonly (string | bigint | null)[];
  /** How many of the parameters, from the first, countSql and idsSql take. */
  readonly rowParameters: number;
  readonly shape: RecordShape;
  /** Top-level values in the order of the SELECT, as a CSV file has them; child subqueries are left out. */
  readonly columns: readonly QueryColumn[];
}

function compileJoins(query: CheckedQuery): string {
  return query.joins
    .map(
      (join) =>
        ` LEFT JOIN ${quoted(join.object.name)} AS ${join.alias} ON ${join.alias}."Id" = ${join.parentAlias}.${quoted(join.field.name)}`,
    )
    .join("");
}

function fromClause(query: CheckedQuery): string {
  return `FROM ${quoted(query.object.name)} AS ${query.alias}${compileJoins(query)}`;
}

function whereClause(query: CheckedQuery, compilation: Compilation, extra: readonly string[] = []): string {
  const conditions = [...extra, ...liveRows(query, compilation)];
  if (query.isMine)
    conditions.push(`${query.alias}."OwnerId" = ${compilation.parameters.add(compilation.context.userId)}`);
  if (query.where) conditions.push(compileCondition(query.where, compilation, compileSubQuery));
  return conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
}

function limitClause(query: CheckedQuery): string {
  if (query.limit === null && query.offset === null) return "";
  return ` LIMIT ${query.limit ?? -1}${query.offset === null ? "" : ` OFFSET ${query.offset}`}`;
}

function compileSubQuery(query: CheckedQuery, compilation: Compilation): string {
  const [item] = query.items;
  if (item?.kind !== "column" || item.expression.kind !== "field")
    throw new Error("a checked semi-join selects one field");
  const column = columnOf(item.expression);
  const where = whereClause(query, compilation, [`${column} IS NOT NULL`]);
  return `SELECT ${column} ${fromClause(query)}${where}${orderClause(query, compilation)}${limitClause(query)}`;
}

function selectList(
  query: CheckedQuery,
  compilation: Compilation,
  options: { isJson: boolean; formulaValue: FormulaValue | null },
): SelectBuilder {
  const builder = new SelectBuilder(query, compilation, options);
  const compileChildren: CompileChildren = ({ field, query: child }) => {
    const inner = selectList(child, compilation, { ...options, isJson: true });
    const columns = inner.sql.map((sql, index) => `${sql} AS c${index}`).join(", ");
    const where = whereClause(child, compilation, [`${child.alias}.${quoted(field.name)} = ${query.alias}."Id"`]);
    const rows = `SELECT ${columns} ${fromClause(child)}${where}${orderClause(child, compilation)}${limitClause(child)}`;
    const cells = inner.sql.map((_, index) => `c${index}`).join(", ");
    return {
      sql: `(SELECT json_group_array(json_array(${cells})) FROM (${rows}))`,
      shape: inner.shape,
    };
  };
  for (const item of query.items) {
    if (item.kind === "column") builder.addColumn(item);
    else builder.addChildren(item, compileChildren);
  }
  return builder;
}

function groupClause(query: CheckedQuery, compilation: Compilation): string {
  if (query.groupBy.length === 0) return "";
  const groups = query.groupBy.map((item) => compileExpression(item, compilation)).join(", ");
  const having = query.having ? ` HAVING ${compileCondition(query.having, compilation, compileSubQuery)}` : "";
  return ` GROUP BY ${groups}${having}`;
}

/** SQL of a checked query, and how to read its rows. */
export function compileQuery(
  query: CheckedQuery,
  context: QueryContext,
  formulaValue: FormulaValue | null = null,
): CompiledQuery {
  const compilation: Compilation = { context, parameters: new SqlParameters() };
  const from = fromClause(query);
  const where = whereClause(query, compilation);
  const tail = groupClause(query, compilation) + orderClause(query, compilation) + limitClause(query);
  const rowParameters = compilation.parameters.values.length;
  const select = selectList({ ...query, isAggregate: query.isAggregate || query.isCount }, compilation, {
    isJson: false,
    formulaValue,
  });
  const rows = `${from}${where}${tail}`;
  return {
    ...statementsOf(query, select.sql, rows, `?${compilation.parameters.values.length + 1}`),
    object: query.object,
    isCount: query.isCount,
    isAggregate: query.isAggregate,
    parameters: compilation.parameters.values,
    rowParameters,
    shape: select.shape,
    columns: select.columns,
  };
}

function statementsOf(
  query: CheckedQuery,
  columns: readonly string[],
  rows: string,
  page: string,
): Pick<CompiledQuery, "sql" | "countSql" | "idsSql" | "pageSql"> {
  const countSql = `SELECT COUNT(*) FROM (SELECT 1 ${rows})`;
  const hasPages = !query.isAggregate && !query.isCount;
  return {
    sql: query.isCount ? countSql : `SELECT ${columns.join(", ")} ${rows}`,
    countSql,
    idsSql: hasPages ? `SELECT ${query.alias}."Id" ${rows}` : null,
    pageSql: hasPages ? pageSql(query, columns, page) : null,
  };
}

function pageSql(query: CheckedQuery, columns: readonly string[], page: string): string {
  const from = `FROM json_each(${page}) AS page CROSS JOIN ${quoted(query.object.name)} AS ${query.alias} ON ${query.alias}."Id" = page.value`;
  return `SELECT ${columns.join(", ")} ${from}${compileJoins(query)} ORDER BY page.key`;
}
