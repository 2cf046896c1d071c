import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

const annualRow =
  "SELECT Id, Key__c, Status__c, Plan_Hash__c, Approved_Plan_Hash__c FROM Partner_Sync_Run__c WHERE Mode__c = 'Annual'";

describe("The annual review", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(smallProgram());
    await org.run();
  });
  afterAll(() => org.close());

  test("waits as one held row while the nightly run completes", async () => {
    const result = await org.run({ asOf: "2024-01-02" });
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, held: null, annual: { year: 2024, partners: 3 } });
    expect(await org.records(annualRow)).toMatchObject([
      { Key__c: "annual:2024", Status__c: "Held", Plan_Hash__c: result.annual?.planHash },
    ]);
  });

  test("is refreshed without a second row, and nothing is written the second night", async () => {
    expect(await org.run({ asOf: "2024-01-03" })).toMatchObject({ rowsWritten: 0 });
    expect(await org.records(annualRow)).toHaveLength(1);
  });

  test("is not published by the approval of another plan", async () => {
    await expect(org.run({ asOf: "2024-01-03", approve: "0".repeat(64) })).rejects.toMatchObject({ exitCode: 2 });
  });

  test("is held again where its plan has changed since it was shown", async () => {
    const [shown] = await org.records(annualRow);
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Contoso'");
    await org.update("Account", String(partner?.Id), { Partner_Status__c: "Suspended" });
    const result = await org.run({ asOf: "2024-01-03", approve: String(shown?.Plan_Hash__c) });
    expect(result).toMatchObject({ status: "Held", exitCode: 4, held: { codes: ["PLAN_CHANGED"] } });
    const [row] = await org.records(annualRow);
    expect(row).toMatchObject({ Status__c: "Held", Plan_Hash__c: result.annual?.planHash });
  });

  test("is published by approving its plan, once and for all partners", async () => {
    const [row] = await org.records(annualRow);
    const result = await org.run({ asOf: "2024-01-03", approve: String(row?.Plan_Hash__c) });
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, annual: null });
    expect(await org.records(annualRow)).toMatchObject([{ Status__c: "Completed" }]);
    const soql = "SELECT Status__c, Program_Year__c FROM Partner_Tier_Review__c WHERE Type__c = 'Annual'";
    const reviews = await org.records(soql);
    expect(reviews.filter(({ Status__c }) => Status__c === "Published")).toHaveLength(2);
    for (const review of reviews) expect(review).toMatchObject({ Program_Year__c: 2024 });
    expect(await org.run({ asOf: "2024-01-04" })).toMatchObject({ rowsWritten: 0, annual: null });
  });
});
