import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
} from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { ChildRelationship, ObjectSchema } from "../metadata/schema.ts";
import { InputTypes } from "./inputTypes.ts";
import { ownFields, RecordInterface, type NodeFields } from "./recordFields.ts";
import type { Node, RequestContext } from "./requestContext.ts";
import { isId, runConnection, type ConnectionArguments } from "./runConnection.ts";
import { Int } from "./scalars.ts";

export const PageInfo = new GraphQLObjectType({
  name: "PageInfo",
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/** Types of the objects that one user may read, each made when something first leads to it. */
export class RecordTypes {
  readonly inputs: InputTypes;
  readonly #reader: UiReader;
  readonly #types = new Map<string, GraphQLObjectType>();
  readonly #connections = new Map<string, GraphQLObjectType>();
  readonly #scopes = new Map<string, GraphQLEnumType>();

  constructor(reader: UiReader) {
    this.#reader = reader;
    this.inputs = new InputTypes(reader);
  }

  type(object: ObjectSchema): GraphQLObjectType {
    let type = this.#types.get(object.name);
    if (!type) {
      type = new GraphQLObjectType({
        name: object.name,
        description: object.label,
        interfaces: [RecordInterface],
        fields: () => ({ ...ownFields(this.#reader, object), ...this.#parents(object), ...this.#children(object) }),
      });
      this.#types.set(object.name, type);
    }
    return type;
  }

  #parents(object: ObjectSchema): NodeFields {
    const fields: NodeFields = {};
    for (const field of this.#reader.fields(object)) {
      const parent = this.#reader.parentObject(field);
      if (!parent) continue;
      fields[field.reference!.relationshipName] = {
        type: this.type(parent),
        resolve: ({ record }, _args, { reader }) => {
          const found = reader.parentRecord(parent, record[field.name]);
          return found && { object: parent, record: found };
        },
      };
    }
    return fields;
  }

  #children(object: ObjectSchema): NodeFields {
    const fields: NodeFields = {};
    for (const relationship of object.childRelationships.values()) {
      const child = this.#reader.org.store.object(relationship.childObject);
      if (this.#reader.serves(child) && this.#reader.field(child, relationship.childField))
        fields[relationship.name] = this.#childConnection(relationship, child);
    }
    return fields;
  }

  #childConnection(
    { childField }: ChildRelationship,
    child: ObjectSchema,
  ): GraphQLFieldConfig<Node, RequestContext, ConnectionArguments> {
    return {
      type: this.connection(child),
      args: this.inputs.connectionArguments(child),
      resolve: ({ record }, args, context, info) =>
        runConnection(context, child, args, info, isId(childField, String(record["Id"]))),
    };
  }

  connection(object: ObjectSchema): GraphQLObjectType {
    let type = this.#connections.get(object.name);
    if (!type) {
      const edge = new GraphQLObjectType({
        name: `${object.name}Edge`,
        fields: () => ({ node: { type: this.type(object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } }),
      });
      type = connectionType(`${object.name}Connection`, edge);
      this.#connections.set(object.name, type);
    }
    return type;
  }

  /** `ACCOUNT_SCOPE`: all records, or the caller's own. */
  scope(object: ObjectSchema): GraphQLEnumType {
    let type = this.#scopes.get(object.name);
    if (!type) {
      const values = { EVERYTHING: {}, ...(object.fields.has("ownerid") ? { MINE: {} } : {}) };
      type = new GraphQLEnumType({ name: `${object.name.toUpperCase()}_SCOPE`, values });
      this.#scopes.set(object.name, type);
    }
    return type;
  }
}

export function connectionType(name: string, edge: GraphQLObjectType): GraphQLObjectType {
  return new GraphQLObjectType({
    name,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(PageInfo) },
      totalCount: { type: new GraphQLNonNull(Int) },
      pageResultCount: { type: new GraphQLNonNull(Int) },
    },
  });
}
