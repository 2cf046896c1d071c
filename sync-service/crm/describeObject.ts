/** What the org shows the integration user of an object: an object or field without permission is simply missing. */
import { z } from "zod";
import { MissingMetadataError } from "./answerFault.ts";
import { RestError } from "./errors.ts";
import { apiRoot, type Org } from "./org.ts";

const shape = z.object({
  queryable: z.boolean(),
  createable: z.boolean(),
  updateable: z.boolean(),
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), updateable: z.boolean() })),
});

export type ObjectDescription = z.infer<typeof shape>;

/** null: the org has no such object, or does not show it to this user. */
export async function describeObject(org: Org, object: string): Promise<ObjectDescription | null> {
  try {
    const answer = await org.transport.send({ method: "GET", path: `${apiRoot}/sobjects/${object}/describe` });
    return shape.parse(JSON.parse(answer.text));
  } catch (error) {
    const isMissing = error instanceof MissingMetadataError || (error instanceof RestError && error.status === 404);
    if (isMissing) return null;
    throw error;
  }
}
