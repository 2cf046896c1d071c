import { query, restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const BASE = "/services/data/v66.0";
const create = (referenceId: string, body: object, object = "Account"): object => ({
  method: "POST",
  url: `${BASE}/sobjects/${object}`,
  referenceId,
  body,
});
const GOOD = { attributes: { type: "Account" }, Name: "Good" };
const BAD = { attributes: { type: "Account" } };

interface Part {
  readonly httpStatusCode: number;
  readonly body: unknown;
}

describe("several calls in one", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg();
    call = restClient(org);
  });
  afterEach(async () => {
    const ids = (await query(call, "SELECT Id FROM Account")).map(({ Id }) => Id);
    if (ids.length > 0) await call(`/composite/sobjects?ids=${ids.join(",")}`, { method: "DELETE" });
  });
  afterAll(() => org.close());

  const post = async <T>(path: string, body: object): Promise<T> => {
    const answer = await call(path, { method: "POST", body });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as T;
  };
  const names = async (): Promise<unknown[]> =>
    (await query(call, "SELECT Name FROM Account ORDER BY Name")).map(({ Name }) => Name);

  it.each([
    { outer: true, inner: false, kept: [] },
    { outer: true, inner: true, kept: [] },
    { outer: false, inner: true, kept: ["After"] },
    { outer: false, inner: false, kept: ["After", "Good"] },
  ])("a collection with a bad record: composite $outer, collection $inner", async ({ outer, inner, kept }) => {
    const collection = {
      method: "POST",
      url: `${BASE}/composite/sobjects`,
      referenceId: "rows",
      body: { allOrNone: inner, records: [GOOD, BAD] },
    };
    const { compositeResponse } = await post<{ compositeResponse: Part[] }>("/composite", {
      allOrNone: outer,
      compositeRequest: [collection, create("after", { Name: "After" })],
    });
    expect(await names()).toEqual(kept);
    expect(compositeResponse[0]!.body).toMatchObject([
      inner || outer ? { errors: [{ statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK" }] } : { success: true },
      { success: false, errors: [{ statusCode: "REQUIRED_FIELD_MISSING" }] },
    ]);
    expect(compositeResponse[1]!.httpStatusCode).toBe(outer ? 400 : 201);
  });

  it.each([
    { haltOnError: false, codes: [201, 400, 201], kept: ["One", "Three"] },
    { haltOnError: true, codes: [201, 400, 412], kept: ["One"] },
  ])("a batch in which the second call fails, haltOnError $haltOnError", async ({ haltOnError, codes, kept }) => {
    const batchRequests = ["One", undefined, "Three"].map((Name) => ({
      method: "POST",
      url: "v66.0/sobjects/Account",
      richInput: { Name },
    }));
    const { hasErrors, results } = await post<{
      hasErrors: boolean;
      results: { statusCode: number; result: unknown }[];
    }>("/composite/batch", { haltOnError, batchRequests });
    expect([hasErrors, results.map(({ statusCode }) => statusCode), await names()]).toEqual([true, codes, kept]);
    expect(results[1]!.result).toMatchObject([{ errorCode: "REQUIRED_FIELD_MISSING" }]);
    if (haltOnError) expect(results[2]!.result).toMatchObject([{ errorCode: "BATCH_PROCESSING_HALTED" }]);
  });

  it("a batch answers each call in its own version", async () => {
    const { hasErrors, results } = await post<{ hasErrors: boolean; results: { result: Record<string, unknown> }[] }>(
      "/composite/batch",
      {
        batchRequests: [
          { method: "GET", url: "v58.0/limits" },
          { method: "GET", url: `${BASE}/sobjects/Account` },
        ],
      },
    );
    expect(hasErrors).toBe(false);
    expect(results[0]!.result).toHaveProperty("DailyApiRequests");
  });

  it("graphs stand or fall each by itself, with references inside", async () => {
    const { graphs } = await post<{
      graphs: { graphId: string; isSuccessful: boolean; graphResponse: { compositeResponse: Part[] } }[];
    }>("/composite/graph", {
      graphs: [
        {
          graphId: "good",
          compositeRequest: [
            create("account", { Name: "Graph" }),
            create("contact", { LastName: "Taylor", AccountId: "@{account.id}" }, "Contact"),
          ],
        },
        { graphId: "bad", compositeRequest: [create("account", { Name: "Undone" }), create("empty", {})] },
      ],
    });
    expect(graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful])).toEqual([
      ["good", true],
      ["bad", false],
    ]);
    const codes = graphs.map(({ graphResponse }) => graphResponse.compositeResponse.map((part) => part.httpStatusCode));
    expect(codes).toEqual([
      [201, 201],
      [400, 400],
    ]);
    expect(graphs[1]!.graphResponse.compositeResponse[0]!.body).toMatchObject([{ errorCode: "PROCESSING_HALTED" }]);
    expect([await names(), await query(call, "SELECT Account.Name FROM Contact")]).toMatchObject([
      ["Graph"],
      [{ Account: { Name: "Graph" } }],
    ]);
  });

  it("halts the graphs after the fifteenth that failed", async () => {
    const graphs = Array.from({ length: 16 }, (_none, at) => ({
      graphId: `g${at}`,
      compositeRequest: [create("a", at === 15 ? { Name: "Late" } : {})],
    }));
    const answer = await post<{ graphs: { graphResponse: { compositeResponse: Part[] } }[] }>("/composite/graph", {
      graphs,
    });
    const last = answer.graphs.map(({ graphResponse }) => graphResponse.compositeResponse[0]!.body as object[]);
    expect([last[14], last[15]]).toMatchObject([
      [{ errorCode: "REQUIRED_FIELD_MISSING" }],
      [{ errorCode: "PROCESSING_HALTED" }],
    ]);
  });

  it.each<[string, string, object, string]>([
    [
      "a batch of 26 calls",
      "batch",
      { batchRequests: Array(26).fill({ method: "GET", url: "v66.0/limits" }) },
      "LIMIT_EXCEEDED",
    ],
    ["a batch without calls", "batch", {}, "JSON_PARSER_ERROR"],
    ["no graphs", "graph", {}, "JSON_PARSER_ERROR"],
    [
      "76 graphs",
      "graph",
      { graphs: Array.from({ length: 76 }, (_n, at) => ({ graphId: `${at}`, compositeRequest: [] })) },
      "LIMIT_EXCEEDED",
    ],
    [
      "501 nodes",
      "graph",
      { graphs: [{ graphId: "a", compositeRequest: Array(501).fill(create("a", {})) }] },
      "LIMIT_EXCEEDED",
    ],
    [
      "graphs of one name",
      "graph",
      {
        graphs: [
          { graphId: "a", compositeRequest: [] },
          { graphId: "a", compositeRequest: [] },
        ],
      },
      "INVALID_INPUT",
    ],
    [
      "a query in a graph",
      "graph",
      { graphs: [{ graphId: "a", compositeRequest: [{ method: "GET", url: `${BASE}/query?q=x`, referenceId: "q" }] }] },
      "INVALID_INPUT",
    ],
  ])("refuses %s", async (_what, path, body, errorCode) => {
    const answer = await call(`/composite/${path}`, { method: "POST", body });
    expect([answer.status, (answer.body as { errorCode: string }[])[0]!.errorCode]).toEqual([400, errorCode]);
  });
});
