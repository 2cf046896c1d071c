/** Ingest jobs for the attributions: every row sent comes back as written. */
import type { OwnAnswer } from "./fileJobs.ts";

interface Job {
  csv: string;
  state: string;
}

export class IngestJobs {
  readonly #jobs = new Map<string, Job>();

  /** null: not about attributions. */
  answer(method: string, path: string, body: Buffer): OwnAnswer | null {
    const { pathname } = new URL(path, "http://server");
    if (pathname.endsWith("/jobs/ingest") && method === "POST") return this.#create(body.toString());
    const [, id = "", what] = /\/jobs\/ingest\/(750own\d+AAA)(?:\/(\w+))?\/?$/.exec(pathname) ?? [];
    const job = this.#jobs.get(id);
    if (!job) return null;
    if (what === "batches") job.csv = body.toString();
    else if (what !== undefined) return { text: resultsOf(job, what), headers: { "content-type": "text/csv" } };
    else if (method === "PATCH") job.state = "JobComplete";
    return what === "batches" ? { text: "", status: 201 } : state(id, job);
  }

  #create(body: string): OwnAnswer | null {
    const { object } = JSON.parse(body) as { object?: string };
    if (object !== "Opportunity_Partner__c") return null;
    const id = `750own${String(this.#jobs.size + 1).padStart(9, "0")}AAA`;
    const job = { csv: "", state: "Open" };
    this.#jobs.set(id, job);
    return state(id, job);
  }
}

function state(id: string, job: Job): OwnAnswer {
  const rows = Math.max(0, job.csv.split("\n").length - 2);
  const text = JSON.stringify({ id, state: job.state, numberRecordsProcessed: rows, numberRecordsFailed: 0 });
  return { text };
}

function resultsOf({ csv }: Job, what: string): string {
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  if (what === "successfulResults")
    return [
      `"sf__Id","sf__Created",${header}`,
      ...lines.map((line) => `${line.split(",", 1)[0]},"false",${line}`),
      "",
    ].join("\n");
  return what === "failedResults" ? `"sf__Id","sf__Error",${header}\n` : `${header}\n`;
}
