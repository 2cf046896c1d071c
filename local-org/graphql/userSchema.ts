import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLFieldConfigMap,
} from "graphql";
import type { UserAccess } from "../access/userAccess.ts";
import type { UiReader } from "../api/ui/uiReader.ts";
import { AggregateTypes } from "./aggregateTypes.ts";
import { MutationTypes } from "./mutationTypes.ts";
import { RecordTypes } from "./recordTypes.ts";
import type { RequestContext } from "./requestContext.ts";
import { runConnection, type ConnectionArguments } from "./runConnection.ts";

type Fields = GraphQLFieldConfigMap<unknown, RequestContext>;

/** Mutations exist from this version on; they are generally available from 66 on. */
const FIRST_MUTATIONS = 59;

function recordQuery(reader: UiReader, records: RecordTypes): GraphQLObjectType {
  const served = [...reader.org.schema.objects.values()].filter((object) => reader.queries(object));
  const fields: Fields = {};
  for (const object of served)
    fields[object.name] = {
      type: records.connection(object),
      args: { ...records.inputs.connectionArguments(object), scope: { type: records.scope(object) } },
      resolve: (_source, args: ConnectionArguments, context, info) => runConnection(context, object, args, info),
    };
  return new GraphQLObjectType({ name: "RecordQuery", fields });
}

const MutationsInput = new GraphQLInputObjectType({
  name: "UIAPIMutationsInput",
  fields: { allOrNone: { type: GraphQLBoolean } },
});

/** `Mutation { uiapi(input: { allOrNone: false }) { … } }` */
function mutation(fields: Fields): GraphQLObjectType {
  const operations = new GraphQLObjectType({ name: "UIAPIMutations", fields });
  return new GraphQLObjectType<unknown, RequestContext>({
    name: "Mutation",
    fields: {
      uiapi: {
        type: new GraphQLNonNull(operations),
        args: { input: { type: MutationsInput } },
        resolve: (_source, args: { input?: { allOrNone?: boolean | null } | null }, context) => {
          context.mutation.allOrNone = args.input?.allOrNone ?? true;
          return {};
        },
      },
    },
  });
}

function build(reader: UiReader, version: number): GraphQLSchema {
  const records = new RecordTypes(reader);
  const uiapi = new GraphQLObjectType<unknown, RequestContext>({
    name: "UIAPI",
    fields: {
      query: { type: new GraphQLNonNull(recordQuery(reader, records)), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(new AggregateTypes(reader, records).root()), resolve: () => ({}) },
    },
  });
  const query = new GraphQLObjectType<unknown, RequestContext>({
    name: "Query",
    fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } },
  });
  const operations = version < FIRST_MUTATIONS ? {} : new MutationTypes(reader, version).fields();
  return new GraphQLSchema({
    query,
    ...(Object.keys(operations).length > 0 ? { mutation: mutation(operations) } : {}),
  });
}

const schemas = new WeakMap<UserAccess, Map<number, GraphQLSchema>>();

/** The schema as one user sees it: what he may not read is not in it. */
export function userSchema(reader: UiReader, version: number): GraphQLSchema {
  const known = schemas.get(reader.access) ?? new Map<number, GraphQLSchema>();
  schemas.set(reader.access, known);
  let schema = known.get(version);
  if (!schema) known.set(version, (schema = build(reader, version)));
  return schema;
}
