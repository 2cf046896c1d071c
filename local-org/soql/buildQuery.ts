import type {
  ComparisonOperatorContext,
  ConditionalExpressionContext,
  FieldExpressionContext,
  FieldNameContext,
  FieldOrderContext,
  FromNameListContext,
  LogicalExpressionContext,
  QueryContext,
  SelectEntryContext,
  SoqlFunctionContext,
  SubFieldEntryContext,
  SubQueryContext,
  ValueContext,
  WhereConditionalExpressionContext,
  WhereLogicalExpressionContext,
} from "@apexdevtools/apex-parser";
import { notSupported } from "../salesforceError.ts";
import type {
  Condition,
  FieldPath,
  FromItem,
  FunctionCall,
  Literal,
  Operand,
  Operator,
  OrderItem,
  SelectItem,
  SoqlQuery,
} from "./ast.ts";
import type { StringLiteral } from "./maskStrings.ts";
import { RESERVED_ALIASES } from "./reservedAliases.ts";
import { malformedQuery, unexpectedToken } from "./queryError.ts";

interface Positioned {
  readonly start: { readonly start: number };
}

type Strings = ReadonlyMap<number, StringLiteral>;

const startOf = (context: unknown): number => (context as Positioned).start.start;

function aliasOf(context: { getText(): string } | null): string | null {
  if (!context) return null;
  const alias = context.getText();
  if (RESERVED_ALIASES.has(alias.toUpperCase())) throw unexpectedToken(alias);
  return alias;
}

function buildPath(context: FieldNameContext): FieldPath {
  const parts = context.soqlId_list().map((id) => id.getText());
  return { kind: "path", parts, at: startOf(context) };
}

function buildCallArgument(context: SoqlFunctionContext): Operand | null {
  const inner = context.soqlFunction();
  if (inner) return buildCall(inner);
  const dateField = context.dateFieldName();
  if (dateField) {
    const path = buildPath(dateField.fieldName());
    if (!dateField.CONVERT_TIMEZONE()) return path;
    return {
      kind: "call",
      name: "CONVERTTIMEZONE",
      argument: path,
      at: startOf(dateField),
    };
  }
  const field = context.fieldName();
  return field ? buildPath(field) : null;
}

function buildCall(context: SoqlFunctionContext): FunctionCall {
  const name = context.getChild(0).getText().toUpperCase();
  if (["DISTANCE", "GROUPING", "FORMAT", "CONVERTCURRENCY"].includes(name)) throw notSupported(`${name}() in SOQL`);
  return {
    kind: "call",
    name,
    argument: buildCallArgument(context),
    at: startOf(context),
  };
}

function buildSelectItem(
  context: SelectEntryContext | SubFieldEntryContext,
  text: string,
  strings: Strings,
): SelectItem {
  const at = startOf(context);
  if (context.typeOf()) throw notSupported("TYPEOF in SOQL");
  const subQuery = context.subQuery();
  if (subQuery)
    return {
      kind: "subquery",
      query: buildSubQuery(subQuery, text, strings),
      at,
    };
  const call = context.soqlFunction();
  const group = call?.soqlFieldsParameter();
  if (group) {
    const name = group.getText().toUpperCase() as "ALL" | "STANDARD" | "CUSTOM";
    return { kind: "fields", group: name, at };
  }
  const operand = call ? buildCall(call) : buildPath(context.fieldName());
  return { kind: "operand", operand, alias: aliasOf(context.soqlId()), at };
}

function buildFrom(context: FromNameListContext): FromItem[] {
  const aliases = context.soqlId_list();
  const items: FromItem[] = [];
  // The grammar lists names and aliases apart; an alias belongs to the name before it.
  for (const path of context.fieldName_list()) {
    const next = context.fieldName_list()[items.length + 1];
    const alias = aliases.find((id) => startOf(id) > startOf(path) && (!next || startOf(id) < startOf(next)));
    items.push({ path: buildPath(path), alias: aliasOf(alias ?? null) });
  }
  return items;
}

function buildOperator(context: ComparisonOperatorContext): Operator {
  const text = context.getText().toUpperCase();
  if (text === "<>") return "!=";
  return text === "NOTIN" ? "NOT IN" : (text as Operator);
}

function buildDateLiteral(text: string, at: number): Literal {
  const [name = "", count] = text.toUpperCase().split(":");
  return {
    kind: "dateLiteral",
    name,
    count: count === undefined ? null : Number(count),
    at,
  };
}

function buildLiteral(context: ValueContext, strings: Strings): Literal {
  const at = startOf(context);
  const text = context.getText();
  if (context.NULL()) return { kind: "null", at };
  if (context.BooleanLiteral()) return { kind: "boolean", value: /^true$/i.test(text), at };
  if (context.signedNumber()) return { kind: "number", text, at };
  const string = strings.get(at);
  if (string) return { kind: "string", ...string, at };
  if (context.DateLiteral()) return { kind: "date", text, at };
  if (context.DateTimeLiteral()) return { kind: "datetime", text, at };
  if (context.dateFormula()) return buildDateLiteral(text, at);
  if (context.IntegralCurrencyLiteral()) throw notSupported("a currency literal such as USD500 in SOQL");
  if (context.TimeLiteral()) throw notSupported("a time literal in SOQL");
  throw unexpectedToken(text.charAt(0));
}

const LIST_OPERATORS: ReadonlySet<string> = new Set(["IN", "NOT IN", "INCLUDES", "EXCLUDES"]);

