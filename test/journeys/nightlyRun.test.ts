import { attribution, smallProgram } from "./programSeed.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";

const tiersOf = "SELECT Name, Partner_Tier__c FROM Account WHERE Partner_Status__c != null ORDER BY Name";

describe("Nightly runs", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(smallProgram());
  });
  afterAll(() => org.close());

  test("a dry run tells what would be written, and writes nothing, not even a record of itself", async () => {
    const result = await org.run({ isDryRun: true });
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, isDryRun: true, rowsFailed: 0 });
    expect(result.rowsWritten).toBeGreaterThan(0);
    expect(await org.records("SELECT Id FROM Partner_Sync_Run__c")).toEqual([]);
    expect(await org.records("SELECT Id FROM Account WHERE Trailing_eARR__c != null")).toEqual([]);
  });

  test("the first run moves partners and gives every attribution its verdict", async () => {
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, asOf: "2023-12-15", rowsFailed: 0, held: null });
    expect(await org.records(tiersOf)).toMatchObject([
      { Name: "Contoso", Partner_Tier__c: "Registered" },
      { Name: "Fabrikam", Partner_Tier__c: "Registered" },
      { Name: "Litware", Partner_Tier__c: null },
      { Name: "Northwind", Partner_Tier__c: "Bronze" },
    ]);
    expect(await org.records("SELECT Id FROM Opportunity_Partner__c WHERE Credit_Status__c = null")).toEqual([]);
  });

  test("the approved registration has become an attribution that counts", async () => {
    const soql =
      "SELECT Source__c, Credit_Status__c, Credit_eARR__c FROM Opportunity_Partner__c WHERE Partner__r.Name = 'Fabrikam'";
    expect(await org.records(soql)).toMatchObject([
      { Source__c: "Deal Registration", Credit_Status__c: "Counted", Credit_eARR__c: 12345.67 },
    ]);
  });

  test("the run's record says what happened, and the lock is given back", async () => {
    const soql = "SELECT Key__c, Status__c, Summary__c, Finished_At__c, Rows_Written__c FROM Partner_Sync_Run__c";
    const [record] = await org.records(soql);
    expect(record).toMatchObject({
      Status__c: "Completed",
      Key__c: expect.stringMatching(/^run:2023-12-15T/) as string,
    });
    expect(record?.Summary__c).toContain("Northwind Registered to Bronze");
    expect(record?.Finished_At__c).not.toBeNull();
  });

  test("a second run writes nothing", async () => {
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0, changes: [] });
  });

  test("the next day's run writes nothing either", async () => {
    expect(await org.run({ asOf: "2023-12-16" })).toMatchObject({ rowsWritten: 0, changes: [] });
  });

  test("one attribution that an executive adds changes that row and its partner alone", async () => {
    const [deal] = await org.records("SELECT Id FROM Opportunity WHERE Name = 'Deal4'");
    const [partner] = await org.records("SELECT Id FROM Account WHERE Name = 'Northwind'");
    const { CreatedDate: _, ...fields } = attribution(String(deal?.Id), String(partner?.Id));
    await org.create("Opportunity_Partner__c", fields);
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed", rowsWritten: 1, changes: [] });
    await org.update("Opportunity", String(deal?.Id), { StageName: "Closed Won", CloseDate: "2023-12-15" });
    const afterClose = await org.run();
    expect(afterClose.changes.map(({ partnerName }) => partnerName).sort()).toEqual(["Contoso", "Northwind"]);
    expect(afterClose.rowsWritten).toBe(4);
  });
});
