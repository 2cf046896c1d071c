import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";

describe("Lightning pages save by GraphQL", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeEach(async () => {
    org = await startOrg();
    call = restClient(org);
  });
  afterEach(() => org.close());

  const countOf = async (object: string): Promise<number> => {
    const { data } = await graphql(call, `{ uiapi { query { ${object} { totalCount } } } }`);
    return at<number>(data, `uiapi.query.${object}.totalCount`);
  };

  it("creates, changes and deletes in the shapes of the platform's own samples", async () => {
    const made = await graphql(
      call,
      `
        mutation CreateAccount {
          uiapi {
            AccountCreate(input: { Account: { Name: "Test Account" } }) {
              Record {
                Id
                Name {
                  value
                }
              }
            }
          }
        }
      `,
    );
    const id = at<string>(made.data, "uiapi.AccountCreate.Record.Id");
    expect(made).toEqual({
      data: { uiapi: { AccountCreate: { Record: { Id: id, Name: { value: "Test Account" } } } } },
      errors: [],
    });
    const changed = await graphql(
      call,
      `
        mutation change($input: AccountUpdateInput!) {
          uiapi {
            AccountUpdate(input: $input) {
              Record {
                Id
                Name {
                  value
                }
                AnnualRevenue {
                  value
                }
              }
            }
          }
        }
      `,
      { input: { Id: id, Account: { Name: "Changed", AnnualRevenue: 80000 } } },
    );
    expect(at(changed.data, "uiapi.AccountUpdate.Record")).toEqual({
      Id: id,
      Name: { value: "Changed" },
      AnnualRevenue: { value: 80000 },
    });
    const gone = await graphql(call, `mutation { uiapi { AccountDelete(input: { Id: "${id}" }) { Id } } }`);
    expect(gone).toEqual({ data: { uiapi: { AccountDelete: { Id: id } } }, errors: [] });
    expect(await countOf("Account")).toBe(0);
  });

  it("lets an operation name the record of an earlier one", async () => {
    const { data, errors } = await graphql(
      call,
      `
        mutation {
          uiapi {
            parent: AccountCreate(input: { Account: { Name: "Parent" } }) {
              Record {
                Id
              }
            }
            ContactCreate(input: { Contact: { LastName: "Child", AccountId: "@{parent}" } }) {
              Record {
                AccountId {
                  value
                }
              }
            }
          }
        }
      `,
    );
    expect(errors).toEqual([]);
    expect(at(data, "uiapi.ContactCreate.Record.AccountId.value")).toBe(at(data, "uiapi.parent.Record.Id"));
  });

  const HALF_WRONG = (input: string): string => `mutation { uiapi${input} {
    good: AccountCreate(input: { Account: { Name: "Good" } }) { Record { Id } }
    bad: AccountCreate(input: { Account: { Industry: "Technology" } }) { Record { Id } }
    never: AccountCreate(input: { Account: { Name: "Never" } }) { Record { Id } }
  } }`;

  it("undoes every operation when one fails", async () => {
    const { data, errors } = await graphql(call, HALF_WRONG(""));
    expect(data).toEqual({ uiapi: { good: null, bad: null, never: null } });
    expect(errors.map(({ paths, extensions }) => [paths[1], extensions.ErrorType]).sort()).toEqual([
      ["bad", "DataFetchingException"],
      ["good", "DataFetchingException"],
      ["never", "DataFetchingException"],
    ]);
    expect(errors.find(({ paths }) => paths[1] === "bad")!.message).toContain("Required fields are missing: [Name]");
    expect(await countOf("Account")).toBe(0);
  });

  it("keeps what succeeds where all or none is not asked for", async () => {
    const { data, errors } = await graphql(call, HALF_WRONG("(input: { allOrNone: false })"));
    expect([at(data, "uiapi.bad"), errors.length, await countOf("Account")]).toEqual([null, 1, 2]);
  });

  it.each([
    ["an id that does not exist", `AccountDelete(input: { Id: "001000000000ZZZAAA" }) { Id }`, "DataFetchingException"],
    [
      "a reference to nothing",
      `ContactCreate(input: { Contact: { LastName: "A", AccountId: "@{x}" } }) { Record { Id } }`,
      "DataFetchingException",
    ],
    [
      "a field of an earlier record, before version 67",
      `a: AccountCreate(input: { Account: { Name: "A" } }) { Record { Id } } ContactCreate(input: { Contact: { LastName: "@{a.Record.Name.value}" } }) { Record { Id } }`,
      "DataFetchingException",
    ],
    [
      "a read-only field",
      `AccountCreate(input: { Account: { Name: "A", CreatedDate: "2020-01-01T00:00:00Z" } }) { Record { Id } }`,
      "ValidationError",
    ],
    [
      "a day that no calendar has",
      `ContactCreate(input: { Contact: { LastName: "A" } }) { Record { Id } } OpportunityCreate(input: { Opportunity: { Name: "A", CloseDate: "2024-02-31" } }) { Record { Id } }`,
      "ValidationError",
    ],
    [
      "text for a number",
      `AccountCreate(input: { Account: { Name: "A", AnnualRevenue: "much" } }) { Record { Id } }`,
      "ValidationError",
    ],
  ])("refuses %s", async (_what, operation, errorType) => {
    const { errors } = await graphql(call, `mutation { uiapi { ${operation} } }`);
    expect(errors[0]!.extensions.ErrorType).toBe(errorType);
  });

  it("says only whether an update succeeded before version 66", async () => {
    const made = (await call("/sobjects/Account", { method: "POST", body: { Name: "Old" } })).body as { id: string };
    const query = `mutation { uiapi { AccountUpdate(input: { Id: "${made.id}", Account: { Name: "New" } }) { success } } }`;
    const response = await fetch(`${org.instanceUrl}/services/data/v65.0/graphql`, {
      method: "POST",
      headers: { Authorization: `Bearer ${org.connection.accessToken}`, "Content-Type": "application/json" },
      body: JSON.stringify({ query }),
    });
    expect(await response.json()).toEqual({ data: { uiapi: { AccountUpdate: { success: true } } }, errors: [] });
    expect((await graphql(call, query)).errors[0]!.message).toContain("Field 'success' in type");
  });
});
