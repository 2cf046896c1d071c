/** The platform's own fetch and the usual CSV parser, over the first page. */
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { type Came, type Place } from "./place.ts";
import { pagePaths } from "./resultPaths.ts";

export async function csvParse({ url, directory }: Place): Promise<Came> {
  const [path] = await pagePaths({ url, directory }, ["Opportunity_Partner__c"]);
  const answer = await fetch(url + path, { headers: { "accept-encoding": "gzip" } });
  if (!answer.body) throw new Error("No page came");
  let [rows, cents] = [0, 0];
  const body = Readable.fromWeb(answer.body as never);
  for await (const record of body.pipe(parse({ columns: true }))) {
    rows += 1;
    cents += Math.round(Number((record as Record<string, string>).Credit_eARR__c) * 100);
  }
  return { rows, calls: 2, outcome: { cents } };
}
