import { restClient, type Answer, type Call } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const ID = "001000000000001AAA";
const PERSON = "003000000000001AAA";
/** The seeded rows were last changed at that second. */
const CHANGED = "Fri, 01 Dec 2023 09:00:00 GMT";
const BEFORE = "Fri, 01 Dec 2023 08:59:59 GMT";

const SEED = {
  Account: ["Id,Name,LastModifiedDate", `${ID},Harbor,2023-12-01T09:00:00Z`],
  Contact: ["Id,LastName,LastModifiedDate", `${PERSON},Taylor,2023-12-01T09:00:00Z`],
};

const fault = ({ status, body }: Answer): unknown[] => {
  const [{ errorCode, message } = { errorCode: null, message: "" }] = (body ?? []) as {
    errorCode: string;
    message: string;
  }[];
  return [status, errorCode, /\(\(.+\)\)/.test(message)];
};

describe("what the org answers to requests that are no plain JSON calls", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
  });
  afterAll(() => org.close());

  it.each([
    ["application/xml", 406],
    ["text/xml; charset=UTF-8", 406],
    ["application/xml, application/json", 200],
    ["application/xml;q=0.9,*/*;q=0.8", 200],
    ["application/json", 200],
    ["*/*", 200],
    ["text/html", 200],
  ])("answers who accepts %s with %d", async (accept, status) => {
    const answer = await call("/limits", { headers: { Accept: accept } });
    expect(answer.status).toBe(status);
    if (status === 406) expect(fault(answer)).toEqual([406, "FUNCTIONALITY_NOT_ENABLED", true]);
  });

  it.each([
    ["application/json", 201],
    ["application/json; charset=UTF-8", 201],
    ["application/vnd.api+json", 201],
    ["application/xml", 415],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
  ])("answers a body of type %s with %d", async (type, status) => {
    const answer = await call("/sobjects/Account", {
      method: "POST",
      body: '{"Name":"Typed"}',
      headers: { "Content-Type": type },
    });
    expect(answer.status).toBe(status);
    if (status === 415) expect(fault(answer)).toEqual([415, "UNSUPPORTED_MEDIA_TYPE", true]);
  });

  it.each<[what: string, path: string, headers: Record<string, string>, status: number]>([
    ["changed since", `Account/${ID}`, { "If-Modified-Since": BEFORE }, 200],
    ["not changed since", `Account/${ID}`, { "If-Modified-Since": CHANGED }, 304],
    ["not changed since, of another object", `Contact/${PERSON}`, { "If-Modified-Since": CHANGED }, 304],
    ["changed since a moment that is none", `Account/${ID}`, { "If-Modified-Since": "yesterday" }, 200],
    ["that should not have changed, and has not", `Account/${ID}`, { "If-Unmodified-Since": CHANGED }, 200],
    ["that should not have changed, and has", `Account/${ID}`, { "If-Unmodified-Since": BEFORE }, 412],
    ["by a tag that it has not", `Account/${ID}`, { "If-Match": '"other"' }, 412],
    ["by any tag", `Account/${ID}`, { "If-Match": "*" }, 200],
    ["but not by a tag that it has not", `Account/${ID}`, { "If-None-Match": '"other"' }, 200],
    ["by a tag, which only accounts have", `Contact/${PERSON}`, { "If-Match": '"other"' }, 200],
    ["without any condition", `Account/${ID}`, {}, 200],
  ])("reads a record %s", async (_what, path, headers, status) => {
    const answer = await call(`/sobjects/${path}`, { headers });
    expect([answer.status, answer.text === ""]).toEqual([status, status === 304]);
  });

  it("tells the tag of an account and the moment of any record, and knows the tag again, zipped or not", async () => {
    const path = `/sobjects/Account/${ID}?fields=Name`;
    const { headers } = await call(path);
    const tag = headers.get("etag")!;
    expect([tag, headers.get("last-modified")]).toEqual([expect.stringMatching(/^"[\w+/]+=*"$/), CHANGED]);
    const zipped = tag.replace(/"$/, '--gzip"');
    const answers = [
      await call(path, { headers: { "If-None-Match": tag } }),
      await call(path, { headers: { "If-None-Match": `"other", ${zipped}` } }),
      await call(path, { headers: { "If-Match": tag } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([304, 304, 200]);
    expect((await call(`/sobjects/Contact/${PERSON}`)).headers.get("etag")).toBeNull();
  });

  it.each<[what: string, headers: (tag: string) => Record<string, string>, status: number]>([
    ["that has changed since", () => ({ "If-Unmodified-Since": BEFORE }), 412],
    ["of another tag", () => ({ "If-Match": '"other"' }), 412],
    ["of a tag that it should not have", (tag) => ({ "If-None-Match": tag }), 412],
    ["by a moment that is none", () => ({ "If-Unmodified-Since": "yesterday" }), 400],
    ["by a tag that is none", () => ({ "If-Match": "other" }), 400],
    ["of just that tag", (tag) => ({ "If-Match": tag }), 204],
    ["that has not changed since", () => ({ "If-Unmodified-Since": "Fri, 15 Dec 2023 23:00:00 GMT" }), 204],
  ])("writes a record %s", async (_what, headersOf, status) => {
    const path = `/sobjects/Account/${ID}`;
    const tag = (await call(path)).headers.get("etag")!;
    const answer = await call(path, { method: "PATCH", body: { Phone: "1" }, headers: headersOf(tag) });
    expect(answer.status).toBe(status);
  });

  it.each(["/sobjects", "/sobjects/Account/describe"])("%s is not sent again to who has it", async (path) => {
    const first = await call(path);
    const since = first.headers.get("last-modified")!;
    expect((await call(path, { headers: { "If-Modified-Since": since } })).status).toBe(304);
    expect((await call(path, { headers: { "If-Modified-Since": BEFORE } })).status).toBe(200);
  });

  it.each<[path: string, call: Call]>([
    ["/tooling/query?q=SELECT+Id+FROM+ApexClass", {}],
    ["/tooling/sobjects/SourceMember/describe", {}],
    ["/chatter/feeds", {}],
    ["/connect/organization", {}],
    ["/analytics/reports", {}],
    ["/process/rules", {}],
    ["/process/approvals", { method: "POST", body: {} }],
    ["/actions/standard", {}],
    ["/event/eventSchema/abc", {}],
    ["/support", {}],
    ["/knowledgeManagement/settings", {}],
    ["/wave/dashboards", {}],
    ["/appMenu/AppSwitcher", {}],
  ])("%s is not found, and says that it is left out", async (path, options) => {
    expect(fault(await call(path, options))).toEqual([404, "NOT_FOUND", true]);
  });

  it.each(["/services/apexrest/Tools", "/cometd/66.0"])("%s stands beside and is left out as well", async (path) => {
    const answer = await fetch(`${org.instanceUrl}${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject([
      { errorCode: "NOT_FOUND", message: expect.stringContaining("((") as string },
    ]);
  });

  it("answers SOAP with a fault of SOAP", async () => {
    const answer = await fetch(`${org.instanceUrl}/services/Soap/u/66.0`, {
      method: "POST",
      headers: { "Content-Type": "text/xml", SOAPAction: '""' },
      body: "<soapenv:Envelope/>",
    });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([500, "text/xml; charset=utf-8"]);
    expect(await answer.text()).toContain("<faultcode>sf:FUNCTIONALITY_NOT_ENABLED</faultcode><faultstring>");
  });
});
