import type { ObjectSchema } from "../metadata/schema.ts";
import { toId18 } from "../records/recordId.ts";

/** The id of an object's one layout, in every answer that names it. */
export function layoutId({ keyPrefix }: ObjectSchema): string {
  return toId18(`00h000000000${keyPrefix}`);
}
