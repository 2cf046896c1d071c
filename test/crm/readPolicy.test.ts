import { policiesOf } from "../../sync-service/crm/readPolicy.ts";
import { policyRows } from "../borders/policyRows.ts";

describe("The policy out of its rows", () => {
  test("is read with its lists, numbers and blank dates", () => {
    const [read] = policiesOf(policyRows());
    expect(read).toMatchObject({
      name: "Guide",
      effectiveTo: null,
      annualAutoPublishDate: null,
      resaleExcludedFamilies: ["Segment", "Engage", "SendGrid"],
      trailingWindowDays: 365,
      gracePeriodDays: 0,
      isAnnualMoveUnlimited: true,
    });
    expect(read?.tierRequirements.map(({ tier }) => tier)).toEqual(["Registered", "Bronze", "Silver", "Gold"]);
    expect(read?.tierRequirements[1]?.earr.toFixed(2)).toBe("20000.50");
  });

  test.each(["0", "0.0", "0E0"])("with a number written as %s is read all the same", (text) => {
    expect(policiesOf(policyRows({ policies: { Grace_Period_Days__c: text } }))).toMatchObject([
      { gracePeriodDays: 0 },
    ]);
  });
});
