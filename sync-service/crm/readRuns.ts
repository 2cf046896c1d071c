/** The questions that a run asks of the ledger of runs. */
import type { Org } from "./org.ts";
import { readRuns, type RunRow } from "./runRecord.ts";
import { equals } from "./soql.ts";

/** The run at work, if any: the lock is its unique key. */
export async function readActiveRun(org: Org): Promise<RunRow | null> {
  return (await readRuns(org, equals("Key__c", "active")))[0] ?? null;
}

export async function readRunByKey(org: Org, key: string): Promise<RunRow | null> {
  return (await readRuns(org, equals("Key__c", key)))[0] ?? null;
}

export async function readRun(org: Org, id: string): Promise<RunRow | null> {
  return (await readRuns(org, equals("Id", id)))[0] ?? null;
}

/** Runs that wait for a person, the pending annual review included. */
export async function readHeldRuns(org: Org): Promise<RunRow[]> {
  return readRuns(org, equals("Status__c", "Held"));
}

/** Runs that somebody waits for: requested ones in the order asked, and holds with an approval. */
export async function readWaitingRuns(org: Org): Promise<RunRow[]> {
  const rows = await readRuns(org, "Status__c = 'Requested' OR (Status__c = 'Held' AND Approved_Plan_Hash__c != null)");
  // Ids ascend with creation.
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The last run over all partners that went well: what row counts are compared with. */
export async function readLastGoodRun(org: Org): Promise<RunRow | null> {
  const rows = await readRuns(
    org,
    "Partner__c = null AND Mode__c != 'Annual' AND Status__c IN ('Completed', 'Completed With Errors') AND Started_At__c != null ORDER BY Started_At__c DESC, Id DESC LIMIT 1",
  );
  return rows[0] ?? null;
}

/** Runs that were at work at some time since. */
export async function readRunsSince(org: Org, instant: number): Promise<RunRow[]> {
  const since = new Date(instant).toISOString();
  return readRuns(org, `Heartbeat_At__c >= ${since} OR Finished_At__c >= ${since}`);
}
