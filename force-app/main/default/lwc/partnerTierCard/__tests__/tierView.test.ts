import type { PartnerTierAnswer } from "../partnerTierAnswer";
import { programClock } from "../../programClock/programClock";
import { rowsOf } from "../../programAnswer/programAnswer";
import { progressOf } from "../progressOf";
import { rollOffOf } from "../rollOffOf";
import { TierOrder } from "../tierOrder";
import type { TierCase } from "../tierView";
import { warningsOf } from "../warningsOf";
import { partnerTier } from "./data/partnerTier";

const spaced = (text: string): string => text.replaceAll(/\s/g, " ");

function known(...given: Parameters<typeof partnerTier>): TierCase & { readonly answer: PartnerTierAnswer } {
  const answer = (partnerTier(...given) as { uiapi: { query: PartnerTierAnswer } }).uiapi.query;
  const clock = programClock(answer)!;
  return { answer, clock, partner: rowsOf(answer.Account)[0]!, order: new TierOrder(answer, clock.policyId) };
}

function warned(...given: Parameters<typeof partnerTier>): string[] {
  const { answer, ...rest } = known(...given);
  return warningsOf({ ...rest, openRun: rowsOf(answer.openRun)[0] }).map(({ heading, text }) =>
    spaced(`${heading}: ${text}`),
  );
}

const CONTENT = { Projected_Annual_Tier__c: "Silver" };
const BASELINE = "Baseline Partner Agreement";

describe("warnings on the tier card", () => {
  it("are none for a partner that is all right", () => {
    expect(warned(CONTENT)).toEqual([]);
  });

  it.each([
    ["Suspended", "Membership is suspended"],
    ["Deactivated", "Membership has ended"],
  ])("say of a %s partner nothing but that", (status, heading) => {
    const texts = warned({ Partner_Status__c: status });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(heading);
  });

  it.each([
    ["2024-03-13", "Baseline Partner Agreement ends on Mar 13, 2024"],
    ["2023-12-15", "Baseline Partner Agreement ends on Dec 15, 2023"],
    ["2023-12-14", "No Baseline Partner Agreement is in force"],
  ])("name the baseline agreement that ends on %s", (end, expected) => {
    expect(warned(CONTENT, { agreements: [[BASELINE, "2021-01-01", end]] })[0]).toContain(expected);
  });

  it.each([
    ["is in force for 90 days more", [[BASELINE, "2021-01-01", "2024-03-14"]]],
    [
      "is followed by another",
      [
        [BASELINE, "2021-01-01", "2023-12-31"],
        [BASELINE, "2024-01-01", null],
      ],
    ],
  ] as const)("are silent about an agreement that %s", (_, agreements) => {
    expect(warned(CONTENT, { agreements })).toEqual([]);
  });

  it("tell that an annual result waits, which tier it gives and what stays until then", () => {
    expect(warned({ ...CONTENT, Annual_Tier__c: "Bronze", Annual_Window_eARR__c: 85000 })).toEqual([
      "The annual review waits for approval: Provisional result: Bronze, on USD 85,000 of eARR last calendar year. " +
        "Silver and its benefits stay until a program administrator approves.",
    ]);
  });

  it("list people who are missing for January beside the revenue", () => {
    const changes = { Technical_Resources__c: 9, Sales_Trained_Resources__c: 3, Year_To_Date_eARR__c: 199999.99 };
    expect(warned(changes)[0]).toContain(
      "To keep Silver, add USD 0.01 of eARR, 1 technical resource, and 2 sales-trained resources by Dec 31, 2023.",
    );
  });

  it("name the quarter of a quiet partner, and why a run is on hold", () => {
    const openRun = { status: "Held", reason: "Too many demotions." };
    expect(warned({ ...CONTENT, Partner_Activity_Review__c: "2023-Q3" }, { openRun })).toEqual([
      "The last calculation is on hold: Too many demotions.",
      "No activity in a whole quarter: In 2023-Q3 there was no deal registration, no opportunity and no training. " +
        "Decide whether the partner stays in the program.",
    ]);
  });

  it("do not take a designated partner's tier for one that drops", () => {
    expect(warned({ Partner_Tier__c: "Global Strategic", Projected_Annual_Tier__c: "Global Strategic" })).toEqual([]);
  });
});

describe("progress to the next tier", () => {
  it("never looks full before it is: a cent short of the requirement", () => {
    const { requirements } = progressOf(known({ Trailing_eARR__c: 999999.99, Next_Tier_eARR_Gap__c: 0.01 }));
    expect(requirements[0]).toMatchObject({ isMet: false, percent: 99 });
    expect(spaced(requirements[0]!.missing)).toBe("USD 0.01 missing");
  });

  it("is full where nothing is missing", () => {
    const { requirements } = progressOf(known({ Technical_Resources__c: 15, Next_Tier_Technical_Gap__c: 0 }));
    expect(requirements[1]).toMatchObject({ isMet: true, percent: 100, missing: "Reached", standing: "15" });
  });

  it.each([
    ["at Gold", {}, "highest tier that figures can reach"],
    ["designated", { Is_Global_Strategic__c: true }, "given by hand; no figure"],
    ["suspended", { Partner_Status__c: "Suspended" }, "Only enrolled partners are evaluated"],
  ])("says why there is no next tier: %s", (_, changes, note) => {
    expect(progressOf(known({ Next_Tier__c: null, ...changes })).note).toContain(note);
  });
});

describe("what leaves the trailing window", () => {
  const deal = (closeDate: string, amount: number): { name: string; closeDate: string; amount: number } => ({
    name: `Deal of ${closeDate}`,
    closeDate,
    amount,
  });
  const shown = (...given: Parameters<typeof partnerTier>): ReturnType<typeof rollOffOf> => rollOffOf(known(...given));

  it("is listed by the first day on which it is out, with what is left then", () => {
    const deals = [
      deal("2022-12-15", 1),
      deal("2022-12-16", 10000.1),
      deal("2022-12-16", 0.2),
      deal("2023-02-01", 60000),
    ];
    const { days, crossing } = shown({}, { deals });
    expect(days.map(({ day, amount, left }) => spaced(`${day}: ${amount}, ${left}`))).toEqual([
      "Dec 16, 2023: USD 10,000.30, USD 74,999.70",
      "Feb 1, 2024: USD 60,000, USD 14,999.70",
    ]);
    expect(spaced(crossing!)).toBe(
      "From Feb 1, 2024 on, USD 5,000.30 would be missing for Bronze, unless new deals close.",
    );
  });

  it("says when the next revenue leaves where none does soon", () => {
    expect(shown({}, { deals: [deal("2023-03-16", 5)] }).note).toContain("The next revenue leaves on Mar 15, 2024");
  });

  it("says that there is none", () => {
    expect(shown({}, { deals: [] }).note).toBe("No counted revenue is in the window.");
  });

  it("says that the list goes on where not every row was read", () => {
    expect(shown({}, { deals: [deal("2022-12-20", 5)], isCut: true }).note).toContain("More revenue leaves");
  });

  it("shows five days and counts the others", () => {
    const deals = [1, 2, 3, 4, 5, 6, 7].map((day) => deal(`2023-01-0${day}`, 1));
    expect(shown({}, { deals }).days).toHaveLength(5);
    expect(shown({}, { deals }).note).toContain("2 more days");
  });
});
