import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { attribution, smallProgram } from "./programSeed.ts";

const verdicts =
  "SELECT Opportunity__r.Name, Credit_Status__c FROM Opportunity_Partner__c WHERE Partner__r.Name = 'A customer'";

describe("Rows of an account that is no partner (any more)", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    const seed = smallProgram();
    // Deal2 is plain; to Deal3 an approved registration adds Fabrikam, so that the rules judge it in full.
    const rows = ["Deal2", "Deal3"].map((deal) => attribution(deal, "Customer"));
    org = await programOrg({ ...seed, Opportunity_Partner__c: [...(seed.Opportunity_Partner__c ?? []), ...rows] });
  });
  afterAll(() => org.close());

  test("R-6 are left as they are, whichever way their deal is judged", async () => {
    expect(await org.run()).toMatchObject({ status: "Completed", rowsFailed: 0 });
    expect(await org.records(verdicts)).toMatchObject([{ Credit_Status__c: null }, { Credit_Status__c: null }]);
  });

  test("R-6 take nobody's place: the others' deals count as ever", async () => {
    const counted = "SELECT Partner__r.Name FROM Opportunity_Partner__c WHERE Credit_Status__c = 'Counted'";
    const names = (await org.records(counted)).map((row) => (row["Partner__r"] as { Name: string }).Name);
    expect(names.sort()).toEqual(["Contoso", "Fabrikam", "Northwind"]);
  });
});
