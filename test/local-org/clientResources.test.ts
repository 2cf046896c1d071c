import { query, restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

const HARBOR = "001000000000001AAA";

describe("Resources beside the records", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({
      seed: {
        Account: [
          "Id,Name,Partner_Status__c,CreatedDate",
          `${HARBOR},Harbor,Enrolled,2023-12-01T09:00:00Z`,
          "b,Lake,,2023-12-10T09:00:30Z",
          "c,Stone,,2023-12-12T09:00:00Z",
        ],
        Contact: [
          "LastName,AccountId",
          `Ann,${HARBOR}`,
          ...Array.from({ length: 300 }, (_none, at) => `Person ${at},${at % 2 === 0 ? "b" : "c"}`),
        ],
        Opportunity: ["Id,Name,AccountId,StageName,CloseDate", `o,Deal,${HARBOR},Prospecting,2024-01-31`],
      },
    });
    call = restClient(org);
  });
  afterAll(() => org.close());

  const member = (answer: Answer, name: string): unknown => (answer.body as Record<string, unknown>)[name];
  const errorCode = ({ body }: Answer): string => (body as { errorCode: string }[])[0]!.errorCode;

  describe("Changes in a span of time", () => {
    const span = (start: string, end: string): string =>
      `start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`;

    it("are those from its first whole minute up to its last, which is left out", async () => {
      const until = async (end: string): Promise<number> =>
        (member(await call(`/sobjects/Account/updated?${span("2023-12-01T09:00:59Z", end)}`), "ids") as string[])
          .length;
      expect([await until("2023-12-10T09:00:59Z"), await until("2023-12-10T09:01:00Z")]).toEqual([1, 2]);
    });

    it("tell deletions apart, with their time", async () => {
      const { body } = await call("/sobjects/Account", { method: "POST", body: { Name: "Gone" } });
      const { id } = body as { id: string };
      await call(`/sobjects/Account/${id}`, { method: "DELETE" });
      const during = span("2023-12-15T09:00:00Z", "2023-12-15T12:00:00+0000");
      const deleted = member(await call(`/sobjects/Account/deleted?${during}`), "deletedRecords");
      expect(deleted).toEqual([
        { id, deletedDate: expect.stringMatching(/^2023-12-15T10:\d\d:\d\d\.000\+0000$/) as string },
      ]);
      expect(member(await call(`/sobjects/Account/updated?${during}`), "ids")).not.toContain(id);
    });

    it.each([
      ["the end before the start", span("2023-12-10T00:00:00Z", "2023-12-09T00:00:00Z")],
      ["more than 30 days back", span("2023-11-15T09:59:00Z", "2023-12-09T00:00:00Z")],
      ["no time at all", "start=yesterday&end=today"],
    ])("are refused for %s", async (_what, parameters) => {
      const answer = await call(`/sobjects/Account/updated?${parameters}`);
      expect([answer.status, errorCode(answer)]).toEqual([400, "INVALID_REPLICATION_DATE"]);
    });
  });

  it("keeps what was viewed, the newest first, and forgets what was deleted", async () => {
    await query(call, "SELECT Id, Name FROM Account WHERE Name = 'Lake' FOR VIEW");
    await query(call, "SELECT Id, Name FROM Account WHERE Name = 'Harbor' FOR VIEW");
    await query(call, "SELECT Id, Name FROM Opportunity FOR VIEW");
    await query(call, "SELECT Id, Name FROM Account WHERE Name = 'Stone FOR VIEW'");
    const names = async (path: string): Promise<unknown> =>
      ((await call(path)).body as { Name: string }[]).map(({ Name }) => Name);
    expect(await names("/recent")).toEqual(["Deal", "Harbor", "Lake"]);
    expect(await names("/recent?limit=1")).toEqual(["Deal"]);
    const items = member(await call("/sobjects/account"), "recentItems") as { Name: string }[];
    expect(items.map(({ Name }) => Name)).toEqual(["Harbor", "Lake"]);
  });

  it("explains a query: over an index where one serves, else over the whole table", async () => {
    const explain = async (soql: string): Promise<unknown> =>
      member(await call(`/query?explain=${encodeURIComponent(soql)}`), "plans");
    expect(await explain("SELECT Id FROM Account WHERE Phone = '1'")).toMatchObject([
      { leadingOperationType: "TableScan", sobjectType: "Account", cardinality: 0, sobjectCardinality: 3 },
    ]);
    expect(await explain(`SELECT Id FROM Contact WHERE AccountId = '${HARBOR}'`)).toMatchObject([
      { leadingOperationType: "Index", fields: ["AccountId"], cardinality: 1 },
      { leadingOperationType: "TableScan" },
    ]);
  });

  describe("List views", () => {
    const viewOf = async (object: string, name: string): Promise<string> => {
      const views = member(await call(`/sobjects/${object}/listviews`), "listviews") as Record<string, string>[];
      return views.find((view) => view["developerName"] === name)!["id"]!;
    };

    it("stand for the query that their metadata says", async () => {
      const id = await viewOf("Deal_Registration__c", "Waiting_For_Decision");
      const answer = await call(`/sobjects/Deal_Registration__c/listviews/${id}/describe`);
      expect(member(answer, "query")).toBe(
        "SELECT Name, Partner__c, Customer_Name__c, Submitted_At__c, Expires_Date__c, Submitted_By__c, Id, CreatedDate, LastModifiedDate FROM Deal_Registration__c WHERE (Status__c = 'Submitted' OR Status__c = 'Action Required') ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST",
      );
      expect(member(answer, "columns")).toMatchObject([
        { fieldNameOrPath: "Name", sortIndex: 0 },
        { sortIndex: null },
        {},
        {},
        {},
        {},
      ]);
    });

    it("answer their rows as text, as many as asked for", async () => {
      const id = await viewOf("Account", "AllAccounts");
      const answer = await call(`/sobjects/Account/listviews/${id}/results?limit=2&offset=1`);
      const rows = member(answer, "records") as { columns: { value: string | null }[] }[];
      expect(rows.map(({ columns }) => columns[0]!.value)).toEqual(["Lake", "Stone"]);
      expect([member(answer, "done"), member(answer, "size"), rows[0]!.columns[4]!.value]).toEqual([
        true,
        2,
        "system_a",
      ]);
    });

    it("of another object, or none, are not found", async () => {
      const id = await viewOf("Account", "AllAccounts");
      expect((await call(`/sobjects/Contact/listviews/${id}`)).status).toBe(404);
      expect((await call("/sobjects/Account/listviews/nothing")).status).toBe(404);
    });
  });

  describe("Layouts", () => {
    const fieldsOf = (answer: Answer): string[] =>
      JSON.stringify(member(answer, "layouts"))
        .match(/"type":"Field","value":"\w+"/g)!
        .map((text) => text.split('"')[7]!);

    it("show the fields of the package's layout with all that a describe says of them", async () => {
      const answer = await call("/sobjects/Partner_Benefit__c/describe/layouts");
      expect(fieldsOf(answer)).toEqual(expect.arrayContaining(["Name", "Partner__c", "Benefit__c", "Status__c"]));
      expect(member(answer, "recordTypeMappings")).toMatchObject([
        { recordTypeId: "012000000000000AAA", master: true },
      ]);
    });

    it("leave out what the user may not read", async () => {
      const plain = await signInPlainUser(org);
      const path = "/sobjects/Account/describe/layouts";
      expect(fieldsOf(await call(path))).toContain("Partner_Status__c");
      expect(fieldsOf(await plain(path))).not.toContain("Partner_Status__c");
      expect((await plain("/sobjects/Partner_Benefit__c/describe/layouts")).status).toBe(404);
      const tabs = (await plain("/tabs")).body as { sobjectName: string }[];
      expect(tabs.map(({ sobjectName }) => sobjectName)).not.toContain("Partner_Benefit__c");
    });

    it("come compact, named, and none for approvals", async () => {
      const compact = await call("/sobjects/Partner_Benefit__c/describe/compactLayouts");
      expect(member(compact, "compactLayouts")).toMatchObject([{ objectType: "Partner_Benefit__c" }]);
      expect((await call("/sobjects/User/describe/namedLayouts/UserAlt")).status).toBe(200);
      expect((await call("/sobjects/Account/describe/namedLayouts/UserAlt")).status).toBe(404);
      expect(member(await call("/sobjects/Account/describe/approvalLayouts"), "approvalLayouts")).toEqual([]);
    });
  });

  it("lists tabs in the user's words, and their colours", async () => {
    const tabs = (await call("/tabs")).body as { name: string; label: string }[];
    expect(tabs).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: "standard-Account", label: "Accounts" })]),
    );
    expect(member(await call("/theme"), "themeItems")).toHaveLength(tabs.length);
  });
});
