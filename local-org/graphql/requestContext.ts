import type { UiReader } from "../api/ui/uiReader.ts";
import type { ObjectSchema, RecordValues } from "../metadata/schema.ts";
import type { MutationRun } from "./mutationRun.ts";

/** What every resolver of one request may use. */
export interface RequestContext {
  readonly reader: UiReader;
  /** As they came: members in their order. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly mutation: MutationRun;
}

/** A record as resolvers hand it on. */
export interface Node {
  readonly object: ObjectSchema;
  readonly record: RecordValues;
}
