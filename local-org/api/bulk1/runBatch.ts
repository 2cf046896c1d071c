import { parse } from "csv-parse/sync";
import type { Org } from "../../org.ts";
import { SalesforceError } from "../../salesforceError.ts";
import { toSalesforceError } from "../apiError.ts";
import { csvLine } from "../csv.ts";
import { checkHeader, ingestRow } from "../ingestRow.ts";
import type { Operation, Row, RowResult } from "../ingestJob.ts";
import { streamCells } from "../queries.ts";
import type { Batch, Bulk1Job } from "./bulk1Job.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/ */
const MOST_ROWS = 10_000;

function readRows(body: string): Row[] {
  const rows = parse<Row>(body, { columns: true, bom: true, skip_empty_lines: true });
  if (rows.length > MOST_ROWS)
    throw new SalesforceError("ExceededQuota", `InvalidBatch : Too many records: at most ${MOST_ROWS} in a batch`);
  return rows;
}

function writeRows(org: Org, job: Bulk1Job, operation: Operation, body: string): RowResult[] {
  const rows = readRows(body);
  const target = { ...job, operation, header: Object.keys(rows[0] ?? {}) };
  checkHeader(target);
  return org.store.transact(() => rows.map((row) => ingestRow(org, target, row)));
}

function queryRows(org: Org, job: Bulk1Job, soql: string): string {
  const { header, rows } = streamCells(org, job.access, soql, job.operation === "queryAll");
  return csvLine(header) + [...rows()].map((cells) => csvLine(cells)).join("");
}

/** Works a batch off. What spoils all of it is noted as its state, what spoils a row in the row's result. */
export function runBatch(org: Org, job: Bulk1Job, batch: Batch): void {
  if (job.state === "Aborted") {
    batch.state = "Not Processed";
    return;
  }
  try {
    if (job.operation === "query" || job.operation === "queryAll") batch.csv = queryRows(org, job, batch.body);
    else batch.results = writeRows(org, job, job.operation, batch.body);
    batch.state = "Completed";
  } catch (error) {
    const { message } = error instanceof SalesforceError ? error : toSalesforceError(error);
    batch.state = "Failed";
    batch.stateMessage = message.startsWith("InvalidBatch") ? message : `InvalidBatch : ${message}`;
  }
}
