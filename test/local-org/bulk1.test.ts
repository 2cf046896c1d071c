import { startOrg, type TestOrg } from "../support/withOrg.ts";

const NAMESPACE = "http://www.force.com/2009/06/asyncapi/dataload";

describe("Bulk API 1", () => {
  let org: TestOrg;

  beforeAll(async () => {
    org = await startOrg({ seed: { Account: ["Id,Name", "a,Harbor", "b,Lake"] } });
  });
  afterAll(() => org.close());

  async function call(
    path: string,
    { method = "GET", body = undefined as string | undefined, session = org.connection.accessToken } = {},
  ): Promise<{ status: number; text: string }> {
    const response = await fetch(`${org.instanceUrl}/services/async/50.0${path}`, {
      method,
      headers: { "X-SFDC-SESSION": session, "Content-Type": body?.startsWith("<") ? "application/xml" : "text/csv" },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  }

  const member = (text: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? "";

  async function open(operation: string, extra = ""): Promise<string> {
    const members = `<operation>${operation}</operation><object>Account</object>${extra}<contentType>CSV</contentType>`;
    const { status, text } = await call("/job", {
      method: "POST",
      body: `<jobInfo xmlns="${NAMESPACE}">${members}</jobInfo>`,
    });
    expect([status, member(text, "state")]).toEqual([201, "Open"]);
    return member(text, "id");
  }

  /** Adds a batch, closes the job; returns where the batch stands once it is worked off. */
  async function work(job: string, body: string): Promise<{ path: string; info: string }> {
    const added = await call(`/job/${job}/batch`, { method: "POST", body });
    expect(added.status).toBe(201);
    await call(`/job/${job}`, {
      method: "POST",
      body: `<jobInfo xmlns="${NAMESPACE}"><state>Closed</state></jobInfo>`,
    });
    const path = `/job/${job}/batch/${member(added.text, "id")}`;
    return { path, info: (await call(path)).text };
  }

  it("inserts rows and tells what became of each", async () => {
    const { path, info } = await work(await open("insert"), "Name,NumberOfEmployees\nNew,5\n,7\n");
    expect([member(info, "state"), member(info, "numberRecordsFailed")]).toEqual(["Completed", "1"]);
    const [head, first, second] = (await call(`${path}/result`)).text.trim().split("\n");
    expect(head).toBe('"Id","Success","Created","Error"');
    expect(first).toMatch(/^"001\w{15}","true","true",""$/);
    expect(second).toBe('"","false","false","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --"');
  });

  it("queries: a list of results, then the rows", async () => {
    const { path, info } = await work(await open("query"), "SELECT Name FROM Account WHERE Name < 'M' ORDER BY Name");
    expect(member(info, "state")).toBe("Completed");
    const result = member((await call(`${path}/result`)).text, "result");
    expect((await call(`${path}/result/${result}`)).text).toBe('"Name"\n"Harbor"\n"Lake"\n');
  });

  it("fails a batch whose header names no field, and keeps nothing of it", async () => {
    const { info } = await work(await open("insert"), "Name,Nothing\nLost,1\n");
    expect([member(info, "state"), member(info, "stateMessage")]).toEqual([
      "Failed",
      "InvalidBatch : Field name not found : Nothing",
    ]);
  });

  it.each([
    ["a session that does not exist", { session: "nobody" }, "InvalidSessionId"],
    ["a job that does not exist", {}, "InvalidJob"],
  ])("answers %s in its own words, with 400", async (_what, options, code) => {
    const { status, text } = await call("/job/750000000000000AAA", options);
    expect([status, member(text, "exceptionCode")]).toEqual([400, code]);
  });

  it("refuses an empty batch, and any batch of a closed job", async () => {
    const job = await open("delete");
    const empty = await call(`/job/${job}/batch`, { method: "POST", body: "" });
    expect(member(empty.text, "exceptionCode")).toBe("ClientInputError");
    await call(`/job/${job}`, {
      method: "POST",
      body: `<jobInfo xmlns="${NAMESPACE}"><state>Closed</state></jobInfo>`,
    });
    const late = await call(`/job/${job}/batch`, { method: "POST", body: "Id\nx\n" });
    expect(member(late.text, "exceptionCode")).toBe("InvalidJobState");
  });
});
