/** When an account is written: only where a field says something new. */
import Big from "big.js";
import type { StoredPartner } from "../../sync-service/program/facts.ts";
import { blankPartner, changedFields } from "../../sync-service/program/storedPartner.ts";

const full: StoredPartner = {
  tier: "Silver",
  tierSinceDate: "2022-02-01",
  programYear: 2023,
  qualifiedTier: "Silver",
  annualTier: "Bronze",
  projectedAnnualTier: "Gold",
  trailingEarr: new Big("1.5"),
  trailingInfluencedEarr: new Big(1),
  trailingResoldEarr: new Big("0.5"),
  annualWindowEarr: new Big(2),
  yearToDateEarr: new Big(3),
  technicalResources: 10,
  salesTrainedResources: 5,
  nextTier: "Gold",
  nextTierEarrGap: new Big(7),
  nextTierTechnicalGap: 5,
  nextTierSalesGap: 4,
  explanation: "Silver",
  activityReview: "2023-Q3",
};
const fields = Object.keys(full) as (keyof StoredPartner)[];

describe("R-6 the computed fields of an account", () => {
  test.each(fields)("R-6 a partner that is none any more has no %s", (field) => {
    expect(blankPartner[field]).toBeNull();
    expect(changedFields(full, { ...full, [field]: null })).toEqual([field]);
    expect(changedFields({ ...full, [field]: null }, full)).toEqual([field]);
  });

  test("R-6 there is no computed field beside these", () => {
    expect(Object.keys(blankPartner)).toEqual(fields);
  });

  test("R-21 an amount is compared by its value, not by how it is written", () => {
    expect(changedFields(full, { ...full, trailingEarr: new Big("1.50") })).toEqual([]);
    expect(changedFields(full, { ...full, trailingEarr: new Big("1.51") })).toEqual(["trailingEarr"]);
  });

  test("R-15 an account that holds everything already is not written", () => {
    expect(changedFields(full, { ...full })).toEqual([]);
  });
});
