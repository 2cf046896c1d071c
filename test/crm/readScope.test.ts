/** The largest queries of a run, whole and split by record id: an org takes every one of them. */
import { attributionsIn, linesIn, type ReadScope } from "../../sync-service/crm/readScope.ts";
import { soqlOf } from "../../sync-service/crm/soql.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";

const deals = { from: "2022-01-01", changedSince: 0, opportunityIds: ["006000000000001AAA"] };
const scopes: Readonly<Record<string, ReadScope>> = {
  "all deals": { partnerId: null },
  "the deals of a partner": { partnerId: "001000000000001AAA" },
  "the deals of a filtered night": { partnerId: null, deals },
};
const range = { from: "000000000000000", until: "zzzzzzzzzzzzzzz" };

describe("An org", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(smallProgram());
  });
  afterAll(() => org.close());

  test.each(Object.entries(scopes))("takes the queries of %s, whole and as a part", async (_, scope) => {
    const queries = [
      { object: "Opportunity_Partner__c", columns: ["Id"], where: attributionsIn(scope) },
      { object: "OpportunityLineItem", columns: ["Id"], where: linesIn(scope) },
    ];
    for (const query of queries) {
      const whole = await org.records(soqlOf(query));
      expect(await org.records(soqlOf({ ...query, ids: range }))).toEqual(whole);
    }
  });
});
