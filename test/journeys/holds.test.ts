import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { attribution, type Seed, smallProgram } from "./programSeed.ts";

const holds = "SELECT Id, Status__c, Plan_Hash__c, Held_Reason__c FROM Partner_Sync_Run__c WHERE Status__c = 'Held'";

describe("A run that read too little", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(manyDeals());
    await org.run();
    // As if a sharing rule hid them: the org answers well, with fewer rows.
    const lost = await org.records("SELECT Id FROM Opportunity WHERE Name LIKE 'Many%' LIMIT 20");
    for (const { Id } of lost) await org.remove("Opportunity", String(Id));
  });
  afterAll(() => org.close());

  test("is held before its first write, and names the cause", async () => {
    const result = await org.run();
    expect(result).toMatchObject({
      status: "Held",
      exitCode: 4,
      rowsWritten: 0,
      held: { codes: ["ROWS_DROP:attributions", "ROWS_DROP:opportunities"] },
    });
    expect(await org.records(holds)).toMatchObject([
      { Plan_Hash__c: result.planHash, Held_Reason__c: expect.stringContaining("attributions") as string },
    ]);
  });

  test("is held again, and the newer hold takes the older one's place", async () => {
    expect(await org.run()).toMatchObject({ exitCode: 4 });
    expect(await org.records(holds)).toHaveLength(1);
  });

  test("goes through with the hash of the plan that was shown", async () => {
    const [held] = await org.records(holds);
    const result = await org.run({ approve: String(held?.Plan_Hash__c) });
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, held: null });
    expect(result.rowsWritten).toBeGreaterThan(0);
    const approvals = "SELECT Approved_By__r.Username, Approved_At__c, Approved_Plan_Hash__c FROM Partner_Sync_Run__c";
    expect(await org.records(`${approvals} WHERE Key__c = '${result.runKey}'`)).toMatchObject([
      {
        Approved_By__r: { Username: org.local.connection.users["Partner_Sync_Service"] },
        Approved_At__c: expect.stringMatching(/^2023-12-15/) as string,
        Approved_Plan_Hash__c: result.planHash,
      },
    ]);
    expect(await org.records(holds)).toEqual([]);
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0 });
  });
});

function manyDeals(): Seed {
  const seed = smallProgram();
  const [deal] = seed.Opportunity ?? [];
  const names = Array.from({ length: 60 }, (_, at) => `Many${at}`);
  return {
    ...seed,
    Opportunity: [...(seed.Opportunity ?? []), ...names.map((name) => ({ ...deal, Id: name, Name: name }))],
    Opportunity_Partner__c: [
      ...(seed.Opportunity_Partner__c ?? []),
      ...names.map((name) => attribution(name, "Contoso")),
    ],
  };
}
