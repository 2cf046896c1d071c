import type { FieldType } from "../metadata/schema.ts";
import { notSupported } from "../salesforceError.ts";
import {
  scaleOf,
  typeOf,
  type CheckedChildren,
  type CheckedColumn,
  type CheckedQuery,
  type Expression,
  type FieldExpression,
} from "./checkedQuery.ts";
import { columnOf, compileExpression, type Compilation } from "./compileExpression.ts";
import { readAverage, readColumn, readLabel, readSum, sumColumns } from "./readValue.ts";
import type { FormulaValue, QueryColumn, ReadValue, RecordShape, ShapeEntry } from "./rowShape.ts";

/** Compiles a child subquery to a scalar that holds the rows as JSON. */
export type CompileChildren = (
  children: CheckedChildren,
  compilation: Compilation,
) => { sql: string; shape: RecordShape };

const INTEGER_TYPES: ReadonlySet<FieldType> = new Set(["boolean", "int", "double", "currency", "percent"]);

interface DraftShape {
  readonly type: string;
  readonly idIndex: number | null;
  readonly entries: ShapeEntry[];
}

/** The SELECT list being built: SQL columns by position, and how to read them. */
export class SelectBuilder {
  readonly sql: string[] = [];
  readonly columns: QueryColumn[] = [];
  readonly shape: DraftShape;
  readonly #query: CheckedQuery;
  readonly #compilation: Compilation;
  readonly #isJson: boolean;
  readonly #formulaValue: FormulaValue | null;
  readonly #parents = new Map<string, DraftShape>();

  constructor(
    query: CheckedQuery,
    compilation: Compilation,
    options: { isJson: boolean; formulaValue: FormulaValue | null },
  ) {
    this.#query = query;
    this.#compilation = compilation;
    this.#isJson = options.isJson;
    this.#formulaValue = options.formulaValue;
    const idIndex = query.isAggregate ? null : this.#add(`${query.alias}."Id"`, "id");
    this.shape = {
      type: query.isAggregate ? "AggregateResult" : query.object.name,
      idIndex,
      entries: [],
    };
  }

  /** In JSON, integers travel as text: JSON.parse would round what has more than 15 digits. */
  #add(sql: string, type: FieldType): number {
    const column = this.#isJson && INTEGER_TYPES.has(type) ? `CAST(${sql} AS TEXT)` : sql;
    const known = this.sql.indexOf(column);
    return known < 0 ? this.sql.push(column) - 1 : known;
  }

  addColumn({ keys, expression, isLabel }: CheckedColumn): void {
    const name = keys.at(-1)!;
    const owner = this.#ownerOf(keys, expression);
    const type = isLabel ? "string" : typeOf(expression);
    const read = this.#reader(expression, isLabel, owner);
    owner.entries.push({ kind: "value", name, type, read });
    const field = expression.kind === "field" ? expression.field : expression.argument.field;
    this.columns.push({
      name: keys.join("."),
      type,
      label: expression.kind === "field" ? field.label : name,
      isCustom: expression.kind === "field" && field.isCustom,
      isAggregate: expression.kind !== "field",
      read: owner === this.shape ? read : this.#whereParent(owner, read),
    });
  }

  addChildren(children: CheckedChildren, compileChildren: CompileChildren): void {
    const { sql, shape } = compileChildren(children, this.#compilation);
    const index = this.sql.push(sql) - 1;
    this.shape.entries.push({
      kind: "children",
      name: children.name,
      index,
      shape,
    });
  }

  /** A checkbox of a missing parent is empty, not false. */
  #whereParent({ idIndex }: DraftShape, read: ReadValue): ReadValue {
    return (row) => (row[idIndex!] === null ? null : read(row));
  }

  #ownerOf(keys: readonly string[], expression: Expression): DraftShape {
    let owner = this.shape;
    for (let depth = 1; depth < keys.length; depth += 1) {
      const path = keys.slice(0, depth);
      const key = path.join(".");
      let parent = this.#parents.get(key);
      if (!parent) {
        parent = this.#parentShape(path, expression as FieldExpression);
        this.#parents.set(key, parent);
        owner.entries.push({
          kind: "parent",
          name: path.at(-1)!,
          shape: parent,
        });
      }
      owner = parent;
    }
    return owner;
  }

  #parentShape(path: readonly string[], expression: FieldExpression): DraftShape {
    const { joins, alias } = this.#query;
    let join = joins.find((item) => item.alias === expression.alias)!;
    // From the field's own table down to the one that this path names.
    for (let depth = expression.path.length - 1; depth > path.length; depth -= 1)
      join = joins.find((item) => item.alias === join.parentAlias && item.alias !== alias)!;
    return {
      type: join.object.name,
      idIndex: this.#add(`${join.alias}."Id"`, "id"),
      entries: [],
    };
  }

  #reader(expression: Expression, isLabel: boolean, owner: DraftShape): ReadValue {
    if (expression.kind === "field" && expression.field.formula !== null) return this.#formulaReader(expression, owner);
    if (expression.kind === "aggregate" && (expression.name === "SUM" || expression.name === "AVG")) {
      const column = columnOf(expression.argument);
      const index = this.sql.push(...sumColumns(column), `COUNT(${column})`) - 3;
      const scale = scaleOf(expression);
      return expression.name === "SUM" ? readSum(scale, index) : readAverage(scale, index);
    }
    const index = this.#add(compileExpression(expression, this.#compilation), typeOf(expression));
    if (isLabel && expression.kind === "field") return readLabel(expression.field.picklist ?? [], index);
    return readColumn(typeOf(expression), scaleOf(expression), index);
  }

  #formulaReader({ object, field }: FieldExpression, owner: DraftShape): ReadValue {
    const compute = this.#formulaValue;
    const { idIndex } = owner;
    if (!compute || idIndex === null)
      throw notSupported(`selecting the formula field ${object.name}.${field.name} here`);
    return (row) => compute(object.name, field.name, row[idIndex] as string);
  }
}
