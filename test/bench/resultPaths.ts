/** Addresses of result pages, for contenders that read them without the service. */
import { request } from "undici";
import { manifestOf, type Place } from "./place.ts";

/** Addresses of all result pages of two fresh jobs. */
export async function pagePaths(
  { url, directory }: Pick<Place, "url" | "directory">,
  objects: readonly string[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const object of objects) {
    const { body } = await request(`${url}/services/data/v66.0/jobs/query`, {
      method: "POST",
      body: JSON.stringify({ operation: "query", query: `SELECT Id FROM ${object}` }),
    });
    const { id, numberRecordsProcessed } = (await body.json()) as { id: string; numberRecordsProcessed: number };
    const pages =
      object === "Opportunity_Partner__c" ? manifestOf(directory).attributions : manifestOf(directory).lines;
    const served = numberRecordsProcessed === 0 ? [] : pages;
    paths.push(...served.map((_, page) => `/services/data/v66.0/jobs/query/${id}/results?locator=${page}`));
  }
  return paths;
}
