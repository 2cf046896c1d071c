import { query, restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const SEED = {
  Account: ["Id,Name,Partner_Status__c", "p,Harbor,Enrolled"],
  Opportunity: ["Id,Name,AccountId,StageName,CloseDate", "deal,Deal,p,Prospecting,2024-03-31"],
};

describe("saving a record follows the platform's order and says what is wrong in its words", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  let partner: string;
  let deal: string;

  beforeEach(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
    partner = String((await query(call, "SELECT Id FROM Account"))[0]!["Id"]);
    deal = String((await query(call, "SELECT Id FROM Opportunity"))[0]!["Id"]);
  });
  afterEach(() => org.close());

  const create = (object: string, body: unknown) => call(`/sobjects/${object}`, { method: "POST", body });

  it.each([
    [
      "a required field is missing",
      "Opportunity",
      { Name: "x", StageName: "Prospecting" },
      "REQUIRED_FIELD_MISSING",
      ["CloseDate"],
    ],
    ["a text is too long", "Account", { Name: "x".repeat(256) }, "STRING_TOO_LONG", ["Name"]],
    [
      "a picklist is restricted",
      "Account",
      { Name: "x", Partner_Status__c: "Best" },
      "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
      ["Partner_Status__c"],
    ],
    [
      "a number has too many digits",
      "Opportunity",
      { Name: "x", StageName: "Prospecting", CloseDate: "2024-01-01", eARR__c: "12345678901234567.00" },
      "NUMBER_OUTSIDE_VALID_RANGE",
      ["eARR__c"],
    ],
    [
      "a date is none",
      "Opportunity",
      { Name: "x", StageName: "Prospecting", CloseDate: "2024-02-30" },
      "JSON_PARSER_ERROR",
      undefined,
    ],
    ["an id is none", "Contact", { LastName: "x", AccountId: "nobody" }, "MALFORMED_ID", ["AccountId"]],
    [
      "a reference points nowhere",
      "Contact",
      { LastName: "x", AccountId: "001000000000999AAA" },
      "INVALID_CROSS_REFERENCE_KEY",
      ["AccountId"],
    ],
    ["a field does not exist", "Account", { Name: "x", Nope__c: 1 }, "INVALID_FIELD", undefined],
    [
      "a field is written by the service alone",
      "Account",
      { Name: "x", Trailing_eARR__c: 1 },
      "INVALID_FIELD_FOR_INSERT_UPDATE",
      ["Trailing_eARR__c"],
    ],
    [
      "a field is the platform's own",
      "Account",
      { Name: "x", CreatedDate: "2020-01-01T00:00:00Z" },
      "INVALID_FIELD_FOR_INSERT_UPDATE",
      ["CreatedDate"],
    ],
  ])("refuses where %s", async (_what, object, body, errorCode, fields) => {
    const answer = await create(object, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject([{ errorCode, ...(fields ? { fields } : {}) }]);
  });

  it("keeps all eighteen digits of an amount, in and out", async () => {
    const body = `{"Name":"Big","StageName":"Prospecting","CloseDate":"2024-01-01","eARR__c":1234567890123456.78}`;
    await create("Opportunity", body);
    const { text } = await call(`/query?q=${encodeURIComponent("SELECT eARR__c FROM Opportunity WHERE Name = 'Big'")}`);
    expect(text).toContain('"eARR__c":1234567890123456.78');
  });

  it("gives defaults, an auto-number and the stamps of a flow", async () => {
    const { body } = await create("Opportunity_Partner__c", {
      Opportunity__c: deal,
      Partner__c: partner,
      Source__c: "Twilio Sales",
      Role__c: "Influenced",
    });
    const { id } = body as { id: string };
    const [row] = await query(call, `SELECT Name, Key__c, CreatedDate FROM Opportunity_Partner__c WHERE Id = '${id}'`);
    expect(row).toMatchObject({
      Name: "OP-000001",
      Key__c: `${deal}:${partner}`,
      CreatedDate: expect.stringMatching(/^2023-12-15T10:00/) as string,
    });
  });

  it("refuses a second record with the same unique value, naming the first", async () => {
    const values = { Opportunity__c: deal, Partner__c: partner, Source__c: "Twilio Sales", Role__c: "Influenced" };
    const first = (await create("Opportunity_Partner__c", values)).body as { id: string };
    const second = await create("Opportunity_Partner__c", values);
    expect(second.body).toMatchObject([
      { errorCode: "DUPLICATE_VALUE", message: expect.stringContaining(first.id.slice(0, 15)) as string },
    ]);
  });

  it("derives from the stage whether a deal is closed and won, and notes when", async () => {
    await call(`/sobjects/Opportunity/${deal}`, { method: "PATCH", body: { StageName: "Closed Won" } });
    const [row] = await query(
      call,
      `SELECT IsClosed, IsWon, Probability, CloseDate, LastStageChangeDate FROM Opportunity WHERE Id = '${deal}'`,
    );
    expect(row).toMatchObject({
      IsClosed: true,
      IsWon: true,
      Probability: 100,
      CloseDate: "2023-12-15",
      LastStageChangeDate: expect.stringMatching(/^2023-12-15T10:00/) as string,
    });
  });

  it("deletes details with their master, and refuses to delete what a required lookup holds", async () => {
    await create("Opportunity_Partner__c", {
      Opportunity__c: deal,
      Partner__c: partner,
      Source__c: "Twilio Sales",
      Role__c: "Influenced",
    });
    expect((await call(`/sobjects/Account/${partner}`, { method: "DELETE" })).body).toMatchObject([
      { errorCode: "DELETE_FAILED" },
    ]);
    expect((await call(`/sobjects/Opportunity/${deal}`, { method: "DELETE" })).status).toBe(204);
    expect(await query(call, "SELECT Id FROM Opportunity_Partner__c")).toEqual([]);
  });

  it("finds ids of fifteen characters, and names in any case", async () => {
    const { body } = await call(`/sobjects/account/${partner.slice(0, 15)}?fields=name`);
    expect(body).toMatchObject({ Name: "Harbor", attributes: { type: "Account" } });
  });

  it("refuses a stale If-Unmodified-Since", async () => {
    const headers = { "If-Unmodified-Since": "Mon, 01 Jan 2001 00:00:00 GMT" };
    expect(
      (await call(`/sobjects/Account/${partner}`, { method: "PATCH", body: { Phone: "1" }, headers })).status,
    ).toBe(412);
  });

  it("answers who is not logged in, and what it does not serve", async () => {
    expect((await restClient(org, "00D!wrong")("/limits")).body).toMatchObject([{ errorCode: "INVALID_SESSION_ID" }]);
    expect((await call("/tooling/query?q=x")).status).toBe(404);
    expect((await call("/limits", { method: "DELETE" })).status).toBe(405);
    expect((await create("Account", "{not json")).body).toMatchObject([{ errorCode: "JSON_PARSER_ERROR" }]);
  });

  it("runs calls of a composite request on what earlier ones answered, and takes all back together", async () => {
    const calls = [
      {
        method: "POST",
        url: "/services/data/v66.0/sobjects/Account",
        referenceId: "made",
        body: { Name: "Composite" },
      },
      {
        method: "POST",
        url: "/services/data/v66.0/sobjects/Contact",
        referenceId: "person",
        body: { LastName: "x", AccountId: "@{made.id}" },
      },
      {
        method: "PATCH",
        url: "/services/data/v66.0/sobjects/Account/@{made.id}",
        referenceId: "bad",
        body: { Nope__c: 1 },
      },
    ];
    const failed = await call("/composite", { method: "POST", body: { allOrNone: true, compositeRequest: calls } });
    const codes = (failed.body as { compositeResponse: { httpStatusCode: number; body: unknown }[] }).compositeResponse;
    expect(codes.map((part) => part.httpStatusCode)).toEqual([400, 400, 400]);
    expect(codes[0]!.body).toMatchObject([{ errorCode: "PROCESSING_HALTED" }]);
    expect(await query(call, "SELECT Id FROM Account WHERE Name = 'Composite'")).toEqual([]);
    const done = await call("/composite", {
      method: "POST",
      body: { allOrNone: true, compositeRequest: calls.slice(0, 2) },
    });
    expect(done.status).toBe(200);
    expect(await query(call, "SELECT LastName FROM Contact WHERE Account.Name = 'Composite'")).toMatchObject([
      { LastName: "x" },
    ]);
  });

  it("saves a collection row by row, or all or none", async () => {
    const records = [{ attributes: { type: "Account" }, Name: "Row" }, { attributes: { type: "Account" } }];
    const some = await call("/composite/sobjects", { method: "POST", body: { allOrNone: false, records } });
    expect(some.body).toMatchObject([
      { success: true },
      { success: false, errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }] },
    ]);
    const none = await call("/composite/sobjects", { method: "POST", body: { allOrNone: true, records } });
    expect(none.body).toMatchObject([
      { errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK" }] },
      { success: false },
    ]);
    expect(await query(call, "SELECT Id FROM Account WHERE Name = 'Row'")).toHaveLength(1);
  });
});
