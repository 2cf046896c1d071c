import type { FieldType } from "../metadata/schema.ts";
import type { CheckedColumn, CheckedItem, CheckedQuery } from "../soql/checkedQuery.ts";
import { typeOf } from "../soql/checkedQuery.ts";

/** One column of a query's answer, as `/query?columns=true` tells of it; parents and subqueries hold theirs. */
interface ColumnMetadata {
  readonly aggregate: boolean;
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  readonly joinColumns: ColumnMetadata[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

const APEX_TYPES: Partial<Record<FieldType, string>> = {
  id: "Id",
  reference: "Id",
  boolean: "Boolean",
  int: "Integer",
  double: "Double",
  currency: "Double",
  percent: "Double",
  date: "Date",
  datetime: "Datetime",
};

const NUMBERS: ReadonlySet<FieldType> = new Set(["int", "double", "currency", "percent"]);
const NO_TEXT: ReadonlySet<FieldType> = new Set([...NUMBERS, "boolean", "date", "datetime"]);

function ofType(type: FieldType): Pick<ColumnMetadata, "apexType" | "booleanType" | "numberType" | "textType"> {
  return {
    apexType: APEX_TYPES[type] ?? "String",
    booleanType: type === "boolean",
    numberType: NUMBERS.has(type),
    textType: !NO_TEXT.has(type),
  };
}

/** What stands for rows of another object: a parent, or a subquery's children. */
function joined(name: string, isChildren: boolean, joinColumns: ColumnMetadata[]): ColumnMetadata {
  return {
    aggregate: isChildren,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: /__r$/i.test(name),
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns,
    numberType: false,
    textType: false,
    updatable: false,
  };
}

function describeColumn({ keys, expression }: CheckedColumn): ColumnMetadata {
  const columnName = keys.at(-1)!;
  const field = expression.kind === "field" ? expression.field : null;
  const displayName =
    expression.kind === "field" ? columnName : `${expression.name}(${expression.argument.field.name})`;
  return {
    aggregate: expression.kind === "aggregate",
    ...ofType(typeOf(expression)),
    columnName,
    custom: field?.isCustom ?? false,
    displayName,
    foreignKeyName: null,
    insertable: field !== null && !field.isSystem,
    joinColumns: [],
    updatable: field !== null && !field.isSystem && !field.isCreateOnly,
  };
}

function placeBelow(columns: ColumnMetadata[], parents: readonly string[], column: ColumnMetadata): void {
  const [parent, ...rest] = parents;
  if (parent === undefined) {
    columns.push(column);
    return;
  }
  let owner = columns.find(({ columnName, aggregate }) => columnName === parent && !aggregate);
  if (!owner) columns.push((owner = joined(parent, false, [])));
  placeBelow(owner.joinColumns, rest, column);
}

function describeItems(items: readonly CheckedItem[]): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  for (const item of items)
    if (item.kind === "children") columns.push(joined(item.name, true, describeItems(item.query.items)));
    else placeBelow(columns, item.keys.slice(0, -1), describeColumn(item));
  return columns;
}

/** What the columns of a query are, without its rows: the sf CLI asks so before it prints a table. */
export function describeColumns(query: CheckedQuery): Record<string, unknown> {
  const isIdSelected = query.items.some((item) => item.kind === "column" && item.keys.join() === "Id");
  return {
    columnMetadata: describeItems(query.items),
    entityName: query.object.name,
    groupBy: query.groupBy.length > 0,
    idSelected: isIdSelected,
    keyPrefix: query.object.keyPrefix,
  };
}
