/** Run records: the queue, the lock and the report. */
import type { Org } from "./org.ts";
import { sendWrite } from "./fencedWrite.ts";
import { apiRoot } from "./org.ts";
import { RestError } from "./errors.ts";
import { readAllRows } from "./readRows.ts";
import { day, instant, integer, oneOf, optional, rowReader, text } from "./rowReader.ts";

export type RunStatus =
  "Requested" | "Running" | "Completed" | "Completed With Errors" | "Held" | "Superseded" | "Failed";
export type RunMode = "Nightly" | "Annual" | "On Demand";

/** A run record as it stands; null = blank. */
export interface RunRow {
  readonly id: string;
  readonly key: string | null;
  readonly status: RunStatus;
  readonly mode: RunMode | null;
  readonly partnerId: string | null;
  readonly asOfDate: string | null;
  readonly startedAt: number | null;
  readonly heartbeatAt: number | null;
  readonly leaseNumber: number | null;
  readonly runner: string | null;
  readonly plan: string | null;
  readonly planHash: string | null;
  readonly approvedPlanHash: string | null;
  /** The user who approved, and when; stamped by the org. */
  readonly approvedById: string | null;
  readonly approvedAt: number | null;
  /** Of a run at work: the user whom the service runs as. */
  readonly lastModifiedById: string | null;
}

/** What a run writes about itself; fields left out stay as they are. */
export interface RunValues {
  /** null: of a request that waits. */
  readonly key?: string | null;
  readonly status?: RunStatus;
  readonly mode?: RunMode;
  readonly partnerId?: string | null;
  readonly asOfDate?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string | null;
  readonly heartbeatAt?: string;
  readonly leaseNumber?: number;
  readonly runner?: string;
  readonly partnersEvaluated?: number;
  readonly rowsRead?: number;
  readonly rowsWritten?: number;
  readonly rowsFailed?: number;
  readonly summary?: string;
  readonly heldReason?: string | null;
  readonly plan?: string;
  readonly planHash?: string;
  readonly approvedPlanHash?: string;
  /** Carried over from the hold that was approved; the org stamps the hold itself. */
  readonly approvedById?: string | null;
  readonly approvedAt?: string | null;
}

const object = "Partner_Sync_Run__c";

const fields: Readonly<Record<keyof RunValues, string>> = {
  key: "Key__c",
  status: "Status__c",
  mode: "Mode__c",
  partnerId: "Partner__c",
  asOfDate: "As_Of_Date__c",
  startedAt: "Started_At__c",
  finishedAt: "Finished_At__c",
  heartbeatAt: "Heartbeat_At__c",
  leaseNumber: "Lease_Number__c",
  runner: "Runner__c",
  partnersEvaluated: "Partners_Evaluated__c",
  rowsRead: "Rows_Read__c",
  rowsWritten: "Rows_Written__c",
  rowsFailed: "Rows_Failed__c",
  summary: "Summary__c",
  heldReason: "Held_Reason__c",
  plan: "Plan__c",
  planHash: "Plan_Hash__c",
  approvedPlanHash: "Approved_Plan_Hash__c",
  approvedById: "Approved_By__c",
  approvedAt: "Approved_At__c",
};

const reader = rowReader<RunRow>(object, {
  id: text("Id"),
  key: optional(text("Key__c")),
  status: oneOf("Status__c", [
    "Requested",
    "Running",
    "Completed",
    "Completed With Errors",
    "Held",
    "Superseded",
    "Failed",
  ]),
  mode: optional(oneOf("Mode__c", ["Nightly", "Annual", "On Demand"])),
  partnerId: optional(text("Partner__c")),
  asOfDate: optional(day("As_Of_Date__c")),
  startedAt: optional(instant("Started_At__c")),
  heartbeatAt: optional(instant("Heartbeat_At__c")),
  leaseNumber: optional(integer("Lease_Number__c")),
  runner: optional(text("Runner__c")),
  plan: optional(text("Plan__c")),
  planHash: optional(text("Plan_Hash__c")),
  approvedPlanHash: optional(text("Approved_Plan_Hash__c")),
  approvedById: optional(text("Approved_By__c")),
  approvedAt: optional(instant("Approved_At__c")),
  lastModifiedById: optional(text("LastModifiedById")),
});

/** Run records by a condition of this room's own making. */
export async function readRuns(org: Org, where: string): Promise<RunRow[]> {
  const rows = await readAllRows(org, {
    object,
    columns: reader.columns,
    where,
  });
  return rows.map(reader.read);
}

/** Creates a record. @throws RestError DUPLICATE_VALUE where its key is taken. */
export async function createRun(org: Org, values: RunValues): Promise<string> {
  const body = bodyOf(values);
  const path = `${apiRoot}/sobjects/${object}`;
  const answer = await sendWrite(org, { method: "POST", path, body, isExempt: true });
  return (answer as { id: string }).id;
}

/** Updates a record; exempt from the allowance, so that a run that stops can say why. */
export async function updateRun(org: Org, id: string, values: RunValues): Promise<void> {
  const path = `${apiRoot}/sobjects/${object}/${id}`;
  await sendWrite(org, { method: "PATCH", path, body: bodyOf(values), isExempt: true });
}

/** Whether a write failed because the key is taken. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof RestError && error.code === "DUPLICATE_VALUE";
}

function bodyOf(values: RunValues): string {
  const entries = Object.entries(values) as [keyof RunValues, unknown][];
  return JSON.stringify(Object.fromEntries(entries.map(([key, value]) => [fields[key], value])));
}
