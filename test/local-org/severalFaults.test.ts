import { restClient, type Answer } from "../support/restClient.ts";
import { rule, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";
import { graphql } from "./graphqlCall.ts";

const atField = (xml: string, field: string): string =>
  xml.replace("<errorMessage>", `<errorDisplayField>${field}</errorDisplayField><errorMessage>`);

/** Three rules find fault with a tool of this mode, a fourth does not. */
const BAD = { Name: "saw", Mode__c: "bad" };
const RULES = {
  At_Mode: atField(rule("At_Mode", 'Mode__c = "bad"'), "Mode__c"),
  At_Mode_Too: atField(rule("At_Mode_Too", 'BEGINS(Mode__c, "b")'), "Mode__c"),
  At_Page: rule("At_Page", 'Mode__c = "bad"'),
  Content: rule("Content", 'Mode__c = "good"'),
};
const CODE = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
const MESSAGES = ["At_Mode holds.", "At_Mode_Too holds.", "At_Page holds."];
const REST = [
  { message: MESSAGES[0], errorCode: CODE, fields: ["Mode__c"] },
  { message: MESSAGES[1], errorCode: CODE, fields: ["Mode__c"] },
  { message: MESSAGES[2], errorCode: CODE, fields: [] },
];
const SAVE_ERRORS = REST.map(({ message, fields }) => ({ statusCode: CODE, message, fields }));

describe("a record that several validation rules find fault with is told all of it at once", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    const files = Object.entries(RULES).map(([name, xml]): [string, string] => [
      `objects/Tool__c/validationRules/${name}.validationRule-meta.xml`,
      xml,
    ]);
    org = await startOrg({ packageDirectory: writeToolPackage(directory, Object.fromEntries(files)) });
    call = restClient(org);
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  const post = (path: string, body: unknown, headers = {}): Promise<Answer> =>
    call(path, { method: "POST", body, headers });

  it("by REST, one error a rule", async () => {
    const { status, body } = await post("/sobjects/Tool__c", BAD);
    expect([status, body]).toEqual([400, REST]);
  });

  it("by REST, one error where one rule finds fault", async () => {
    const { body } = await post("/sobjects/Tool__c", { Name: "saw", Mode__c: "good" });
    expect(body).toEqual([{ message: "Content holds.", errorCode: CODE, fields: [] }]);
  });

  it("by collections, trees and composite requests, in the words of each", async () => {
    const attributes = { type: "Tool__c", referenceId: "a" };
    const collection = await post("/composite/sobjects", { records: [{ attributes, ...BAD }] });
    expect(collection.body).toEqual([{ success: false, errors: SAVE_ERRORS }]);
    const tree = await post("/composite/tree/Tool__c", { records: [{ attributes, ...BAD }] });
    expect(tree.body).toEqual({ hasErrors: true, results: [{ referenceId: "a", errors: SAVE_ERRORS }] });
    const composite = await post("/composite", {
      compositeRequest: [{ method: "POST", url: "/services/data/v66.0/sobjects/Tool__c", referenceId: "a", body: BAD }],
    });
    expect(composite.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 400, body: REST }] });
  });

  it("by the User Interface API, at their fields and at the page", async () => {
    const { body } = await post("/ui-api/records", { apiName: "Tool__c", fields: BAD });
    const { errors, fieldErrors } = (body as { output: { errors: object[]; fieldErrors: Record<string, object[]> } })
      .output;
    expect(errors).toMatchObject([{ message: MESSAGES[2], errorCode: CODE, field: null }]);
    expect(fieldErrors).toMatchObject({
      Mode__c: [
        { message: MESSAGES[0], field: "Mode__c", fieldLabel: "Mode__c" },
        { message: MESSAGES[1], field: "Mode__c" },
      ],
    });
  });

  it("by GraphQL, all at the operation's path", async () => {
    const { errors } = await graphql(
      call,
      'mutation { uiapi { Tool__cCreate(input: { Tool__c: { Name: "saw", Mode__c: "bad" } }) { Record { Id } } } }',
    );
    expect(errors.map(({ message, paths }) => [message, paths])).toEqual(
      MESSAGES.map((message) => [message, ["uiapi", "Tool__cCreate"]]),
    );
  });

  it("by Bulk API 2.0, one after the other in the row's error", async () => {
    const job = await post("/jobs/ingest", { object: "Tool__c", operation: "insert" });
    const path = `/jobs/ingest/${(job.body as { id: string }).id}`;
    await call(`${path}/batches`, {
      method: "PUT",
      body: "Name,Mode__c\nsaw,bad\n",
      headers: { "Content-Type": "text/csv" },
    });
    await call(path, { method: "PATCH", body: { state: "UploadComplete" } });
    const { text } = await call(`${path}/failedResults`);
    expect(text.split("\n")[1]).toContain(
      `${CODE}:${MESSAGES[0]}:Mode__c --${CODE}:${MESSAGES[1]}:Mode__c --${CODE}:${MESSAGES[2]}:--`,
    );
  });

  it("in a trace, with the rules beside", async () => {
    const { headers } = await post("/sobjects/Tool__c", BAD, { "X-Local-Org-Trace": "1" });
    const trace = await fetch(`${org.instanceUrl}/local-org/trace/${headers.get("X-Local-Org-Trace-Id")}`);
    const [write] = ((await trace.json()) as { writes: Record<string, unknown>[] }).writes;
    expect([write!["error"], ...(write!["moreErrors"] as object[])]).toEqual(REST);
    expect((write!["validationRules"] as { isViolated: boolean }[]).map(({ isViolated }) => isViolated)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
