import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";

const SEED = {
  Partner_Sync_Run__c: [
    "Id,Key__c,Status__c,Finished_At__c",
    "done,run:1,Completed,2023-12-14T22:30:00Z",
    "new,run:2,Requested,",
  ],
};
const OBJECT = "Partner_Sync_Run__c";

describe("a formula field", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
  });
  afterAll(() => org.close());

  const rounded = (hours: unknown): unknown => (typeof hours === "number" ? Math.round(hours * 10) / 10 : hours);

  it("is computed by the org's clock whenever SOQL, GraphQL or REST reads the record", async () => {
    const soql = `SELECT Id, Hours_Since_Finish__c FROM ${OBJECT} ORDER BY Key__c`;
    const found = await call(`/query?q=${encodeURIComponent(soql)}`);
    const rows = at<{ Id: string; Hours_Since_Finish__c: number | null }[]>(found.body, "records");
    expect(rows.map((row) => rounded(row.Hours_Since_Finish__c))).toEqual([11.5, null]);

    const { data, errors } = await graphql(
      call,
      `{ uiapi { query { ${OBJECT}(orderBy: { Key__c: { order: ASC } }) { edges { node { Hours_Since_Finish__c { value } } } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(rounded(at(data, `uiapi.query.${OBJECT}.edges.0.node.Hours_Since_Finish__c.value`))).toBe(11.5);
    expect(at(data, `uiapi.query.${OBJECT}.edges.1.node.Hours_Since_Finish__c.value`)).toBeNull();

    const { body } = await call(`/sobjects/${OBJECT}/${rows[0]!.Id}`);
    expect(rounded((body as Record<string, unknown>)["Hours_Since_Finish__c"])).toBe(11.5);
  });

  it("cannot be written", async () => {
    const { status } = await call(`/sobjects/${OBJECT}`, { method: "POST", body: { Hours_Since_Finish__c: 1 } });
    expect(status).toBe(400);
  });
});
