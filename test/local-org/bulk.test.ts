import { gunzipSync, gzipSync } from "node:zlib";
import { request } from "node:http";
import { query, restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

describe("Bulk API 2.0", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeEach(async () => {
    const rows = Array.from({ length: 5 }, (_none, at) => `a${at},"Partner ""${at}"", Ltd",12.50`);
    org = await startOrg({ seed: { Account: ["Id,Name,AnnualRevenue", ...rows] }, pageSize: 2 });
    call = restClient(org);
  });
  afterEach(() => org.close());

  const job = (answer: Answer): Record<string, unknown> => answer.body as Record<string, unknown>;

  async function completed(path: string): Promise<Record<string, unknown>> {
    for (let polls = 0; polls < 100; polls += 1) {
      const state = job(await call(path));
      if (state["state"] === "JobComplete" || state["state"] === "Failed") return state;
    }
    throw new Error(`${path} does not end`);
  }

  async function queryJob(soql: string): Promise<string> {
    const created = job(await call("/jobs/query", { method: "POST", body: { operation: "query", query: soql } }));
    expect(created["state"]).toBe("UploadComplete");
    await completed(`/jobs/query/${String(created["id"])}`);
    return `/jobs/query/${String(created["id"])}`;
  }

  it("gives a query's rows page by page, each with its count and the locator of the next", async () => {
    const path = await queryJob("SELECT Name FROM Account ORDER BY Name");
    const pages: string[] = [];
    const counts: string[] = [];
    for (let locator: string | null = ""; locator !== null;) {
      const page = await call(`${path}/results${locator === "" ? "" : `?locator=${locator}`}`);
      pages.push(page.text);
      counts.push(page.headers.get("sforce-numberofrecords")!);
      const next = page.headers.get("sforce-locator")!;
      locator = next === "null" ? null : next;
    }
    expect(counts).toEqual(["2", "2", "1"]);
    expect(pages[0]).toBe('"Name"\n"Partner ""0"", Ltd"\n"Partner ""1"", Ltd"\n');
    expect((await completed(path))["numberRecordsProcessed"]).toBe(5);
  });

  it.each([
    [{ operation: "insert", contentType: "JSON" }, "contentType must be CSV"],
    [{ operation: "upsert" }, "External ID was blank for Account. An External ID must be specified for upsert."],
  ])("opens no job of %j", async (definition, message) => {
    const answer = await call("/jobs/ingest", { method: "POST", body: { object: "Account", ...definition } });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: "INVALIDJOB", message }] });
  });

  it("serves maxRecords below the page size, and refuses a locator of its own making", async () => {
    const path = await queryJob("SELECT Id FROM Account");
    expect((await call(`${path}/results?maxRecords=1`)).headers.get("sforce-numberofrecords")).toBe("1");
    const refused = await call(`${path}/results?locator=nonsense`);
    expect([refused.status, refused.body]).toMatchObject([400, [{ errorCode: "INVALID_QUERY_LOCATOR" }]]);
  });

  it("compresses results for those who accept it", async () => {
    const path = await queryJob("SELECT Id FROM Account");
    const raw = await new Promise<Buffer>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${org.connection.accessToken}`, "Accept-Encoding": "gzip" };
      const sent = request(`${org.instanceUrl}/services/data/v66.0${path}/results`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
      });
      sent.on("error", reject).end();
    });
    expect(gunzipSync(raw).toString().split("\n")).toHaveLength(4);
  });

  it("refuses in bulk what the platform refuses there", async () => {
    const refused = await call("/jobs/query", {
      method: "POST",
      body: { operation: "query", query: "SELECT COUNT(Id) FROM Account" },
    });
    expect(refused.status).toBe(400);
  });

  async function ingest(body: Record<string, string>, csv: string | Uint8Array, headers = {}): Promise<string> {
    const created = job(await call("/jobs/ingest", { method: "POST", body: { contentType: "CSV", ...body } }));
    const path = `/jobs/ingest/${String(created["id"])}`;
    const put = { method: "PUT", body: csv, headers: { "Content-Type": "text/csv", ...headers } };
    expect((await call(`${path}/batches`, put)).status).toBe(201);
    await call(path, { method: "PATCH", body: { state: "UploadComplete" } });
    return path;
  }

  it("inserts rows, and tells of each that failed why", async () => {
    const path = await ingest(
      { object: "Contact", operation: "insert" },
      "LastName,Email\nGood,good@example.com\nBad,nowhere\n",
    );
    expect(await completed(path)).toMatchObject({
      state: "JobComplete",
      numberRecordsProcessed: 2,
      numberRecordsFailed: 1,
    });
    expect((await call(`${path}/successfulResults`)).text).toMatch(
      /^"sf__Id","sf__Created","LastName","Email"\n"003\w{15}","true","Good"/,
    );
    expect((await call(`${path}/failedResults`)).text).toContain(
      '"INVALID_EMAIL_ADDRESS:Email: invalid email address: nowhere:Email --"',
    );
  });

  it("takes a gzip upload, clears fields by #N/A and leaves empty cells alone", async () => {
    const [first, second] = await query(call, "SELECT Id FROM Account ORDER BY Id LIMIT 2");
    const csv = `Id,AnnualRevenue,Phone\n${String(first!["Id"])},#N/A,1\n${String(second!["Id"])},,2\n`;
    await completed(
      await ingest({ object: "Account", operation: "update" }, gzipSync(csv), { "Content-Encoding": "gzip" }),
    );
    const rows = await query(call, "SELECT AnnualRevenue, Phone FROM Account ORDER BY Id LIMIT 2");
    expect(rows).toMatchObject([
      { AnnualRevenue: null, Phone: "1" },
      { AnnualRevenue: 13, Phone: "2" },
    ]);
  });

  it("fails a job whose header names a field that is not there, and gives the rows back", async () => {
    const path = await ingest({ object: "Account", operation: "insert" }, "Nome\nx\n");
    expect(await completed(path)).toMatchObject({
      state: "Failed",
      errorMessage: "InvalidBatch : Field name not found : Nome",
    });
    expect((await call(`${path}/unprocessedrecords`)).text).toBe("Nome\nx\n");
  });

  it("takes one upload a job", async () => {
    const created = job(
      await call("/jobs/ingest", { method: "POST", body: { object: "Account", operation: "insert" } }),
    );
    const put = { method: "PUT", body: "Name\nx\n", headers: { "Content-Type": "text/csv" } };
    await call(`/jobs/ingest/${String(created["id"])}/batches`, put);
    const second = await call(`/jobs/ingest/${String(created["id"])}/batches`, put);
    expect(second.text).toContain("Found multiple contents for job");
  });
});
