import type { GraphQLResolveInfo } from "graphql";
import { uiValue } from "../api/ui/uiValue.ts";
import type { Field, FieldValue, ObjectSchema } from "../metadata/schema.ts";
import type { Operand } from "../soql/ast.ts";
import type { QueryRecord } from "../soql/decodeRow.ts";
import { FilterBuilder } from "./buildFilter.ts";
import { orderItems, writtenArgument } from "./buildOrder.ts";
import { pageWindow, printPage, type PageArguments } from "./pageOf.ts";
import { pathOf, prepareTree, type QueryTree } from "./prepareTree.ts";
import type { RequestContext } from "./requestContext.ts";
import { selectedBelow } from "./selectedBelow.ts";

export interface AggregateArguments extends PageArguments {
  readonly where?: Readonly<Record<string, unknown>> | null;
  readonly scope?: string | null;
  readonly groupBy?: Readonly<Record<string, { readonly group?: boolean | null } | null>> | null;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  avg: "AVG",
  count: "COUNT",
  countDistinct: "COUNT_DISTINCT",
  max: "MAX",
  min: "MIN",
  sum: "SUM",
};

/** One column of the answer: a field that rows are grouped by, or a function of one. */
interface Column {
  readonly field: Field;
  /** `sum`; null = the field itself. */
  readonly name: string | null;
}

function aliasOf({ field, name }: Column): string {
  return name === null ? field.name : `${name} ${field.name}`;
}

function operandOf({ field, name }: Column): Operand {
  const argument = pathOf(field.name);
  return name === null ? argument : { kind: "call", name: FUNCTIONS[name]!, argument, at: 0 };
}

/** What the query selects below `edges { node { aggregate {` … */
function selectedColumns({ reader }: RequestContext, object: ObjectSchema, info: GraphQLResolveInfo): Column[] {
  const columns = new Map<string, Column>();
  for (const [fieldName, names] of selectedBelow(info, ["edges", "node", "aggregate"])) {
    const field = reader.field(object, fieldName);
    if (!field) continue;
    for (const name of names) {
      const column = { field, name: name in FUNCTIONS ? name : null };
      columns.set(aliasOf(column), column);
    }
  }
  return [...columns.values()];
}

const COUNTS = new Set(["count", "countDistinct"]);

function printColumn(context: RequestContext, { field, name }: Column, value: FieldValue): Record<string, unknown> {
  const type = name !== null && COUNTS.has(name) ? "int" : name === "avg" ? "double" : field.type;
  const shown = { ...field, type, scale: type === "int" ? 0 : field.scale };
  return { value: uiValue(shown, value), displayValue: context.reader.format.show(shown, value, {}) };
}

function printRow(context: RequestContext, columns: readonly Column[], row: QueryRecord): Record<string, unknown> {
  const aggregate: Record<string, Record<string, unknown>> = {};
  for (const column of columns) {
    const printed = printColumn(context, column, (row.values[aliasOf(column)] ?? null) as FieldValue);
    const own = (aggregate[column.field.name] ??= {});
    if (column.name === null) Object.assign(own, printed);
    else own[column.name] = printed;
  }
  return { aggregate };
}

/** Groups of an object's records, with counts, sums, averages and extremes. */
export function runAggregate(
  context: RequestContext,
  object: ObjectSchema,
  args: AggregateArguments,
  info: GraphQLResolveInfo,
): Record<string, unknown> {
  const { reader } = context;
  const window = pageWindow(args);
  const groups = Object.entries(args.groupBy ?? {}).filter(([, clause]) => clause?.group === true);
  const columns = selectedColumns(context, object, info);
  const rowsOf: QueryTree = {
    from: object.name,
    select: ["Id"],
    scope: args.scope ?? null,
    where: args.where ? new FilterBuilder(reader).build(object, args.where) : null,
  };
  const grouped: QueryTree = {
    ...rowsOf,
    select: columns.map((column) => ({ operand: operandOf(column), alias: aliasOf(column) })),
    groupBy: groups.map(([name]) => pathOf(name)),
  };
  const rows =
    columns.length === 0
      ? []
      : prepareTree(reader.org, reader.access, {
          ...grouped,
          orderBy: orderItems(reader, object, writtenArgument(info, context, "orderBy")),
          limit: groups.length > 0 ? window.probe : null,
          offset: groups.length > 0 ? window.offset : null,
        }).all();
  const nodes = rows.map((row) => printRow(context, columns, row));
  const counted = groups.length > 0 && columns.length > 0 ? grouped : rowsOf;
  return { ...printPage(nodes, window), totalCount: () => prepareTree(reader.org, reader.access, counted).count() };
}