function buildComparison(context: FieldExpressionContext, text: string, strings: Strings): Condition {
  const call = context.soqlFunction();
  const operand = call ? buildCall(call) : buildPath(context.fieldName());
  const operator = buildOperator(context.comparisonOperator());
  const value = context.value();
  const at = startOf(context);
  const isList = LIST_OPERATORS.has(operator);
  const subQuery = value.subQuery();
  if (subQuery) {
    if (operator !== "IN" && operator !== "NOT IN") throw unexpectedToken("(");
    const isNegated = operator === "NOT IN";
    const query = buildSubQuery(subQuery, text, strings);
    return { kind: "semiJoin", operand, isNegated, query, at };
  }
  const list = value.valueList();
  if (isList !== Boolean(list)) throw unexpectedToken(list ? "(" : text.slice(startOf(value)).split(/\s/)[0]!);
  const values = list ? list.value_list() : [value];
  const literals = values.map((item) => buildLiteral(item, strings));
  return { kind: "compare", operand, operator, literals, at };
}

type LogicalContext = WhereLogicalExpressionContext | LogicalExpressionContext;
type ConditionalContext = WhereConditionalExpressionContext | ConditionalExpressionContext;

function buildConditional(context: ConditionalContext, text: string, strings: Strings): Condition {
  const inner = "whereLogicalExpression" in context ? context.whereLogicalExpression() : context.logicalExpression();
  if (inner) return withoutSemiJoin(buildCondition(inner, text, strings), nestedSemiJoin);
  if (!("whereFieldExpression" in context)) return buildComparison(context.fieldExpression(), text, strings);
  const field = context.whereFieldExpression().fieldExpression();
  if (!field) throw notSupported("FORMULA() in SOQL");
  return buildComparison(field, text, strings);
}

function buildCondition(context: LogicalContext, text: string, strings: Strings): Condition {
  const parts: ConditionalContext[] =
    "whereConditionalExpression_list" in context
      ? context.whereConditionalExpression_list()
      : context.conditionalExpression_list();
  const conditions = parts.map((part) => buildConditional(part, text, strings));
  if (context.NOT()) return { kind: "not", condition: withoutSemiJoin(conditions[0]!, nestedSemiJoin) };
  if (conditions.length === 1) return conditions[0]!;
  if (context.SOQLOR_list().length === 0) return { kind: "and", conditions };
  return { kind: "or", conditions: conditions.map((part) => withoutSemiJoin(part, semiJoinWithOr)) };
}

const nestedSemiJoin =
  "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.";
const semiJoinWithOr = "Semi join sub-selects are not allowed with the 'OR' operator";

/** The platform takes one at the top level only, which parentheses end: within them it was refused already. */
function withoutSemiJoin(condition: Condition, message: string): Condition {
  const parts = condition.kind === "and" || condition.kind === "or" ? condition.conditions : [condition];
  if (parts.some(({ kind }) => kind === "semiJoin")) throw malformedQuery(message);
  return condition;
}

function buildOrder(context: FieldOrderContext): OrderItem {
  const call = context.soqlFunction();
  return {
    operand: call ? buildCall(call) : buildPath(context.fieldName()),
    isDescending: Boolean(context.DESC()),
    nulls: context.FIRST() ? "FIRST" : context.LAST() ? "LAST" : null,
  };
}

interface CountClause {
  IntegerLiteral(): { getText(): string } | null;
}

function countOf(clause: CountClause | null): number | null {
  if (!clause) return null;
  const literal = clause.IntegerLiteral();
  if (!literal) throw unexpectedToken(":");
  return Number(literal.getText());
}

function buildShared(
  context: QueryContext | SubQueryContext,
  text: string,
  strings: Strings,
): Pick<SoqlQuery, "from" | "where" | "orderBy" | "limit"> {
  if (context.UPDATE()) throw notSupported("UPDATE TRACKING or VIEWSTAT in SOQL");
  const where = context.whereClause()?.whereLogicalExpression();
  const order = context.orderByClause()?.fieldOrderList();
  return {
    from: buildFrom(context.fromNameList()),
    where: where ? buildCondition(where, text, strings) : null,
    orderBy: order ? order.fieldOrder_list().map(buildOrder) : [],
    limit: countOf(context.limitClause()),
  };
}

function buildSubQuery(context: SubQueryContext, text: string, strings: Strings): SoqlQuery {
  return {
    text,
    ...buildShared(context, text, strings),
    select: context
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => buildSelectItem(entry, text, strings)),
    scope: null,
    groupBy: [],
    having: null,
    offset: null,
  };
}

function buildGroupBy(context: QueryContext): Operand[] {
  const clause = context.groupByClause();
  if (!clause) return [];
  if (clause.ROLLUP() || clause.CUBE()) throw notSupported("GROUP BY ROLLUP or CUBE in SOQL");
  return clause
    .fieldGroupByList()
    .fieldGroupBy_list()
    .map((item) => {
      const call = item.soqlFunction();
      return call ? buildCall(call) : buildPath(item.fieldName());
    });
}

/** The parser's tree as ours. FOR VIEW, FOR REFERENCE and FOR UPDATE change nothing here and are dropped. */
export function buildQuery(context: QueryContext, text: string, strings: Strings): SoqlQuery {
  if (context.allRowsClause()) throw malformedQuery("ALL ROWS not allowed in this context");
  if (context.withClause()) throw notSupported("the WITH clause in SOQL");
  const having = context.groupByClause()?.logicalExpression();
  return {
    text,
    ...buildShared(context, text, strings),
    select: context
      .selectList()
      .selectEntry_list()
      .map((entry) => buildSelectItem(entry, text, strings)),
    scope: context.usingScope()?.soqlId().getText() ?? null,
    groupBy: buildGroupBy(context),
    having: having ? buildCondition(having, text, strings) : null,
    offset: countOf(context.offsetClause()),
  };
}
