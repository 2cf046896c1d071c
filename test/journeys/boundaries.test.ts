import { explainPartner } from "../../sync-service/run/explainPartner.ts";
import { explanationText } from "../../sync-service/run/explanationText.ts";
import { lastScreen, silentProgress } from "../../sync-service/run/terminal.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

describe("Closings on the edge of a rule", () => {
  let org: ProgramOrg;
  let dealId: string;
  beforeAll(async () => {
    const seed = smallProgram();
    const [first, late, ...rest] = seed.Opportunity_Partner__c ?? [];
    if (!first || !late) throw new Error("no attributions");
    // Contoso came to Deal2 five minutes after it was won.
    const rows = [first, { ...late, CreatedDate: "2023-06-01T18:05:00Z" }, ...rest];
    org = await programOrg({ ...seed, Opportunity_Partner__c: rows });
    const [deal] = await org.records("SELECT Id FROM Opportunity WHERE Name = 'Deal2'");
    dealId = String(deal?.Id);
  });
  afterAll(() => org.close());

  test("R-22 are listed by a run with kind and id, and not shifted", async () => {
    const result = await org.run();
    expect(result).toMatchObject({
      boundaryCases: 1,
      boundaries: {
        total: 1,
        byKind: { "Added Just After Close": 1 },
        listed: [{ kind: "Added Just After Close", rule: "R-22", opportunityId: dealId }],
      },
    });
    expect(lastScreen(result)).toMatch(new RegExp(`${dealId} +Added Just After Close \\(R-22\\)`));
    const soql = "SELECT Credit_Reason__c FROM Opportunity_Partner__c WHERE Opportunity__r.Name = 'Deal2'";
    expect(await org.records(soql)).toMatchObject([{ Credit_Reason__c: "Added After Close" }]);
    const [record] = await org.records("SELECT Summary__c FROM Partner_Sync_Run__c");
    expect(record?.Summary__c).toContain(
      "1 closing on the edge of a rule, left as recorded: 1 Added Just After Close.",
    );
  });

  test("R-23 are shown with their partner, beside who can still mend the near miss, and until when", async () => {
    const request = { asked: "Contoso", asOf: null, assumptions: [] };
    const explained = await explainPartner(org.service, request, silentProgress);
    expect(explained.boundaries).toMatchObject([{ kind: "Added Just After Close", opportunityId: dealId }]);
    expect(explained.nearMisses).toMatchObject([
      { reason: "Added After Close", rule: "R-23", trailingUntil: "2024-05-30", annualReview: { until: "2024-03-31" } },
    ]);
    const text = explanationText(explained).replace(/\s+/g, " ");
    expect(text).toContain("Added Just After Close R-22 Deal2");
    expect(text).toContain("To be mended by the partner and a program administrator: a deal registration");
  });
});
