/** Reviews are written before accounts: what a night makes good where one of the two did not get through. */
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";

const reviews =
  "SELECT Type__c, Previous_Tier__c, Tier__c, As_Of_Date__c FROM Partner_Tier_Review__c ORDER BY Type__c, Tier__c";
const tiers = "SELECT Name, Partner_Tier__c FROM Account WHERE Partner_Tier__c != null ORDER BY Name";

describe("Reviews and accounts", () => {
  let org: ProgramOrg;
  beforeEach(async () => {
    org = await programOrg(smallProgram());
  });
  afterEach(() => org.close());

  const breakDown = (...rules: unknown[]): void => org.local.faults.set(parseFaultRules({ rules }));

  test("an account that is refused night after night gets one review, dated the night it was due", async () => {
    breakDown({ fault: "row-number-too-large", object: "Account" });
    for (const asOf of ["2023-12-15", "2023-12-16", "2023-12-17"])
      expect(await org.run({ asOf })).toMatchObject({ status: "Completed With Errors" });
    const written = await org.records(reviews);
    expect(written).toMatchObject([
      { Type__c: "Enrollment", Tier__c: "Registered", As_Of_Date__c: "2023-12-15" },
      { Type__c: "Mid-Year", Previous_Tier__c: "Registered", Tier__c: "Bronze", As_Of_Date__c: "2023-12-15" },
    ]);
    breakDown();
    expect(await org.run({ asOf: "2023-12-18" })).toMatchObject({ status: "Completed" });
    expect(await org.records(reviews)).toHaveLength(written.length);
    expect(await org.records(tiers)).toMatchObject([
      { Name: "Contoso", Partner_Tier__c: "Registered" },
      { Name: "Fabrikam", Partner_Tier__c: "Registered" },
      { Name: "Northwind", Partner_Tier__c: "Bronze" },
    ]);
    expect(await org.run({ asOf: "2023-12-19" })).toMatchObject({ rowsWritten: 0 });
  });

  test("a year's end between review and account makes no second review", async () => {
    breakDown({ fault: "row-number-too-large", object: "Account" });
    await org.run({ asOf: "2023-12-31" });
    breakDown();
    await org.run({ asOf: "2024-01-01" });
    const enrolments = (await org.records(reviews)).filter(({ Type__c }) => Type__c === "Enrollment");
    expect(enrolments).toMatchObject([{ As_Of_Date__c: "2023-12-31" }]);
  });

  test("a review that is refused keeps its account's tier back, until both can be written", async () => {
    breakDown({ fault: "row-validation", object: "Partner_Tier_Review__c", nth: 1 });
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed With Errors", rowsFailed: 1 });
    expect(await org.records(tiers)).toMatchObject([{}, {}, { Name: "Northwind", Partner_Tier__c: "Registered" }]);
    breakDown();
    expect(await org.run()).toMatchObject({ status: "Completed" });
    expect(await org.records(reviews)).toHaveLength(2);
    expect(await org.records(tiers)).toMatchObject([{}, {}, { Name: "Northwind", Partner_Tier__c: "Bronze" }]);
  });
});

describe("The annual review's row", () => {
  let org: ProgramOrg;
  const annualRows = "SELECT Status__c, Plan_Hash__c FROM Partner_Sync_Run__c WHERE Mode__c = 'Annual'";
  beforeEach(async () => {
    org = await programOrg(smallProgram());
    await org.run();
  });
  afterEach(() => org.close());

  test.each(["sobjectCreate", "composite"])(
    "is one row though the answer to its creation is lost (%s)",
    async (call) => {
      const count = await callsOf(call, "2024-01-02");
      for (let nth = 1; nth <= count; nth += 1) {
        org.local.faults.set(parseFaultRules({ rules: [{ fault: "lost-answer", endpoints: [call], nth }] }));
        expect(await org.run({ asOf: "2024-01-02" })).toMatchObject({ status: "Completed", annual: { year: 2024 } });
        expect(await org.records(annualRows)).toMatchObject([{ Status__c: "Held" }]);
        await removeAnnualRow();
      }
    },
  );

  test("is opened again where a partner comes to be due after it was published", async () => {
    const contoso = await idOf("Contoso");
    await org.update("Account", contoso, { Partner_Status__c: "Suspended" });
    const { annual } = await org.run({ asOf: "2024-01-02" });
    await org.run({ asOf: "2024-01-03", approve: String(annual?.planHash) });
    expect(await org.records(annualRows)).toMatchObject([{ Status__c: "Completed" }]);
    await org.update("Account", contoso, { Partner_Status__c: "Enrolled" });
    const again = await org.run({ asOf: "2024-02-01" });
    expect(again).toMatchObject({ status: "Completed", annual: { partners: 1 } });
    expect(await org.records(annualRows)).toMatchObject([{ Status__c: "Held", Plan_Hash__c: again.annual?.planHash }]);
  });

  async function callsOf(call: string, asOf: string): Promise<number> {
    org.local.faults.set(parseFaultRules({ rules: [{ fault: "server-error", endpoints: ["other"], probability: 0 }] }));
    await org.run({ asOf });
    const count = org.local.faults.report().calls[call] ?? 0;
    await removeAnnualRow();
    return count;
  }

  async function idOf(name: string): Promise<string> {
    const [account] = await org.records(`SELECT Id FROM Account WHERE Name = '${name}'`);
    return String(account?.Id);
  }

  async function removeAnnualRow(): Promise<void> {
    org.local.faults.set([]);
    const [row] = await org.records("SELECT Id FROM Partner_Sync_Run__c WHERE Mode__c = 'Annual'");
    await org.remove("Partner_Sync_Run__c", String(row?.Id));
  }
});
