import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

interface Column {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly foreignKeyName: string | null;
  readonly joinColumns: readonly Column[];
}

const names = (columns: readonly Column[]): unknown =>
  columns.map(({ columnName, joinColumns }) =>
    joinColumns.length === 0 ? columnName : [columnName, names(joinColumns)],
  );

describe("resources that command-line clients ask for", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  beforeAll(async () => {
    org = await startOrg();
    call = restClient(org);
  });
  afterAll(() => org.close());

  it.each(["50.0", "51.0", "66.0", "68.0"])(
    "lists the resources of version %s, slashes doubled or not",
    async (version) => {
      const headers = { Authorization: `Bearer ${org.connection.accessToken}` };
      const answer = await fetch(`${org.instanceUrl}//services//data/v${version}`, { headers });
      expect(await answer.json()).toMatchObject({ sobjects: `/services/data/v${version}/sobjects` });
    },
  );

  it("has the versions that it lists, and none before or after them", async () => {
    const listed = (await (await fetch(`${org.instanceUrl}/services/data`)).json()) as { version: string }[];
    const headers = { Authorization: `Bearer ${org.connection.accessToken}` };
    const statusOf = async (version: number): Promise<number> =>
      (await fetch(`${org.instanceUrl}/services/data/v${version}.0/limits`, { headers })).status;
    const [first, last] = [Number(listed[0]!.version), Number(listed.at(-1)!.version)];
    const statuses = await Promise.all([first - 1, first, last, last + 1].map(statusOf));
    expect([last, statuses]).toEqual([68, [404, 200, 200, 404]]);
  });

  it("tells a scratch org's table from one that it has: 400 INVALID_TYPE", async () => {
    const answer = await call("/query?q=SELECT+Id+FROM+ScratchOrgInfo+LIMIT+1");
    expect([answer.status, answer.body]).toEqual([400, [expect.objectContaining({ errorCode: "INVALID_TYPE" })]]);
  });

  describe("the columns of a query", () => {
    async function columnsOf(
      soql: string,
    ): Promise<{ columnMetadata: Column[]; entityName: string; groupBy: boolean }> {
      return (await call(`/query?columns=true&q=${encodeURIComponent(soql)}`)).body as never;
    }

    it("nest parents and children, without reading a row", async () => {
      const soql =
        "SELECT Id, Owner.Profile.Name, Owner.Name, (SELECT LastName, Owner.Name FROM Contacts) FROM Account";
      const { columnMetadata, entityName } = await columnsOf(soql);
      expect([entityName, names(columnMetadata)]).toEqual([
        "Account",
        ["Id", ["Owner", [["Profile", ["Name"]], "Name"]], ["Contacts", ["LastName", ["Owner", ["Name"]]]]],
      ]);
      expect(columnMetadata.map(({ aggregate, foreignKeyName }) => [aggregate, foreignKeyName])).toEqual([
        [false, null],
        [false, "OwnerId"],
        [true, null],
      ]);
    });

    it("call functions by what they say, or by their alias", async () => {
      const { columnMetadata, groupBy } = await columnsOf(
        "SELECT Industry, SUM(AnnualRevenue), COUNT(Id) n FROM Account GROUP BY Industry",
      );
      expect(groupBy).toBe(true);
      expect(columnMetadata.map(({ columnName, displayName }) => [columnName, displayName])).toEqual([
        ["Industry", "Industry"],
        ["expr0", "sum(AnnualRevenue)"],
        ["n", "n"],
      ]);
    });
  });

  describe("a tree of records", () => {
    const account = (referenceId: string, Name: string | null, contacts: readonly object[] = []): object => ({
      attributes: { type: "Account", referenceId },
      Name,
      ...(contacts.length === 0 ? {} : { Contacts: { records: contacts } }),
    });
    const contact = (referenceId: string, LastName: string | null): object => ({
      attributes: { type: "Contact", referenceId },
      LastName,
    });
    const post = (records: readonly object[]): ReturnType<typeof call> =>
      call("/composite/tree/Account", { method: "POST", body: { records } });
    const count = async (soql: string): Promise<unknown> =>
      ((await call(`/query?q=${encodeURIComponent(soql)}`)).body as { totalSize: number }).totalSize;

    it("is created level by level, children below their parents", async () => {
      const answer = await post([
        account("a", "Tree", [contact("c", "Ash"), contact("d", "Birch")]),
        account("b", "Bush"),
      ]);
      expect([answer.status, answer.body]).toMatchObject([
        201,
        { hasErrors: false, results: ["a", "b", "c", "d"].map((referenceId) => ({ referenceId })) },
      ]);
      expect(await count("SELECT Id FROM Contact WHERE Account.Name = 'Tree'")).toBe(2);
    });

    it("is refused whole, naming the records at fault and no others", async () => {
      const answer = await post([account("a", "Half", [contact("c", "Ash"), contact("d", null)]), account("b", null)]);
      expect([answer.status, answer.body]).toMatchObject([
        400,
        {
          hasErrors: true,
          results: ["b", "d"].map((referenceId) => ({
            referenceId,
            errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }],
          })),
        },
      ]);
      expect(await count("SELECT Id FROM Account WHERE Name = 'Half'")).toBe(0);
    });

    it.each([
      ["200 records", 200, 201],
      ["201 records", 201, 400],
    ])("of %s", async (_what, size, status) => {
      const records = Array.from({ length: size }, (_none, n) => account(`r${n}`, `Row ${n}`));
      expect((await post(records)).status).toBe(status);
    });

    it.each([
      ["a reference twice", [account("a", "One"), account("a", "Two")]],
      ["a record without a reference", [{ attributes: { type: "Account" }, Name: "One" }]],
      ["a record of another type", [contact("c", "Ash")]],
    ])("is refused with %s", async (_what, records) => {
      const answer = await post(records);
      expect([answer.status, answer.body]).toEqual([400, [expect.objectContaining({ errorCode: "INVALID_INPUT" })]]);
    });
  });

  it("counts live records of the objects that are asked for", async () => {
    const made = await call("/sobjects/Lead", { method: "POST", body: { LastName: "Gone", Company: "Gone" } });
    await call(`/sobjects/Lead/${(made.body as { id: string }).id}`, { method: "DELETE" });
    await call("/sobjects/Lead", { method: "POST", body: { LastName: "Here", Company: "Here" } });
    const answer = await call("/limits/recordCount?sObjects=Lead,Nothing__c");
    expect(answer.body).toEqual({ sObjects: [{ count: 1, name: "Lead" }] });
  });

  describe("the front door", () => {
    async function open(redirect: string): Promise<Response> {
      const address = new URL("/services/oauth2/singleaccess", org.instanceUrl);
      address.searchParams.set("redirect_uri", redirect);
      const headers = { Authorization: `Bearer ${org.connection.accessToken}` };
      const { frontdoor_uri } = (await (await fetch(address, { headers })).json()) as { frontdoor_uri: string };
      return fetch(frontdoor_uri, { redirect: "manual" });
    }

    it.each([
      { redirect: "/lightning/page/home", to: "/lightning/page/home" },
      { redirect: "lightning/page/home", to: "/lightning/page/home" },
      { redirect: "https://example.com/", to: "/" },
      { redirect: "//example.com/", to: "/" },
      { redirect: "/\\example.com/", to: "/" },
      { redirect: "javascript:alert(1)", to: "/" },
    ])("leads from $redirect to $to, and never out of the org", async ({ redirect, to }) => {
      const answer = await open(redirect);
      expect([answer.status, answer.headers.get("location")]).toEqual([302, to]);
    });

    it("opens once, with a session that scripts cannot read", async () => {
      const answer = await open("/");
      expect(answer.headers.get("set-cookie")).toMatch(/^sid=.*HttpOnly.*SameSite=Lax/);
      expect((await fetch(answer.url, { redirect: "manual" })).status).toBe(401);
    });

    it("is not opened without a session", async () => {
      expect((await fetch(`${org.instanceUrl}/services/oauth2/singleaccess`)).status).toBe(401);
    });
  });
});
