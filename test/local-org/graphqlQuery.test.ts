import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

const SEED = {
  Account: ["Id,Name,Industry", "harbor,Harbor Systems,Technology", "lake,Lakeside Digital,"],
  Contact: [
    "Id,FirstName,LastName,AccountId",
    "amy,Amy,Taylor,harbor",
    "bo,Bo,Anders,harbor",
    "cem,Cem,Young,lake",
    "dana,Dana,Zorn,",
  ],
  Opportunity: [
    "Id,Name,AccountId,StageName,CloseDate,Amount,eARR__c",
    "one,One,harbor,Prospecting,2024-01-31,60000,1",
    "two,Two,harbor,Closed Won,2023-11-30,1500.25,2",
    "three,Three,lake,Closed Won,2022-11-30,,3",
  ],
};

describe("Lightning pages query by GraphQL", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
  });
  afterAll(() => org.close());

  const names = async (object: string, args: string, field = "Name"): Promise<unknown[]> => {
    const { data, errors } = await graphql(
      call,
      `{ uiapi { query { ${object}${args} { edges { node { ${field} { value } } } } } } }`,
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const edges = at<{ node: Record<string, { value: unknown }> }[]>(data, `uiapi.query.${object}.edges`);
    return edges.map(({ node }) => node[field]!.value);
  };

  const PAGE = `query page($after: String, $pageSize: Int!) { uiapi { query { Contact(first: $pageSize, after: $after,
    orderBy: { Name: { order: ASC } }) { edges { node { Id Name { value } } } pageInfo { endCursor hasNextPage
    hasPreviousPage } totalCount } } } }`;

  it("pages in the shapes of the platform's own samples, cursors included", async () => {
    const first = await graphql(call, PAGE, { pageSize: 3, after: null });
    expect(first.errors).toEqual([]);
    expect(at(first.data, "uiapi.query.Contact.pageInfo")).toEqual({
      endCursor: "djE6Mg==",
      hasNextPage: true,
      hasPreviousPage: false,
    });
    const last = await graphql(call, PAGE, { pageSize: 3, after: "djE6Mg==" });
    expect(last.data).toEqual({
      uiapi: {
        query: {
          Contact: {
            edges: [{ node: { Id: expect.stringMatching(/^003/) as unknown, Name: { value: "Dana Zorn" } } }],
            pageInfo: { endCursor: "djE6Mw==", hasNextPage: false, hasPreviousPage: true },
            totalCount: 4,
          },
        },
      },
    });
  });

  it.each([
    ["equal", `Contact`, `(where: { LastName: { eq: "taylor" } })`, ["Amy Taylor"]],
    ["like", `Contact`, `(where: { Name: { like: "%a%r%" } })`, ["Amy Taylor", "Bo Anders", "Dana Zorn"]],
    ["in a list", `Contact`, `(where: { LastName: { in: ["Young", "Zorn"] } })`, ["Cem Young", "Dana Zorn"]],
    ["not in a list", `Contact`, `(where: { LastName: { nin: ["Young", "Zorn"] } })`, ["Amy Taylor", "Bo Anders"]],
    ["of a parent", `Contact`, `(where: { Account: { Name: { eq: "Lakeside Digital" } } })`, ["Cem Young"]],
    ["without a parent", `Contact`, `(where: { AccountId: { eq: null } })`, ["Dana Zorn"]],
    [
      "either or",
      `Contact`,
      `(where: { or: [{ FirstName: { eq: "Bo" } }, { FirstName: { eq: "Amy" } }] })`,
      ["Amy Taylor", "Bo Anders"],
    ],
    ["not", `Contact`, `(where: { not: { AccountId: { ne: null } } })`, ["Dana Zorn"]],
    ["both of two operators", `Opportunity`, `(where: { Amount: { gt: 1500, lte: 1500.25 } })`, ["Two"]],
    ["on a day", `Opportunity`, `(where: { CloseDate: { eq: { value: "2024-01-31" } } })`, ["One"]],
    ["in a relative period", `Opportunity`, `(where: { CloseDate: { eq: { literal: THIS_YEAR } } })`, ["Two"]],
    ["in a counted period", `Opportunity`, `(where: { CloseDate: { eq: { range: { last_n_days: 30 } } } })`, ["Two"]],
    ["open", `Opportunity`, `(where: { IsClosed: { eq: false } })`, ["One"]],
    [
      "joined",
      `Account`,
      `(where: { Id: { inq: { Opportunity: { Amount: { gt: 0 } }, ApiName: "AccountId" } } })`,
      ["Harbor Systems"],
    ],
    ["the caller's own", `Opportunity`, `(scope: MINE, where: { Name: { eq: "One" } })`, ["One"]],
  ])("finds records that are %s", async (_what, object, args, expected) => {
    expect((await names(object, args)).sort()).toEqual(expected);
  });

  it.each([
    ["descending", `(orderBy: { Name: { order: DESC } }, first: 2)`, ["Two", "Three"]],
    ["with empty values last", `(orderBy: { Amount: { order: ASC, nulls: LAST } })`, ["Two", "One", "Three"]],
    [
      "by a parent, then in the order written",
      `(orderBy: { Account: { Name: { order: DESC } }, CloseDate: { order: DESC } })`,
      ["Three", "One", "Two"],
    ],
  ])("orders records %s", async (_what, args, expected) => {
    expect(await names("Opportunity", args)).toEqual(expected);
  });

  it("shows values as the user's locale writes them, and follows parents and children", async () => {
    const { data } = await graphql(
      call,
      `
        {
          uiapi {
            query {
              Opportunity(where: { Name: { eq: "One" } }) {
                edges {
                  node {
                    Amount {
                      value
                      displayValue
                    }
                    CloseDate {
                      displayValue
                    }
                    StageName {
                      value
                      label
                    }
                    Account {
                      Name {
                        value
                      }
                      Contacts(first: 1, orderBy: { LastName: { order: DESC } }) {
                        totalCount
                        edges {
                          node {
                            LastName {
                              value
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      `,
    );
    expect(at(data, "uiapi.query.Opportunity.edges.0.node")).toEqual({
      Amount: { value: 60000, displayValue: "$60,000.00" },
      CloseDate: { displayValue: "1/31/2024" },
      StageName: { value: "Prospecting", label: "Prospecting" },
      Account: {
        Name: { value: "Harbor Systems" },
        Contacts: { totalCount: 2, edges: [{ node: { LastName: { value: "Taylor" } } }] },
      },
    });
  });

  it("gives ten records unless asked for more", async () => {
    const { data } = await graphql(call, "{ uiapi { query { Account { edges { node { Id } } } } } }");
    const id = at<string>(data, "uiapi.query.Account.edges.0.node.Id");
    for (let index = 0; index < 9; index += 1)
      await call("/sobjects/Contact", { method: "POST", body: { LastName: `Extra ${index}`, AccountId: id } });
    expect(await names("Contact", "")).toHaveLength(10);
    expect(await names("Contact", "(first: 200)")).toHaveLength(13);
  });

  it("adds groups up", async () => {
    const { data, errors } = await graphql(
      call,
      `
        {
          uiapi {
            aggregate {
              Opportunity(groupBy: { StageName: { group: true } }, orderBy: { StageName: { order: ASC } }) {
                totalCount
                edges {
                  node {
                    aggregate {
                      StageName {
                        value
                      }
                      Id {
                        count {
                          value
                        }
                      }
                      Amount {
                        sum {
                          value
                          displayValue
                        }
                        avg {
                          value
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      `,
    );
    expect(errors).toEqual([]);
    expect(at(data, "uiapi.aggregate.Opportunity.totalCount")).toBe(2);
    const rows = at<{ node: { aggregate: unknown } }[]>(data, "uiapi.aggregate.Opportunity.edges").map(
      ({ node }) => node.aggregate,
    );
    const sum = (value: number, displayValue: string): unknown => ({ sum: { value, displayValue }, avg: { value } });
    expect(rows).toEqual(
      expect.arrayContaining([
        { StageName: { value: "Prospecting" }, Id: { count: { value: 1 } }, Amount: sum(60000, "$60,000.00") },
        { StageName: { value: "Closed Won" }, Id: { count: { value: 2 } }, Amount: sum(1500.25, "$1,500.25") },
      ]),
    );
  });

  it("can be introspected by standard tools", async () => {
    const { data } = await graphql(call, getIntrospectionQuery());
    const schema = buildClientSchema(data as IntrospectionQuery);
    expect(schema.getType("Opportunity_Partner__c_Filter")).toBeDefined();
  });

  it("leaves what a user may not read out of that user's schema", async () => {
    const asPlainUser = await signInPlainUser(org);
    const { data, errors } = await graphql(
      asPlainUser,
      "{ uiapi { query { Opportunity { edges { node { eARR__c { value } } } } } } }",
    );
    expect([data, errors[0]]).toEqual([
      {},
      {
        message:
          "Validation error (FieldUndefined@[uiapi/query/Opportunity/edges/node/eARR__c]) : Field 'eARR__c' in type 'Opportunity' is undefined",
        locations: [{ line: 1, column: 48 }],
        paths: ["uiapi", "query", "Opportunity", "edges", "node", "eARR__c"],
        extensions: { ErrorType: "ValidationError" },
      },
    ]);
    const hidden = await graphql(
      asPlainUser,
      `
        {
          uiapi {
            query {
              Opportunity(where: { eARR__c: { gt: 0 } }) {
                totalCount
              }
            }
          }
        }
      `,
    );
    expect(hidden.errors[0]!.extensions.ErrorType).toBe("ValidationError");
  });

  it("names an unknown field of the variables as the platform's sample does", async () => {
    const { errors } = await graphql(
      call,
      "query q($where: Opportunity_Filter) { uiapi { query { Opportunity(where: $where) { totalCount } } } }",
      { where: { broken: { eq: "x" } } },
    );
    expect(errors).toEqual([
      {
        extensions: { ErrorType: "ValidationError" },
        locations: [],
        message:
          "The variables input contains a field name 'broken' that is not defined for input object type 'Opportunity_Filter' ",
        paths: [],
      },
    ]);
  });

  it.each([
    ["no GraphQL", "{ uiapi {", "InvalidSyntax"],
    ["an unknown object", "{ uiapi { query { Nothing__c { totalCount } } } }", "ValidationError"],
    ["a wrong cursor", `{ uiapi { query { Account(after: "nonsense") { totalCount } } } }`, "DataFetchingException"],
    ["more than 2,000 records", "{ uiapi { query { Account(first: 2001) { totalCount } } } }", "DataFetchingException"],
    [
      "an upper bound below 200",
      "{ uiapi { query { Account(upperBound: 10) { totalCount } } } }",
      "DataFetchingException",
    ],
    [
      "an id that is none",
      `{ uiapi { query { Account(where: { Id: { eq: "x" } }) { totalCount } } } }`,
      "DataFetchingException",
    ],
    [
      "no single operation",
      "query a { uiapi { query { Account { totalCount } } } } query b { uiapi { query { Account { totalCount } } } }",
      "OperationNotSupported",
    ],
  ])("refuses %s", async (_what, query, errorType) => {
    expect((await graphql(call, query)).errors[0]!.extensions.ErrorType).toBe(errorType);
  });
});
