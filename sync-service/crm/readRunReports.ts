/** The ledger of runs as people read it: what each run did, found and wrote. */
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { day, instant, integer, optional, rowReader, text } from "./rowReader.ts";
import { checkedId, equals } from "./soql.ts";

/** A run's record; null = blank. Instants are epoch milliseconds. */
export interface RunReport {
  readonly id: string;
  readonly key: string | null;
  readonly status: string;
  readonly mode: string | null;
  readonly partnerId: string | null;
  readonly asOfDate: string | null;
  readonly requestedAt: number;
  readonly startedAt: number | null;
  readonly heartbeatAt: number | null;
  readonly finishedAt: number | null;
  readonly runner: string | null;
  readonly partnersEvaluated: number | null;
  readonly rowsRead: number | null;
  readonly rowsWritten: number | null;
  readonly rowsFailed: number | null;
  readonly summary: string | null;
  readonly heldReason: string | null;
  readonly planHash: string | null;
  readonly approvedPlanHash: string | null;
}

const object = "Partner_Sync_Run__c";

const reader = rowReader<RunReport>(object, {
  id: text("Id"),
  key: optional(text("Key__c")),
  status: text("Status__c"),
  mode: optional(text("Mode__c")),
  partnerId: optional(text("Partner__c")),
  asOfDate: optional(day("As_Of_Date__c")),
  requestedAt: instant("CreatedDate"),
  startedAt: optional(instant("Started_At__c")),
  heartbeatAt: optional(instant("Heartbeat_At__c")),
  finishedAt: optional(instant("Finished_At__c")),
  runner: optional(text("Runner__c")),
  partnersEvaluated: optional(integer("Partners_Evaluated__c")),
  rowsRead: optional(integer("Rows_Read__c")),
  rowsWritten: optional(integer("Rows_Written__c")),
  rowsFailed: optional(integer("Rows_Failed__c")),
  summary: optional(text("Summary__c")),
  heldReason: optional(text("Held_Reason__c")),
  planHash: optional(text("Plan_Hash__c")),
  approvedPlanHash: optional(text("Approved_Plan_Hash__c")),
});

export interface RunReportQuery {
  /** Only runs of this status; null = any. */
  readonly status: string | null;
  readonly limit: number;
}

/** The newest runs first. */
export async function readRunReports(org: Org, { status, limit }: RunReportQuery): Promise<RunReport[]> {
  const condition = status === null ? "Id != null" : equals("Status__c", status);
  // Ids ascend with creation, so they settle runs of the same second.
  return read(org, `${condition} ORDER BY CreatedDate DESC, Id DESC LIMIT ${limit}`);
}

/** null: no run has this id. @throws ConfigurationError where the text is no record id. */
export async function readRunReport(org: Org, id: string): Promise<RunReport | null> {
  const rows = await read(org, equals("Id", checkedId(id)));
  return rows[0] ?? null;
}

async function read(org: Org, where: string): Promise<RunReport[]> {
  const rows = await readAllRows(org, { object, columns: reader.columns, where });
  return rows.map(reader.read);
}
