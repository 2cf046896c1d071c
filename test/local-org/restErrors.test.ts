import { gzipSync } from "node:zlib";
import { restClient, type Call } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const ID = "001000000000001AAA";
const RECORD = `/sobjects/Account/${ID}`;

describe("What REST answers at its edges", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ seed: { Account: ["Id,Name", `${ID},Harbor`] } });
    call = restClient(org);
  });
  afterAll(() => org.close());

  it.each<[what: string, path: string, call: Call, status: number, errorCode: string]>([
    ["a method that a record has not", RECORD, { method: "PUT", body: {} }, 405, "METHOD_NOT_ALLOWED"],
    ["a method that a query has not", "/query", { method: "DELETE" }, 405, "METHOD_NOT_ALLOWED"],
    ["a resource that does not exist", "/nothing", {}, 404, "NOT_FOUND"],
    ["an object that does not exist", "/sobjects/Nothing", {}, 404, "NOT_FOUND"],
    ["a path whose escapes are none", "/sobjects/Account/%E0%A4%A", {}, 404, "NOT_FOUND"],
    ["an id that no record has", "/sobjects/Account/001000000000009AAA", {}, 404, "NOT_FOUND"],
    ["JSON that breaks off", "/sobjects/Account", { method: "POST", body: '{"Name":' }, 400, "JSON_PARSER_ERROR"],
    ["no body", "/sobjects/Account", { method: "POST" }, 400, "JSON_PARSER_ERROR"],
    ["no query", "/query", {}, 400, "MALFORMED_QUERY"],
    ["no such field", `${RECORD}?fields=Nothing`, {}, 400, "INVALID_FIELD"],
    [
      "a text too long by one",
      "/sobjects/Account",
      { method: "POST", body: { Name: "x".repeat(256) } },
      400,
      "STRING_TOO_LONG",
    ],
  ])("refuses %s", async (_what, path, options, status, errorCode) => {
    const answer = await call(path, options);
    expect([answer.status, (answer.body as { errorCode: string }[])[0]!.errorCode]).toEqual([status, errorCode]);
  });

  it.each<[what: string, path: string, call: Call, status: number]>([
    ["names in any case", `/SOBJECTS/aCCount/${ID}?fields=nAme`, {}, 200],
    ["an id of 15 characters", `/sobjects/Account/${ID.slice(0, 15)}`, {}, 200],
    ["a POST that stands for PATCH", `${RECORD}?_HttpMethod=PATCH`, { method: "POST", body: { Phone: "1" } }, 204],
    ["a text of just the length", "/sobjects/Account", { method: "POST", body: { Name: "x".repeat(255) } }, 201],
    [
      "a body in gzip",
      "/sobjects/Account",
      { method: "POST", body: gzipSync('{"Name":"Packed"}'), headers: { "Content-Encoding": "gzip" } },
      201,
    ],
  ])("takes %s", async (_what, path, options, status) => {
    expect((await call(path, options)).status).toBe(status);
  });

  it("answers HEAD as GET, without the body", async () => {
    const response = await fetch(`${org.instanceUrl}/services/data/v66.0${RECORD}`, {
      method: "HEAD",
      headers: { Authorization: `Bearer ${org.connection.accessToken}` },
    });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});
