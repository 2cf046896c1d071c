import { readFileSync } from "node:fs";
import { join } from "node:path";
import { restClient, type Answer, type Call } from "../support/restClient.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

interface Write {
  readonly object: string;
  readonly operation: string;
  readonly outcome: string;
  readonly error: { readonly errorCode: string; readonly message: string } | null;
  readonly changes: readonly { field: string; before: unknown; after: unknown; by: string }[];
  readonly validationRules: readonly { rule: string; isViolated: boolean; values: Record<string, unknown> }[];
  readonly flows: readonly { flow: string; started: boolean; path: string[]; error: string | null }[];
  readonly writes: readonly Write[];
}

interface Trace {
  readonly method: string;
  readonly path: string;
  readonly answer: { readonly status: number; readonly body: unknown };
  readonly writes: readonly Write[];
}

const TRACED = { "X-Local-Org-Trace": "1" };

describe("the trace of a request", () => {
  const files = new TemporaryDirectory();
  const traceFile = join(files.path, "trace.jsonl");
  let org: TestOrg;
  let contact: string;
  beforeAll(async () => {
    org = await startOrg({ traceFile });
    const created = await restClient(org)("/sobjects/Contact", { method: "POST", body: { LastName: "Doe" } });
    contact = (created.body as { id: string }).id;
  });
  afterAll(async () => {
    await org.close();
    files.remove();
  });

  async function traceOf(answer: Answer): Promise<Trace> {
    const id = answer.headers.get("x-local-org-trace-id");
    const response = await fetch(`${org.instanceUrl}/local-org/trace/${String(id)}`);
    return (await response.json()) as Trace;
  }

  async function traced(path: string, call: Call): Promise<Trace> {
    return traceOf(await restClient(org)(path, { ...call, headers: { ...call.headers, ...TRACED } }));
  }

  const training = (values: Record<string, string>): Call => ({
    method: "POST",
    body: { Contact__c: contact, Course__c: "Segment_Sales", ...values },
  });

  it("says which rule refused a save, and the values that the rule saw", async () => {
    const dates = { Completed_Date__c: "2023-05-02", Expires_Date__c: "2023-05-01" };
    const trace = await traced("/sobjects/Partner_Training__c", training(dates));
    expect(trace.answer.status).toBe(400);
    const [write] = trace.writes;
    expect(write).toMatchObject({
      object: "Partner_Training__c",
      operation: "create",
      outcome: "refused",
      error: { errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION" },
    });
    expect(write?.validationRules).toEqual([
      expect.objectContaining({ rule: "Training_Ends_After_Completion", isViolated: true, values: dates }),
    ]);
  });

  it("says who set each field of a save: the caller, a default, the platform", async () => {
    const body = { Name: "Deal", StageName: "Closed Won", CloseDate: "2023-12-01" };
    const { writes } = await traced("/sobjects/Opportunity", { method: "POST", body });
    const by = (field: string): unknown => writes[0]?.changes.findLast((change) => change.field === field);
    expect(writes[0]?.outcome).toBe("saved");
    expect(by("StageName")).toEqual({ field: "StageName", before: null, after: "Closed Won", by: "caller" });
    expect(by("IsWon")).toMatchObject({ before: false, after: true, by: "platform" });
    expect(by("OwnerId")).toMatchObject({ by: "default" });
  });

  it("says which way a flow took, what it set, and which did not start", async () => {
    const call = restClient(org);
    const account = await call("/sobjects/Account", {
      method: "POST",
      body: { Name: "Partner", Partner_Status__c: "Enrolled", Partner_Enrolled_Date__c: "2023-01-01" },
    });
    const body = { Name: "Deal", StageName: "Qualification", CloseDate: "2023-12-20" };
    const opportunity = await call("/sobjects/Opportunity", { method: "POST", body });
    const { writes } = await traced("/sobjects/Opportunity_Partner__c", {
      method: "POST",
      body: {
        Opportunity__c: (opportunity.body as { id: string }).id,
        Partner__c: (account.body as { id: string }).id,
        Role__c: "Influenced",
        Source__c: "Twilio Sales",
      },
    });
    expect(writes[0]?.error).toBeNull();
    const flow = writes[0]?.flows.find((run) => run.flow === "Stamp_Attribution_Key");
    expect(flow?.started).toBe(true);
    expect(flow?.path.length).toBeGreaterThan(0);
    expect(writes[0]?.changes).toContainEqual(
      expect.objectContaining({ field: "Key__c", before: null, by: "flow Stamp_Attribution_Key" }),
    );
  });

  it("calls rolled back what was saved before a later record of the same request failed", async () => {
    const record = (LastName: string | null): unknown => ({ attributes: { type: "Contact" }, LastName });
    const { writes } = await traced("/composite/sobjects", {
      method: "POST",
      body: { allOrNone: true, records: [record("First"), record(null)] },
    });
    expect(writes.map(({ outcome, error }) => [outcome, error?.errorCode])).toEqual([
      ["rolled back", undefined],
      ["refused", "REQUIRED_FIELD_MISSING"],
    ]);
  });

  it("follows the rows of a bulk job that was closed under it", async () => {
    const call = restClient(org);
    const job = await call("/jobs/ingest", { method: "POST", body: { object: "Contact", operation: "insert" } });
    const { id } = job.body as { id: string };
    await call(`/jobs/ingest/${id}/batches`, {
      method: "PUT",
      body: "LastName\nBulk\n",
      headers: { "Content-Type": "text/csv" },
    });
    const closed = await call(`/jobs/ingest/${id}`, {
      method: "PATCH",
      body: { state: "UploadComplete" },
      headers: TRACED,
    });
    let state = "";
    while (state !== "JobComplete") state = ((await call(`/jobs/ingest/${id}`)).body as { state: string }).state;
    expect((await traceOf(closed)).writes.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ["create", "saved"],
    ]);
  });

  const person = { attributes: { type: "Contact", referenceId: "p" }, LastName: "Way" };
  const subcall = { method: "POST", url: "/services/data/v66.0/sobjects/Contact", body: { LastName: "Way" } };
  const numbered = { ...subcall, referenceId: "p" };

  it.each<[string, string, object]>([
    ["REST", "/sobjects/Contact", { LastName: "Way" }],
    ["a collection", "/composite/sobjects", { records: [person] }],
    ["a tree", "/composite/tree/Contact", { records: [person] }],
    ["a composite request", "/composite", { compositeRequest: [numbered] }],
    ["a batch", "/composite/batch", { batchRequests: [{ ...subcall, richInput: subcall.body }] }],
    ["a graph", "/composite/graph", { graphs: [{ graphId: "g", compositeRequest: [numbered] }] }],
    ["the User Interface API", "/ui-api/records", { apiName: "Contact", fields: { LastName: "Way" } }],
    [
      "GraphQL",
      "/graphql",
      { query: 'mutation { uiapi { ContactCreate(input: { Contact: { LastName: "Way" } }) { Record { Id } } } }' },
    ],
  ])("follows a save by %s", async (_way, path, body) => {
    const { writes, answer } = await traced(path, { method: "POST", body });
    expect([answer.status < 300, writes]).toMatchObject([
      true,
      [{ object: "Contact", operation: "create", outcome: "saved" }],
    ]);
    expect(writes[0]!.changes).toContainEqual({ field: "LastName", before: null, after: "Way", by: "caller" });
  });

  it.each([
    ["REST", (id: string): [string, Call] => [`/sobjects/Contact/${id}`, { method: "DELETE" }]],
    ["a collection", (id: string): [string, Call] => [`/composite/sobjects?ids=${id}`, { method: "DELETE" }]],
    ["the User Interface API", (id: string): [string, Call] => [`/ui-api/records/${id}`, { method: "DELETE" }]],
    [
      "GraphQL",
      (id: string): [string, Call] => [
        "/graphql",
        { method: "POST", body: { query: `mutation { uiapi { ContactDelete(input: { Id: "${id}" }) { Id } } }` } },
      ],
    ],
  ])("follows a deletion by %s", async (_way, callOf) => {
    const created = await restClient(org)("/sobjects/Contact", { method: "POST", body: { LastName: "Gone" } });
    const { writes } = await traced(...callOf((created.body as { id: string }).id));
    expect(writes.map(({ object, operation, outcome }) => [object, operation, outcome])).toEqual([
      ["Contact", "delete", "saved"],
    ]);
  });

  it("tells of a save that was refused before anything ran", async () => {
    const { answer, writes } = await traced("/sobjects/Contact", { method: "POST", body: { Nothing__c: 1 } });
    expect([answer.status, writes]).toEqual([400, []]);
    expect(answer.body).toEqual([expect.objectContaining({ errorCode: "INVALID_FIELD" })]);
  });

  it("keeps nothing of requests that did not ask", async () => {
    const answer = await restClient(org)("/sobjects/Contact", { method: "POST", body: { LastName: "Quiet" } });
    expect(answer.headers.get("x-local-org-trace-id")).toBeNull();
    const none = await fetch(`${org.instanceUrl}/local-org/trace/none`);
    expect(none.status).toBe(404);
  });

  it("adds every write of the org to the file, asked for or not", () => {
    const lines = readFileSync(traceFile, "utf8").trimEnd().split("\n");
    const writes = lines.map((line) => JSON.parse(line) as Write);
    expect(writes[0]).toMatchObject({ object: "Contact", operation: "create", outcome: "saved" });
    expect(writes.map(({ outcome }) => outcome)).toContain("rolled back");
    expect(writes.at(-1)?.changes).toContainEqual(expect.objectContaining({ field: "LastName", after: "Quiet" }));
  });
});
