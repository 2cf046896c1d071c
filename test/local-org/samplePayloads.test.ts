import { restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { ShapeComparison } from "./compareShape.ts";
import { at, graphql } from "./graphqlCall.ts";
import { SAMPLE_SHAPES } from "./sampleShapes.ts";

const SEED = {
  Account: ["Id,Name,NumberOfEmployees", "harbor,Harbor Systems,12", "quay,Quay Group,"],
  Contact: [
    "Id,FirstName,LastName,AccountId,Email",
    "amy,Amy,Taylor,harbor,amy@demo.net",
    "bo,Bo,Anders,harbor,",
    "cem,Cem,Young,,",
  ],
  Opportunity: [
    "Id,Name,AccountId,StageName,CloseDate,Amount",
    "deal,First deal,harbor,Prospecting,2024-01-31,1234.5",
    "idea,Idea,harbor,Prospecting,2024-02-28,",
  ],
};

/** What newer versions of the platform answer beyond the samples, as its documentation lists it. */
const NEWER: readonly string[] = [
  ...["+weakEtag", "+eTag"],
  ...["+associateEntityType", "+associateParentEntity", "+compactLayoutable", "+searchLayoutable"],
  ...["+externalId", "+maskType", "+lookupId"],
  ...["+objectApiName", "+recordTypeId", "+saveOptions"],
  ...["+pageSize", "+sortBy", "+fields", "+optionalFields"],
];

describe("answers have the shape of the platform's public sample payloads", () => {
  const comparison = new ShapeComparison(SAMPLE_SHAPES);
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  const ids: Record<string, string> = {};

  const differences = (shape: string, value: unknown): string[] =>
    comparison.differences(SAMPLE_SHAPES[shape]!, value).filter((difference) => !NEWER.includes(difference));

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
    for (const object of [...Object.keys(SEED), "User"]) {
      const found = await call(`/query?q=${encodeURIComponent(`SELECT Id FROM ${object} ORDER BY Id`)}`);
      ids[object] = (found.body as { records: { Id: string }[] }).records[0]!.Id;
    }
  });
  afterAll(() => org.close());

  const get = (path: string): Promise<Answer> =>
    call(`/ui-api/${path.replace(/\{(\w+)\}/g, (_all, object: string) => ids[object]!)}`);

  it.each([
    ["record", "records/{Contact}?fields=Contact.Name,Contact.Email,Contact.Phone,Contact.Title"],
    ["record", "records/{User}?fields=User.Name,User.Email"],
    ["record", "records/{Opportunity}?fields=Opportunity.Account.Name,Opportunity.Owner.Name,Opportunity.IsClosed"],
    ["records", "records/batch/{Contact},{Account}?fields=Contact.Name,Contact.Email,Account.Name"],
    ["objectInfo", "object-info/Account"],
    ["objectInfo", "object-info/User"],
    ["objectInfo", "object-info/Partner_Agreement__c"],
    ["picklistValues", "object-info/Contact/picklist-values/012000000000000AAA/LeadSource"],
    ["picklistValuesByRecordType", "object-info/Opportunity/picklist-values/012000000000000AAA"],
    ["createDefaults", "record-defaults/create/Account"],
    ["createDefaults", "record-defaults/create/Opportunity"],
    ["listUi", "list-ui/Contact/AllContacts?pageSize=2&sortBy=Contact.Name"],
    ["listUi", "list-ui/Opportunity/Mine"],
  ])("%s: GET %s", async (shape, path) => {
    const { status, body } = await get(path);
    expect([status, differences(shape, body)]).toEqual([200, []]);
  });

  it("gives the halves of a list, its columns and its records, by themselves as well", async () => {
    const [both, info, records] = (
      await Promise.all(["list-ui", "list-info", "list-records"].map((part) => get(`${part}/Contact/AllContacts`)))
    ).map(({ body }) => body as Record<string, unknown>);
    expect([both!["info"], both!["records"]]).toEqual([info, records]);
  });

  it("leads from page to page of a list", async () => {
    const page = async (token: number): Promise<unknown[]> => {
      const { body } = await get(`list-records/Contact/AllContacts?pageSize=1&pageToken=${token}`);
      const { previousPageToken, nextPageToken, nextPageUrl } = body as Record<string, string | null>;
      return [previousPageToken, nextPageToken, nextPageUrl?.includes(`pageToken=${token + 1}`) ?? null];
    };
    expect([await page(0), await page(1), await page(2)]).toEqual([
      [null, "1", true],
      ["0", "2", true],
      ["1", null, null],
    ]);
  });

  it("says what a new record starts with, its owner's name included", async () => {
    const { body } = await get("record-defaults/create/Account");
    const { fields } = (body as { record: { fields: Record<string, { value: unknown; displayValue: unknown }> } })
      .record;
    expect(fields["OwnerId"]!.value).toMatch(/^005/);
    expect(fields["Owner"]).toMatchObject({ displayValue: expect.any(String) as unknown, value: { apiName: "User" } });
    expect(fields["Parent"]).toEqual({ displayValue: null, value: null });
    expect(Object.keys((body as { objectInfos: object }).objectInfos).sort()).toEqual(["Account", "User"]);
  });

  it("record: what a created record answers with", async () => {
    const { status, body } = await call("/ui-api/records", {
      method: "POST",
      body: { apiName: "Account", fields: { Name: "Pier" } },
    });
    expect([status, differences("record", body)]).toEqual([201, []]);
  });

  it.each([
    [
      "graphqlPage",
      "Contact",
      "(first: 2) { edges { node { Id Name { value } } } pageInfo { endCursor hasNextPage hasPreviousPage } totalCount }",
    ],
    [
      "graphqlOpportunities",
      "Opportunity",
      "{ edges { node { Id Name { value } Amount { value displayValue } IsClosed { value } OwnerId { value } StageName { value } } } }",
    ],
    ["graphqlAccounts", "Account", "{ edges { node { Id Name { value } NumberOfEmployees { value } } } }"],
    ["graphqlAccounts", "Account", '(where: { Name: { eq: "Nobody" } }) { edges { node { Id } } }'],
  ])("%s: what a query of %s answers with", async (shape, object, selection) => {
    const { data, errors } = await graphql(call, `{ uiapi { query { ${object}${selection} } } }`);
    expect([errors, differences(shape, at(data, `uiapi.query.${object}`))]).toEqual([[], []]);
  });

  it("graphqlCreated, graphqlUpdated, graphqlDeleted: what mutations answer with", async () => {
    const run = async (operation: string, input: string, selection: string): Promise<unknown> => {
      const { data } = await graphql(call, `mutation { uiapi { ${operation}(input: ${input}) { ${selection} } } }`);
      return at(data, `uiapi.${operation}`);
    };
    const id = ids["Contact"]!;
    const created = await run("AccountCreate", '{ Account: { Name: "Dock" } }', "Record { Id Name { value } }");
    const updated = await run(
      "ContactUpdate",
      `{ Id: "${id}", Contact: { FirstName: "Ann" } }`,
      "Record { Id FirstName { value } LastName { value } Email { value } }",
    );
    const deleted = await run("ContactDelete", `{ Id: "${id}" }`, "Id");
    expect([
      differences("graphqlCreated", created),
      differences("graphqlUpdated", updated),
      differences("graphqlDeleted", deleted),
    ]).toEqual([[], [], []]);
  });

  it("graphqlErrors: what a query with a wrong variable answers with", async () => {
    const { errors } = await graphql(
      call,
      "query Q($where: Opportunity_Filter) { uiapi { query { Opportunity(where: $where) { edges { node { Id } } } } } }",
      { where: { broken: { eq: "x" } } },
    );
    expect([errors.length, differences("graphqlErrors", errors), errors[0]!.extensions.ErrorType]).toEqual([
      1,
      [],
      "ValidationError",
    ]);
  });
});

describe("the comparison of shapes finds what differs", () => {
  const { differences } = {
    differences: (value: unknown) =>
      new ShapeComparison({ named: { inner: "number" } }).differences(
        { text: "string", "list?": ["null|named"], map: { "*": "boolean" } },
        value,
      ),
  };

  it.each([
    ["nothing", { text: "a", list: [null, { inner: 1 }], map: { any: true } }, []],
    ["a missing key", { list: [], map: {} }, ["text: undefined"]],
    ["another kind", { text: null, list: [], map: {} }, ["text: null"]],
    ["an item of another shape", { text: "a", list: [{ inner: "1" }], map: {} }, ["list[].inner: string"]],
    ["a value of a map", { text: "a", list: [], map: { x: 1 } }, ["map.x: number"]],
    ["a key too many", { text: "a", list: [], map: {}, more: 1 }, ["+more"]],
    ["a list in place of an object", [], [": list"]],
  ])("%s", (_what, value, expected) => {
    expect(differences(value)).toEqual(expected);
  });
});
