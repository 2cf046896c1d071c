import type { GraphQLResolveInfo } from "graphql";
import type { ObjectSchema } from "../metadata/schema.ts";
import type { Condition } from "../soql/ast.ts";
import { FilterBuilder } from "./buildFilter.ts";
import { orderItems, writtenArgument } from "./buildOrder.ts";
import { pageWindow, printPage, type PageArguments } from "./pageOf.ts";
import { pathOf, prepareTree, type QueryTree } from "./prepareTree.ts";
import type { Node, RequestContext } from "./requestContext.ts";

export interface ConnectionArguments extends PageArguments {
  readonly where?: Readonly<Record<string, unknown>> | null;
  readonly scope?: string | null;
}

/** The condition that a field holds that id. */
export function isId(field: string, id: string): Condition {
  return {
    kind: "compare",
    operand: pathOf(field),
    operator: "=",
    literals: [{ kind: "string", value: id, pattern: id, at: 0 }],
    at: 0,
  };
}

export function bothConditions(first: Condition | null, second: Condition | null): Condition | null {
  return first && second ? { kind: "and", conditions: [first, second] } : (first ?? second);
}

/** A page of an object's records: those of the whole org, or the children of one record. */
export function runConnection(
  context: RequestContext,
  object: ObjectSchema,
  args: ConnectionArguments,
  info: GraphQLResolveInfo,
  ofParent: Condition | null = null,
): Record<string, unknown> {
  const { reader } = context;
  const window = pageWindow(args);
  const asked = args.where ? new FilterBuilder(reader).build(object, args.where) : null;
  const tree: QueryTree = {
    from: object.name,
    select: ["Id"],
    scope: args.scope ?? null,
    where: bothConditions(ofParent, asked),
  };
  const order = orderItems(reader, object, writtenArgument(info, context, "orderBy"));
  const tieBreaker = { operand: pathOf("Id"), isDescending: false, nulls: null };
  const rows = prepareTree(reader.org, reader.access, {
    ...tree,
    orderBy: [...order, tieBreaker],
    limit: window.probe,
    offset: window.offset,
  });
  const nodes = rows.ids().map((id): Node => ({ object, record: reader.record(object, id) }));
  const bounded = { ...tree, limit: args.upperBound ?? null };
  return { ...printPage(nodes, window), totalCount: () => prepareTree(reader.org, reader.access, bounded).count() };
}
