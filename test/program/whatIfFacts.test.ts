/** The facts that an assumption puts in the place of what is recorded, and what follows. */
import { parseAssumption } from "../../sync-service/program/assumption.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { resourcesOn } from "../../sync-service/program/resources.ts";
import { whatIf } from "../../sync-service/program/whatIf.ts";
import { withAssumption } from "../../sync-service/program/withAssumption.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, benefit, partner, revenue, stored, trained } from "./sample.ts";
import { input } from "./sampleDecisions.ts";

const assumed = (given: Partial<DecisionInput>, text: string, policy = policy2023) =>
  withAssumption(input(given), parseAssumption(text), policy, asOf);
const turned = { ...policy2023, benefitRules: policy2023.benefitRules.toReversed() };

describe("an assumption that is refused says all that can be assumed", () => {
  test("in one sentence", () => {
    expect(() => parseAssumption("tier=Gold")).toThrow(
      new RangeError(
        '"tier=Gold" is no assumption; what can be assumed: eARR=50000 (US dollars over the trailing window), ' +
          "technical=3, sales=1 (people); each with = for a total or += to add to it; " +
          "agreement=NAME (Baseline Partner Agreement, Resale Partner Addendum, MDF/POC Program Terms, Partner Referral Addendum); " +
          "invitation=BENEFIT_KEY",
      ),
    );
  });

  test("words before it make it none", () => {
    expect(() => parseAssumption("my eARR=50000")).toThrow("is no assumption");
  });
});

describe("assumed people", () => {
  const count = (given: Partial<DecisionInput>, text: string, policy = policy2023) => {
    const { partner: who, training } = assumed(given, text, policy);
    const found = resourcesOn(who, training, policy, asOf);
    return [found.technical.length, found.salesTrained.length];
  };
  test.each([
    ["technical=12", [12, 4]],
    ["technical+=3", [12, 4]],
    ["technical=9", [9, 4]],
    ["technical=2", [2, 4]],
    ["sales+=2", [9, 6]],
  ])("R-28 nine technical and four sales-trained people, %s: %p", (text, people) => {
    expect(count({ training: trained(9, 4) }, text)).toEqual(people);
  });

  test("R-29 where no course of the class counts for everyone, they make no resource", () => {
    const policy = {
      ...policy2023,
      courses: policy2023.courses.filter((course) => course.key !== "Sellers_Series_101"),
    };
    expect(count({}, "sales=2", policy)).toEqual([0, 0]);
  });

  test("R-29 they hold a course that counts for everyone, wherever the catalogue has it", () => {
    const policy = { ...policy2023, courses: policy2023.courses.toReversed() };
    expect(count({}, "sales=2", policy)).toEqual([0, 2]);
  });
});

describe("assumed papers and invitations", () => {
  test("R-8 an agreement is the account's own, from today on", () => {
    expect(assumed({ agreements: [] }, "agreement=Resale Partner Addendum").agreements).toEqual([
      { id: "assumed", partnerId: "p1", type: "Resale Partner Addendum", effectiveDate: asOf, endDate: null },
    ]);
  });

  test("R-25 only the partner's own row of that benefit is invited", () => {
    const own = benefit("Reseller_Program", {
      storedReason: "By invitation only (R-30).",
      invitationEndsDate: "2023-01-01",
    });
    const rows = [benefit("Partner_Portal"), { ...own, partnerId: "p2" }, own];
    expect(assumed({ benefits: rows }, "invitation=Reseller_Program").benefits).toEqual([
      rows[0],
      rows[1],
      { ...own, invitedDate: asOf, invitationEndsDate: null },
    ]);
  });

  test("R-25 where there is no row of its own, one is assumed", () => {
    const foreign = { ...benefit("Reseller_Program"), partnerId: "p2" };
    expect(assumed({ benefits: [foreign] }, "invitation=Reseller_Program").benefits).toEqual([
      foreign,
      {
        id: null,
        partnerId: "p1",
        benefitKey: "Reseller_Program",
        invitedDate: asOf,
        invitationEndsDate: null,
        storedStatus: null,
        storedIsAvailable: false,
        storedReason: null,
      },
    ]);
  });

  test("R-30 an invitation to nothing is refused with every benefit that is by invitation", () => {
    expect(() => assumed({}, "invitation=Lunch")).toThrow(
      '"Lunch" is no benefit by invitation; those are: Technology_Partner_Program, Referral_Fees, Partner_Advisory_Board, ' +
        "Proof_Of_Concept_Funding, Reseller_Program, Global_Event_Participation, Executive_Engagement",
    );
  });
});

describe("what follows from assumptions", () => {
  const bronze = { revenue: revenue(200_000), training: trained(10, 4) };
  const compared = (given: Partial<DecisionInput>, policy = policy2023, day = asOf) =>
    whatIf(input({ ...bronze, ...given }), [parseAssumption("sales=5")], policy, day);

  test("R-30 benefits are named in the order of the matrix, however the policy lists them", () => {
    const at = { partner: partner({ stored: stored({ tier: "Registered" as const }) }) };
    const { benefitsOpened } = whatIf(
      input({ ...at, revenue: revenue(20_000), training: trained(3, 0) }),
      [parseAssumption("sales=1")],
      turned,
      asOf,
    );
    expect(benefitsOpened).toEqual([
      "Product Roadmap",
      "Demo Environment",
      "Implementation Offering",
      "Partner Badge",
      "Partner Listing",
    ]);
  });

  test.each([
    ["nothing is due", {}, policy2023, asOf, false],
    ["the review is due", {}, policy2023, "2024-02-10", true],
    ["it publishes itself today", {}, { ...policy2023, annualAutoPublishDate: "2024-02-10" }, "2024-02-10", false],
  ])("R-16 tiers wait where %s", (_case, given, policy, day, isWaiting) => {
    expect(compared(given, policy, day).isWaiting).toBe(isWaiting);
  });

  test("R-35 there is nothing missing above Gold", () => {
    const { now, then } = compared({ partner: partner({ stored: stored({ tier: "Gold" }) }) });
    expect([now.gaps, then.gaps]).toEqual([null, null]);
  });
});
