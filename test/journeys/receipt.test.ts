import { explainPartner } from "../../sync-service/run/explainPartner.ts";
import { explanationText } from "../../sync-service/run/explanationText.ts";
import { silentProgress } from "../../sync-service/run/terminal.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

describe("The receipt of a published review", () => {
  let org: ProgramOrg;
  const explain = (asked: string, asOf: string | null = null) =>
    explainPartner(org.service, { asked, asOf, assumptions: [] }, silentProgress);
  beforeAll(async () => {
    org = await programOrg(smallProgram());
    await org.run();
  });
  afterAll(() => org.close());

  test("R-14 computed again straight after, it is the same to the letter", async () => {
    const explained = await explain("Northwind");
    expect(explained.receipts).toMatchObject([{ type: "Mid-Year", tier: "Bronze", outcome: "Same", differences: [] }]);
    expect(explanationText(explained)).toContain(
      "Mid-Year as of 2023-12-15, Bronze: computed again from the org, and the same",
    );
  });

  test("R-14 months later too: the last one on or before the day is taken", async () => {
    const { receipts } = await explain("Northwind", "2024-08-01");
    expect(receipts).toMatchObject([{ asOfDate: "2023-12-15", outcome: "Same" }]);
  });

  test("R-23 so is one that rests on a row which its own run added", async () => {
    const { receipts } = await explain("Fabrikam");
    expect(receipts).toMatchObject([{ type: "Enrollment", tier: "Registered", outcome: "Same" }]);
  });

  test("before the first review there is none", async () => {
    expect((await explain("Northwind", "2023-12-14")).receipts).toEqual([]);
    expect((await explain("Litware")).receipts).toEqual([]);
  });

  test("R-17 after a correction it says what differs, field by field, and the tier stands", async () => {
    const [deal] = await org.records("SELECT Id FROM Opportunity WHERE Name = 'Deal1'");
    await org.update("Opportunity", String(deal?.Id), { eARR__c: 19000 });
    const explained = await explain("Northwind");
    expect(explained.decision.tierAfter).toBe("Bronze");
    const [receipt] = explained.receipts;
    expect(receipt?.outcome).toBe("Different");
    expect(receipt?.recomputedHash).not.toBe(receipt?.storedHash);
    expect(receipt?.differences.map(({ field }) => field)).toEqual([
      `deals.${String(deal?.Id)}`,
      "earr",
      "qualifiedTier",
      "tier",
    ]);
    const text = explanationText(explained);
    expect(text).toContain('earr: "50000.10" then, "19000.00" now');
    expect(text).toContain("(Deal1)");
  });
});
