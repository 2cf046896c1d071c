/** The org's daily allowances, and the API versions that it serves. */
import { z } from "zod";
import { apiRoot, type Org } from "./org.ts";

const limit = z.object({ Max: z.number(), Remaining: z.number() });
const limits = z.object({
  DailyApiRequests: limit,
  DailyBulkV2QueryJobs: limit.optional(),
  DailyBulkApiBatches: limit.optional(),
});
const versions = z.array(z.object({ version: z.string() }));

export type OrgLimits = z.infer<typeof limits>;

export async function readLimits(org: Org): Promise<OrgLimits> {
  const answer = await org.transport.send({ method: "GET", path: `${apiRoot}/limits` });
  return limits.parse(JSON.parse(answer.text));
}

/** As the org lists them: `66.0`. */
export async function readApiVersions(org: Org): Promise<string[]> {
  const answer = await org.transport.send({ method: "GET", path: "/services/data" });
  return versions.parse(JSON.parse(answer.text)).map(({ version }) => version);
}
