/** Where one code refuses many rows it is no matter of rows any more. */
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { attribution, type Seed, smallProgram } from "../journeys/programSeed.ts";
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";

const DEALS = 400;

describe("Rows that are refused", () => {
  let org: ProgramOrg;
  beforeEach(async () => {
    org = await programOrg(manyDeals());
  });
  afterEach(() => org.close());

  const breakDown = (...rules: unknown[]): void => org.local.faults.set(parseFaultRules({ rules }));
  const verdicts = async (): Promise<number> =>
    (await org.records("SELECT Id FROM Opportunity_Partner__c WHERE Credit_Status__c != null")).length;
  const figures = async (): Promise<number> =>
    (await org.records("SELECT Id FROM Account WHERE Trailing_eARR__c != null")).length;

  test("are each reported, and stop no other, up to 5 % of a write", async () => {
    breakDown({ fault: "row-validation", object: "Opportunity_Partner__c", every: 20 });
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed With Errors", exitCode: 3, stopped: null });
    expect(result.rowsFailed).toBe(20);
    expect(await figures()).toBeGreaterThan(0);
  });

  test("stop the write above that, and what comes after it; the next run does both", async () => {
    breakDown({ fault: "row-validation", object: "Opportunity_Partner__c", every: 4 });
    const result = await org.run();
    expect(result).toMatchObject({
      status: "Completed With Errors",
      exitCode: 3,
      stopped: { object: "Opportunity_Partner__c", code: "FIELD_CUSTOM_VALIDATION_EXCEPTION" },
    });
    const [run] = await org.records("SELECT Summary__c FROM Partner_Sync_Run__c");
    expect(run?.Summary__c).toContain("Stopped writing: FIELD_CUSTOM_VALIDATION_EXCEPTION refused");
    expect(await verdicts()).toBeLessThan(DEALS);
    expect(await figures()).toBe(0);
    breakDown();
    expect(await org.run()).toMatchObject({ status: "Completed", stopped: null });
    expect(await verdicts()).toBeGreaterThan(DEALS);
    expect(await figures()).toBeGreaterThan(0);
  });

  test("of a handful are reported however large their share", async () => {
    breakDown({ fault: "row-no-access", object: "Account" });
    expect(await org.run()).toMatchObject({ exitCode: 3, stopped: null, rowsFailed: 4 });
  });
});

function manyDeals(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: DEALS }, (_none, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [...(seed.Opportunity ?? []), ...names.map((name) => ({ ...deal, Id: name, Name: name }))],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}
