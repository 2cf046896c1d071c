/** The status of a benefit, R-31 and R-32. */
import type { TierName } from "../../sync-service/program/facts.ts";
import type { BenefitFacts } from "../../sync-service/program/programRecords.ts";
import type { AgreementFacts } from "../../sync-service/program/standingFacts.ts";
import { agreement, asOf, benefit, partner, stored } from "./sample.ts";
import { decide } from "./sampleDecisions.ts";

interface Given {
  tier: TierName;
  focus?: string[];
  rows?: BenefitFacts[];
  signed?: AgreementFacts[];
}

function statusOf(key: string, { tier, focus = ["Flex"], rows = [], signed = [] }: Given) {
  const { benefits } = decide({
    partner: partner({
      focus,
      isGlobalStrategic: tier === "Global Strategic",
      stored: stored({ tier }),
    }),
    benefits: rows,
    agreements: [agreement(), ...signed],
  });
  return benefits.find((b) => b.benefitKey === key);
}

describe("R-31 the first status that holds", () => {
  const addendum = agreement("Resale Partner Addendum");
  const terms = agreement("MDF/POC Program Terms");
  const invited = benefit("Reseller_Program", { invitedDate: asOf });
  test.each<[string, string, Given, string, string | null]>([
    [
      "an invitation below the tier unlocks nothing",
      "Reseller_Program",
      { tier: "Bronze", rows: [invited], signed: [addendum] },
      "Tier Too Low",
      "Silver",
    ],
    [
      "out of scope before uninvited",
      "Reseller_Program",
      { tier: "Silver", focus: ["Communications"] },
      "Not In Scope",
      "Flex",
    ],
    ["not invited", "Reseller_Program", { tier: "Silver", signed: [addendum] }, "Invitation Needed", null],
    [
      "invited, not signed",
      "Reseller_Program",
      { tier: "Silver", rows: [invited] },
      "Agreement Needed",
      "Resale Partner Addendum",
    ],
    [
      "invited and signed",
      "Reseller_Program",
      { tier: "Silver", rows: [invited], signed: [addendum] },
      "Available",
      null,
    ],
    [
      "invited tomorrow",
      "Reseller_Program",
      {
        tier: "Silver",
        rows: [{ ...invited, invitedDate: "2023-10-17" }],
        signed: [addendum],
      },
      "Invitation Needed",
      null,
    ],
    [
      "invitation ends today",
      "Reseller_Program",
      {
        tier: "Silver",
        rows: [{ ...invited, invitationEndsDate: asOf }],
        signed: [addendum],
      },
      "Available",
      null,
    ],
    [
      "invitation ended before it began",
      "Reseller_Program",
      {
        tier: "Silver",
        rows: [
          {
            ...invited,
            invitedDate: "2023-01-01",
            invitationEndsDate: "2023-10-15",
          },
        ],
        signed: [addendum],
      },
      "Invitation Needed",
      null,
    ],
    [
      "both agreements missing, each named",
      "Market_Development_Funds",
      { tier: "Silver" },
      "Agreement Needed",
      "MDF/POC Program Terms, Resale Partner Addendum",
    ],
    [
      "one of two missing",
      "Market_Development_Funds",
      { tier: "Silver", signed: [terms] },
      "Agreement Needed",
      "Resale Partner Addendum",
    ],
    ["both signed", "Market_Development_Funds", { tier: "Silver", signed: [terms, addendum] }, "Available", null],
    [
      "agreement of an affiliate",
      "Market_Development_Funds",
      { tier: "Silver", signed: [terms, { ...addendum, partnerId: "p2" }] },
      "Agreement Needed",
      null,
    ],
    ["any focus will do", "Partner_Badge", { tier: "Bronze", focus: [] }, "Available", null],
  ])("R-31 %s", (_case, key, given, status, named) => {
    const found = statusOf(key, given);
    expect([found?.status, found?.isAvailable]).toEqual([status, status === "Available"]);
    if (named !== null) expect(found?.reason).toContain(named);
  });
});
