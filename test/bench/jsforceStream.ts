/** Stock jsforce, as its documentation shows it. */
import { Connection } from "jsforce/lib/connection.js";
import { QueryJobV2 } from "jsforce/lib/api/bulk2.js";
import { type Came, manifestOf, type Place } from "./place.ts";

/** Records as stock jsforce hands them out, summed up. */
export async function jsforceStream({ url, directory }: Place): Promise<Came> {
  const connection = new Connection({ instanceUrl: url, accessToken: "any", version: "66.0" });
  const job = new QueryJobV2(connection, {
    bodyParams: { query: "SELECT Id FROM Opportunity_Partner__c", operation: "query" },
    pollingOptions: { pollInterval: 50, pollTimeout: 60_000 },
  });
  await job.open();
  await job.poll(50, 60_000);
  const records = await job.result();
  let [rows, cents] = [0, 0];
  for await (const record of records as unknown as AsyncIterable<Record<string, string>>) {
    rows += 1;
    cents += Math.round(Number(record.Credit_eARR__c) * 100);
  }
  const expected = manifestOf(directory).long.rows;
  if (rows !== expected) throw new Error(`jsforce gave ${rows} of ${expected} rows`);
  return { rows, calls: 3, outcome: { cents } };
}
