import { signIn } from "../force-app/signIn.ts";
import { type Answer, type Call, restClient } from "../support/restClient.ts";
import { writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const SECRET = "the secret note";

interface Way {
  readonly way: string;
  readonly path: string;
  readonly call?: Call;
  readonly errorCode: string;
}

const soql = (text: string): string => `/query?q=${encodeURIComponent(text)}`;
const graphql = (inner: string): Call => ({
  method: "POST",
  body: { query: `query { uiapi { query { Tool__c${inner} } } }` },
});

/** Every way to ask for a field, or to learn of it by what is found and how it is sorted. */
const REFUSED_READS: readonly Way[] = [
  { way: "SELECT", path: soql("SELECT Note__c FROM Tool__c"), errorCode: "INVALID_FIELD" },
  { way: "WHERE", path: soql("SELECT Id FROM Tool__c WHERE Note__c LIKE 'the%'"), errorCode: "INVALID_FIELD" },
  { way: "ORDER BY", path: soql("SELECT Id FROM Tool__c ORDER BY Note__c"), errorCode: "INVALID_FIELD" },
  {
    way: "GROUP BY",
    path: soql("SELECT COUNT(Id) FROM Tool__c GROUP BY Note__c"),
    errorCode: "INVALID_FIELD",
  },
  { way: "an aggregate", path: soql("SELECT MAX(Note__c) FROM Tool__c"), errorCode: "INVALID_FIELD" },
  {
    way: "a semi-join",
    path: soql("SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM Tool__c WHERE Note__c != null)"),
    errorCode: "INVALID_FIELD",
  },
  {
    way: "the columns of a query",
    path: `${soql("SELECT Note__c FROM Tool__c")}&columns=true`,
    errorCode: "INVALID_FIELD",
  },
  {
    way: "a bulk query",
    path: "/jobs/query",
    call: { method: "POST", body: { operation: "query", query: "SELECT Note__c FROM Tool__c" } },
    errorCode: "INVALID_FIELD",
  },
];

describe("a field that the user may not read is as if it did not exist, on every way in", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let user: ReturnType<typeof restClient>;
  let id: string;
  beforeAll(async () => {
    org = await startOrg({ packageDirectory: writeToolPackage(directory, {}) });
    const body = { Name: "saw", Trail__c: "seen", Note__c: SECRET };
    const created = await restClient(org)("/sobjects/Tool__c", { method: "POST", body });
    id = (created.body as { id: string }).id;
    user = restClient(org, (await signIn(org, "Tool_User")).accessToken!);
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  const errorsOf = (answer: Answer): unknown => (answer.body as { errorCode: string }[])[0]?.errorCode;

  it.each(REFUSED_READS)("refuses it in $way", async ({ path, call, errorCode }) => {
    const answer = await user(path, call);
    expect([answer.status, errorsOf(answer)]).toEqual([400, errorCode]);
    expect((await restClient(org)(path, call)).status).toBe(200);
  });

  it.each([
    ["a field of a node", graphql(" { edges { node { Note__c { value } } } }")],
    ["a filter", graphql('(where: { Note__c: { like: "the%" } }) { edges { node { Id } } }')],
    ["an order", graphql("(orderBy: { Note__c: { order: ASC } }) { edges { node { Id } } }")],
  ])("refuses it in GraphQL as %s", async (_what, call) => {
    const errors = async (as: typeof user): Promise<number> =>
      ((await as("/graphql", call)).body as { errors: unknown[] }).errors.length;
    expect(await errors(user)).toBeGreaterThan(0);
    expect(await errors(restClient(org))).toBe(0);
  });

  it.each([
    ["a record", `/sobjects/Tool__c/${"ID"}`],
    ["records by id", `/composite/sobjects/Tool__c?ids=${"ID"}&fields=Name,Trail__c`],
    ["all fields of a query", soql("SELECT FIELDS(ALL) FROM Tool__c LIMIT 1")],
    ["a description", "/sobjects/Tool__c/describe"],
    ["what the UI API says of the object", "/ui-api/object-info/Tool__c"],
    [
      "a record of the UI API with the field as an optional one",
      `/ui-api/records/${"ID"}?fields=Tool__c.Trail__c&optionalFields=Tool__c.Note__c`,
    ],
  ])("leaves it out of %s", async (_what, path) => {
    const answer = await user(path.replace("ID", id));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Trail__c");
    expect(answer.text).not.toMatch(/Note__c|the secret note/);
  });

  it("refuses it among the fields that a record of the UI API must have", async () => {
    const answer = await user(`/ui-api/records/${id}?fields=Tool__c.Note__c`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain(SECRET);
  });

  it.each([
    ["create", "POST", "/sobjects/Tool__c"],
    ["update", "PATCH", "/sobjects/Tool__c/ID"],
  ])("refuses to %s with it", async (_what, method, path) => {
    const answer = await user(path.replace("ID", id), { method, body: { Name: "axe", Note__c: "mine" } });
    expect([answer.status, errorsOf(answer)]).toEqual([400, "INVALID_FIELD"]);
  });

  it("refuses a collection, a tree and a bulk job with it", async () => {
    const record = { attributes: { type: "Tool__c", referenceId: "a" }, Name: "axe", Note__c: "mine" };
    const collection = await user("/composite/sobjects", { method: "POST", body: { records: [record] } });
    expect(collection.body).toEqual([
      expect.objectContaining({ success: false, errors: [expect.objectContaining({ statusCode: "INVALID_FIELD" })] }),
    ]);
    const tree = await user("/composite/tree/Tool__c", { method: "POST", body: { records: [record] } });
    expect([tree.status, (tree.body as { hasErrors: boolean }).hasErrors]).toEqual([400, true]);
    const job = await user("/jobs/ingest", { method: "POST", body: { object: "Tool__c", operation: "insert" } });
    const jobPath = `/jobs/ingest/${(job.body as { id: string }).id}`;
    const csv = { "Content-Type": "text/csv" };
    await user(`${jobPath}/batches`, { method: "PUT", body: "Name,Note__c\naxe,mine\n", headers: csv });
    await user(jobPath, { method: "PATCH", body: { state: "UploadComplete" } });
    let state = "UploadComplete";
    while (state === "UploadComplete" || state === "InProgress")
      state = ((await user(jobPath)).body as { state: string }).state;
    expect(state).toBe("Failed");
    const rows = await restClient(org)(soql("SELECT Id FROM Tool__c"));
    expect(rows.body).toMatchObject({ totalSize: 1 });
  });
});
