import { restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

const SEED = {
  Account: ["Id,Name,Partner_Status__c", "harbor,Harbor Systems,Enrolled", "lake,Lakeside Digital,Enrolled"],
  Contact: ["Id,FirstName,LastName,AccountId,Email", "amy,Amy,Taylor,harbor,amy@demo.net"],
  Opportunity: [
    "Id,Name,AccountId,StageName,CloseDate,Amount,eARR__c",
    "deal,First deal,harbor,Prospecting,2024-01-31,1234.5,12345.67",
  ],
  Partner_Agreement__c: [
    "Id,Partner__c,Type__c,Effective_Date__c",
    "paper,harbor,Baseline Partner Agreement,2023-01-01",
  ],
};

type Body = Record<string, unknown>;
type UiRecord = { id: string; fields: Record<string, { value: unknown; displayValue: string | null }> } & Body;

const bodyOf = <T = Body>(answer: Answer): T => answer.body as T;

describe("Lightning Data Service reads and saves records through the User Interface API", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  let asPlainUser: ReturnType<typeof restClient>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
    asPlainUser = await signInPlainUser(org);
    for (const object of Object.keys(SEED)) {
      const found = await call(`/query?q=${encodeURIComponent(`SELECT Id FROM ${object} ORDER BY Id`)}`);
      ids[object] = bodyOf<{ records: { Id: string }[] }>(found).records[0]!.Id;
    }
  });
  afterAll(() => org.close());

  const read = async (object: string, fields: string, more = ""): Promise<UiRecord> =>
    bodyOf<UiRecord>(await call(`/ui-api/records/${ids[object]}?fields=${fields}${more}`));

  it("answers a record in the shape of the platform's own sample", async () => {
    const record = await read("Contact", "Contact.Name,Contact.Email");
    expect(record).toEqual({
      apiName: "Contact",
      childRelationships: {},
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      fields: {
        Email: { displayValue: null, value: "amy@demo.net" },
        Name: { displayValue: null, value: "Amy Taylor" },
      },
      id: ids["Contact"],
      lastModifiedById: expect.stringMatching(/^005/) as unknown,
      lastModifiedDate: expect.stringMatching(/Z$/) as unknown,
      recordTypeId: "012000000000000AAA",
      recordTypeInfo: null,
      systemModstamp: expect.stringMatching(/Z$/) as unknown,
      weakEtag: expect.any(Number) as unknown,
    });
  });

  it.each([
    ["a currency", "Opportunity.Amount", "Amount", 1234.5, "$1,234.50"],
    ["a date", "Opportunity.CloseDate", "CloseDate", "2024-01-31", "1/31/2024"],
    ["a picklist", "Opportunity.StageName", "StageName", "Prospecting", "Prospecting"],
    [
      "a moment, in the user's time zone",
      "Opportunity.CreatedDate",
      "CreatedDate",
      "2023-12-15T10:00:00.000Z",
      "12/15/2023, 2:00 AM",
    ],
    ["a checkbox", "Opportunity.IsClosed", "IsClosed", false, null],
    ["text", "Opportunity.Name", "Name", "First deal", null],
  ])("shows %s as the user's locale writes it", async (_what, asked, name, value, displayValue) => {
    expect((await read("Opportunity", asked)).fields[name]).toEqual({ value, displayValue });
  });

  it("nests the record of a spanned field, named by its name", async () => {
    const { fields } = await read("Opportunity", "Opportunity.Account.Name,Opportunity.Account.Owner.Name");
    const account = fields["Account"]!.value as UiRecord;
    expect([fields["Account"]!.displayValue, account["apiName"], account.fields["Name"]!.value]).toEqual([
      "Harbor Systems",
      "Account",
      "Harbor Systems",
    ]);
    expect((account.fields["Owner"]!.value as UiRecord)["apiName"]).toBe("User");
  });

  it("refuses an unreadable field that is required, and leaves out one that is optional", async () => {
    const path = `/ui-api/records/${ids["Opportunity"]}`;
    const required = await asPlainUser(`${path}?fields=Opportunity.eARR__c`);
    expect([required.status, bodyOf<Body[]>(required)[0]!["errorCode"]]).toEqual([400, "INVALID_FIELD"]);
    const optional = await asPlainUser(
      `${path}?fields=Opportunity.Name&optionalFields=Opportunity.eARR__c,Opportunity.Account.Partner_Status__c`,
    );
    expect(Object.keys(bodyOf<UiRecord>(optional).fields)).toEqual(["Name"]);
  });

  it.each([
    ["a record that does not exist", "003000000000ZZZAAA?fields=Contact.Name", 404, "NOT_FOUND"],
    ["an id that is none", "nonsense?fields=Contact.Name", 404, "NOT_FOUND"],
    ["a request without fields", "CONTACT", 400, "ILLEGAL_QUERY_PARAMETER_VALUE"],
    ["fields of another object", "CONTACT?fields=Account.Name", 400, "INVALID_FIELD"],
    ["layouts, which are left out", "CONTACT?layoutTypes=Full", 400, "FUNCTIONALITY_NOT_ENABLED"],
  ])("refuses %s with a list of one error", async (_what, path, status, errorCode) => {
    const answer = await call(`/ui-api/records/${path.replace("CONTACT", ids["Contact"]!)}`);
    expect([answer.status, bodyOf<Body[]>(answer)[0]!["errorCode"]]).toEqual([status, errorCode]);
  });

  it("answers several records at once, each with its own success", async () => {
    const batch = `${ids["Contact"]},${ids["Account"]},003000000000ZZZAAA`;
    const answer = await call(`/ui-api/records/batch/${batch}?fields=Contact.Name,Account.Name`);
    const { hasErrors, results } = bodyOf<{ hasErrors: boolean; results: { statusCode: number; result: UiRecord }[] }>(
      answer,
    );
    expect([hasErrors, ...results.map(({ statusCode }) => statusCode)]).toEqual([true, 200, 200, 404]);
    expect(results[1]!.result.fields["Name"]!.value).toBe("Harbor Systems");
  });

  it("answers 304 to a client that has the record already", async () => {
    const path = `/ui-api/records/${ids["Contact"]}?fields=Contact.Name`;
    const first = await call(path);
    const second = await call(path, { headers: { "If-None-Match": first.headers.get("etag")! } });
    expect(second.status).toBe(304);
  });

  it("creates, changes and deletes a record", async () => {
    const created = await call("/ui-api/records", {
      method: "POST",
      body: { apiName: "Account", fields: { Name: "Quay Partners" } },
    });
    expect(created.status).toBe(201);
    const { id, fields } = bodyOf<UiRecord>(created);
    expect([fields["Name"]!.value, (fields["CreatedBy"]!.value as UiRecord)["apiName"]]).toEqual([
      "Quay Partners",
      "User",
    ]);
    const changed = await call(`/ui-api/records/${id}`, { method: "PATCH", body: { fields: { Name: "Quay Group" } } });
    expect([changed.status, bodyOf<UiRecord>(changed).fields["Name"]!.value]).toEqual([200, "Quay Group"]);
    expect((await call(`/ui-api/records/${id}`, { method: "DELETE" })).status).toBe(204);
    const gone = await call(`/ui-api/records/${id}?fields=Account.Name`);
    expect([gone.status, bodyOf<Body[]>(gone)[0]!["errorCode"]]).toEqual([404, "ENTITY_IS_DELETED"]);
  });

  it("puts the message of a validation rule at its field", async () => {
    const answer = await call(`/ui-api/records/${ids["Partner_Agreement__c"]}`, {
      method: "PATCH",
      body: { fields: { End_Date__c: "2022-12-31" } },
    });
    expect([answer.status, answer.body]).toEqual([
      400,
      {
        message: "An error occurred while trying to update the record. Please try again.",
        statusCode: 400,
        enhancedErrorType: "RecordError",
        output: {
          errors: [],
          fieldErrors: {
            End_Date__c: [
              {
                constituentField: null,
                duplicateRecordError: null,
                errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                field: "End_Date__c",
                fieldLabel: "End Date",
                message: expect.stringContaining("cannot end before it takes effect") as unknown,
              },
            ],
          },
        },
      },
    ]);
  });

  it.each([
    ["without a required value", {}, "REQUIRED_FIELD_MISSING"],
    [
      "with a value of the wrong type",
      { Name: "A", Partner_Enrolled_Date__c: "soon" },
      "INVALID_TYPE_ON_FIELD_IN_RECORD",
    ],
    ["with a read-only value", { Name: "A", CreatedDate: "2020-01-01T00:00:00Z" }, "INVALID_FIELD_FOR_INSERT_UPDATE"],
  ])("refuses a record %s at the field", async (_what, fields, errorCode) => {
    const answer = await call("/ui-api/records", { method: "POST", body: { apiName: "Account", fields } });
    const { output } = bodyOf<{ output: { fieldErrors: Record<string, { errorCode: string }[]> } }>(answer);
    expect(Object.values(output.fieldErrors)[0]![0]!.errorCode).toBe(errorCode);
  });

  it("refuses to save over another person's change, and saves where there was none", async () => {
    const path = `/ui-api/records/${ids["Account"]}`;
    const save = (since: string): Promise<Answer> =>
      call(path, {
        method: "PATCH",
        body: { fields: { Name: "Harbor Systems" } },
        headers: { "If-Unmodified-Since": since },
      });
    const stale = await save("Thu, 14 Dec 2023 10:00:00 GMT");
    const { output } = bodyOf<{ output: { errors: { errorCode: string }[] } }>(stale);
    expect([stale.status, output.errors[0]!.errorCode]).toEqual([400, "CollisionDetectedException"]);
    expect((await save("Sat, 16 Dec 2023 10:00:00 GMT")).status).toBe(200);
  });

  it("does not let a user set or see what the user may not read", async () => {
    const refused = await asPlainUser(`/ui-api/records/${ids["Opportunity"]}`, {
      method: "PATCH",
      body: { fields: { eARR__c: 1 } },
    });
    expect([refused.status, bodyOf<Body[]>(refused)[0]!["errorCode"]]).toEqual([400, "INVALID_FIELD"]);
    const hidden = await asPlainUser(`/ui-api/records/${ids["Partner_Agreement__c"]}?fields=Partner_Agreement__c.Name`);
    expect(hidden.status).toBe(404);
  });

  it("names what it leaves out in double parentheses", async () => {
    const answer = await call("/ui-api/duplicates/Account");
    expect(bodyOf<Body[]>(answer)).toEqual([
      {
        errorCode: "FUNCTIONALITY_NOT_ENABLED",
        message: "((the resource duplicates of the User Interface API is not supported by the local org))",
      },
    ]);
  });
});
