import type { Field, FieldType, ObjectSchema, Schema } from "../metadata/schema.ts";
import type { CheckedColumn, CheckedQuery, Expression } from "../soql/checkedQuery.ts";
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
const NO_TEXT: ReadonlySet<FieldType> = new Set([...NUMBERS, "boolean", "date", "datetime", "id", "reference"]);

function ofType(type: FieldType): Pick<ColumnMetadata, "apexType" | "booleanType" | "numberType" | "textType"> {
  return {
    apexType: APEX_TYPES[type] ?? "String",
    booleanType: type === "boolean",
    numberType: NUMBERS.has(type),
    textType: !NO_TEXT.has(type),
  };
}

/** What stands for rows of another object: a parent, or a subquery's children. */
function joined(name: string, foreignKeyName: string | null, joinColumns: ColumnMetadata[]): ColumnMetadata {
  return {
    aggregate: foreignKeyName === null,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: /__r$/i.test(name),
    displayName: name,
    foreignKeyName,
    insertable: false,
    joinColumns,
    numberType: false,
    textType: false,
    updatable: false,
  };
}

/** `avg(Amount)` where the query gave no name of its own. */
function displayNameOf(name: string, expression: Expression): string {
  if (expression.kind === "field" || !/^expr\d+$/.test(name)) return name;
  return `${expression.name.toLowerCase()}(${expression.argument.path.join(".")})`;
}

function describeColumn({ keys, expression }: CheckedColumn): ColumnMetadata {
  const columnName = keys.at(-1)!;
  const field = expression.kind === "field" ? expression.field : null;
  const isSettable = field !== null && !field.isSystem;
  const type = ofType(typeOf(expression));
  return {
    aggregate: expression.kind === "aggregate",
    ...type,
    apexType: field === null ? null : type.apexType,
    columnName,
    custom: field?.isCustom ?? false,
    displayName: displayNameOf(columnName, expression),
    foreignKeyName: null,
    insertable: isSettable,
    joinColumns: [],
    updatable: isSettable && !field.isCreateOnly,
  };
}

/** The reference field by which a relationship name goes up. */
function foreignKeyOf(object: ObjectSchema, relationship: string): Field | undefined {
  return [...object.fields.values()].find((field) => field.reference?.relationshipName === relationship);
}

function placeBelow(
  columns: ColumnMetadata[],
  object: ObjectSchema,
  parents: readonly string[],
  column: ColumnMetadata,
  schema: Schema,
): void {
  const [parent, ...rest] = parents;
  const key = parent === undefined ? undefined : foreignKeyOf(object, parent);
  if (parent === undefined || key === undefined) {
    columns.push(column);
    return;
  }
  let owner = columns.find(({ columnName, aggregate }) => columnName === parent && !aggregate);
  if (!owner) columns.push((owner = joined(parent, key.name, [])));
  const target = schema.objects.get(key.reference!.to[0]!.toLowerCase())!;
  placeBelow(owner.joinColumns, target, rest, column, schema);
}

function describeItems({ items, object }: CheckedQuery, schema: Schema): ColumnMetadata[] {
  const columns: ColumnMetadata[] = [];
  for (const item of items)
    if (item.kind === "children") columns.push(joined(item.name, null, describeItems(item.query, schema)));
    else placeBelow(columns, object, item.keys.slice(0, -1), describeColumn(item), schema);
  return columns;
}

/** What the columns of a query are, without its rows: the sf CLI asks so before it prints a table. */
export function describeColumns(query: CheckedQuery, schema: Schema): Record<string, unknown> {
  const isIdSelected = query.items.some((item) => item.kind === "column" && item.keys.join() === "Id");
  return {
    columnMetadata: describeItems(query, schema),
    entityName: query.object.name,
    groupBy: query.groupBy.length > 0,
    idSelected: isIdSelected,
    keyPrefix: query.object.keyPrefix,
  };
}
