import { createRecord, removeRecord, updateRecord, type WireRecord } from "../api/recordWrites.ts";
import type { ObjectSchema } from "../metadata/schema.ts";
import { toId18 } from "../records/recordId.ts";
import { NumberText } from "./numberText.ts";
import type { Node, RequestContext } from "./requestContext.ts";

type Input = Readonly<Record<string, unknown>>;

interface Payload {
  readonly Record: Node;
  readonly success: boolean;
}

/** The values as the REST API would have them: numbers as text, references filled in. */
function wireRecord({ reader, mutation }: RequestContext, values: Input): WireRecord {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof NumberText || typeof value === "number" ? String(value) : mutation.resolve(value, reader),
  ]);
  return Object.fromEntries(entries) as WireRecord;
}

function saved(context: RequestContext, object: ObjectSchema, id: string, name: string): Payload {
  const node = { object, record: context.reader.record(object, id) };
  context.mutation.keep(name, node);
  return { Record: node, success: true };
}

/** `AccountCreate(input: { Account: { Name: "…" } })` */
export function createByGraphql(context: RequestContext, object: ObjectSchema, input: Input, name: string): Payload {
  const { reader, mutation } = context;
  return mutation.run(() => {
    const wire = wireRecord(context, input[object.name] as Input);
    return saved(context, object, createRecord(reader.org, reader.access, object, wire), name);
  });
}

/** `AccountUpdate(input: { Id: "…", Account: { Name: "…" } })` */
export function updateByGraphql(context: RequestContext, object: ObjectSchema, input: Input, name: string): Payload {
  const { reader, mutation } = context;
  return mutation.run(() => {
    const id = String(mutation.resolve(input["Id"], reader));
    const wire = wireRecord(context, input[object.name] as Input);
    return saved(context, object, updateRecord(reader.org, reader.access, object, id, wire), name);
  });
}

/** `AccountDelete(input: { Id: "…" })` */
export function deleteByGraphql(context: RequestContext, object: ObjectSchema, input: Input): { Id: string } {
  const { reader, mutation } = context;
  return mutation.run(() => {
    const id = toId18(String(mutation.resolve(input["Id"], reader)));
    removeRecord(reader.org, reader.access, object, id);
    return { Id: id };
  });
}
