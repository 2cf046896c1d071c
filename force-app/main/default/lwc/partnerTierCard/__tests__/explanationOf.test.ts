import { explanationOf } from "../explanationOf";
import type { PartnerNode } from "../partnerTierAnswer";

const explained = (value: string | null): ReturnType<typeof explanationOf> =>
  explanationOf({ Partner_Tier_Explanation__c: { value } } as PartnerNode);

describe("the explanation of a tier", () => {
  it("is a list of sentences, each apart from its rule", () => {
    expect(explained("Gold, since May 1 (R-1). No (see R-3) advance (R-14).")).toEqual([
      { text: "Gold, since May 1", rule: "(R-1)." },
      { text: "No (see R-3) advance", rule: "(R-14)." },
    ]);
  });

  it("has cents only where there are any, as the rest of the card", () => {
    expect(explained("USD 580,000.00 eARR of USD 1,000.50 (R-2).")).toEqual([
      { text: "USD 580,000 eARR of USD 1,000.50", rule: "(R-2)." },
    ]);
  });

  it("keeps a sentence that names no rule", () => {
    expect(explained("Set by hand.")).toEqual([{ text: "Set by hand.", rule: "" }]);
    expect(explained(null)).toEqual([]);
  });
});
