import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
} from "graphql";
import type { UiReader } from "../api/ui/uiReader.ts";
import type { Field, ObjectSchema } from "../metadata/schema.ts";
import { ownFields } from "./recordFields.ts";
import type { RequestContext } from "./requestContext.ts";
import { createByGraphql, deleteByGraphql, updateByGraphql } from "./runMutation.ts";
import { IdOrRef } from "./scalars.ts";
import { kindOf } from "./valueTypes.ts";

type Fields = GraphQLFieldConfigMap<unknown, RequestContext>;

interface Arguments {
  readonly input: Readonly<Record<string, unknown>>;
}

type Operation = GraphQLFieldConfig<unknown, RequestContext, Arguments>;

const DeleteInput = new GraphQLInputObjectType({
  name: "RecordDeleteInput",
  fields: { Id: { type: new GraphQLNonNull(IdOrRef) } },
});
const DeletePayload = new GraphQLObjectType({ name: "RecordDeletePayload", fields: { Id: { type: GraphQLID } } });

/** Until then an update says only whether it succeeded. */
const RECORD_AFTER_UPDATE = 66;

/** The mutations that one user's rights allow. */
export class MutationTypes {
  readonly #reader: UiReader;
  readonly #version: number;

  constructor(reader: UiReader, version: number) {
    this.#reader = reader;
    this.#version = version;
  }

  fields(): Fields {
    const { access, org } = this.#reader;
    const served = [...org.schema.objects.values()].filter((object) => this.#reader.serves(object));
    return Object.assign(
      {},
      ...served.map((object) => ({
        ...(access.can("create", object) ? { [`${object.name}Create`]: this.#create(object) } : {}),
        ...(access.can("edit", object) ? { [`${object.name}Update`]: this.#update(object) } : {}),
        ...(access.can("delete", object) ? { [`${object.name}Delete`]: this.#delete(object) } : {}),
      })),
    ) as Fields;
  }

  #representation(object: ObjectSchema, name: string, isUpdate: boolean): GraphQLInputObjectType {
    const isSettable = (field: Field): boolean =>
      field.type !== "id" &&
      field.formula === null &&
      this.#reader.access.canEditField(object, field) &&
      !(isUpdate && field.isCreateOnly);
    const fields: GraphQLInputFieldConfigMap = {};
    for (const field of this.#reader.fields(object).filter(isSettable))
      fields[field.name] = { type: field.type === "reference" ? IdOrRef : kindOf(field).scalar };
    return new GraphQLInputObjectType({ name, fields });
  }

  /** The record after the operation: its own values, without what it is related to. */
  #payload(object: ObjectSchema, action: "Create" | "Update"): GraphQLObjectType {
    const record = new GraphQLObjectType({
      name: `${object.name}${action}Record`,
      fields: () => ownFields(this.#reader, object),
    });
    const isOld = action === "Update" && this.#version < RECORD_AFTER_UPDATE;
    return new GraphQLObjectType({
      name: `${object.name}${action}Payload`,
      fields: isOld ? { success: { type: GraphQLBoolean } } : { Record: { type: record } },
    });
  }

  #input(object: ObjectSchema, action: "Create" | "Update"): GraphQLInputObjectType {
    const isUpdate = action === "Update";
    const representation = this.#representation(object, `${object.name}${action}Representation`, isUpdate);
    return new GraphQLInputObjectType({
      name: `${object.name}${action}Input`,
      fields: {
        ...(isUpdate ? { Id: { type: new GraphQLNonNull(IdOrRef) } } : {}),
        [object.name]: { type: new GraphQLNonNull(representation) },
      },
    });
  }

  #create(object: ObjectSchema): Operation {
    return {
      type: this.#payload(object, "Create"),
      args: { input: { type: new GraphQLNonNull(this.#input(object, "Create")) } },
      resolve: (_source, args, context, info) => createByGraphql(context, object, args.input, String(info.path.key)),
    };
  }

  #update(object: ObjectSchema): Operation {
    return {
      type: this.#payload(object, "Update"),
      args: { input: { type: new GraphQLNonNull(this.#input(object, "Update")) } },
      resolve: (_source, args, context, info) => updateByGraphql(context, object, args.input, String(info.path.key)),
    };
  }

  #delete(object: ObjectSchema): Operation {
    return {
      type: DeletePayload,
      args: { input: { type: new GraphQLNonNull(DeleteInput) } },
      resolve: (_source, args, context) => deleteByGraphql(context, object, args.input),
    };
  }
}
