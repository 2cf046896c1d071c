/** Receipts: a published review computed again from its evidence's sources. */
import Big from "big.js";
import { type CountedDeal, mostListedDeals } from "../../sync-service/program/countedDeals.ts";
import type { DecisionInput } from "../../sync-service/program/decision.ts";
import { sha256 } from "../../sync-service/program/evidence.ts";
import { mostListedPeople } from "../../sync-service/program/reviewEvidence.ts";
import { replayReceipt, type StoredReceipt } from "../../sync-service/program/receipt.ts";
import type { ProgramPolicy } from "../../sync-service/program/policy.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf, partner, revenue, stored, trained } from "./sample.ts";
import { decide, input } from "./sampleDecisions.ts";

const deal = (opportunityId: string, usd: number | string, closeDate = "2023-05-01"): CountedDeal => ({
  opportunityId,
  closeDate,
  creditUsd: new Big(usd),
  resoldUsd: new Big(0),
  rule: "R-22",
});

const facts: Partial<DecisionInput> = {
  revenue: revenue(20_000),
  deals: [deal("o1", "15000"), deal("o2", "5000")],
  training: trained(3, 1),
};

function receiptOf(given: Partial<DecisionInput>, on = asOf, policy: ProgramPolicy = policy2023): StoredReceipt {
  const [draft] = decide(given, policy, on).reviews;
  if (!draft) throw new Error("no review");
  return draft;
}

const replay = (receipt: StoredReceipt, given: Partial<DecisionInput>, policy: ProgramPolicy = policy2023) =>
  replayReceipt(receipt, input(given), policy);

describe("R-16 a published review can be computed again", () => {
  test.each([
    ["R-14 mid-year", facts],
    ["R-13 enrolment", { ...facts, partner: partner({ stored: stored({ tier: null }) }) }],
    ["R-4 designation", { ...facts, partner: partner({ isGlobalStrategic: true }) }],
    ["R-15 annual", { ...facts, partner: partner({ stored: stored({ programYear: 2022 }) }), publishAnnual: true }],
    [
      "R-4 annual of a designated partner",
      {
        ...facts,
        partner: partner({
          isGlobalStrategic: true,
          stored: stored({ tier: "Global Strategic" as const, programYear: 2022 }),
        }),
        publishAnnual: true,
      },
    ],
  ])("%s: the same facts give the same hash", (_case, given) => {
    const receipt = receiptOf(given);
    const after = {
      ...given,
      partner: { ...(given.partner ?? partner()), stored: stored({ tier: "Bronze" as const }) },
    };
    expect(replay(receipt, after)).toMatchObject({
      outcome: "Same",
      recomputedHash: receipt.evidenceHash,
      differences: [],
    });
  });

  test("R-10 deals outside the window and their order are no evidence", () => {
    const more = [deal("o2", 5000), deal("o9", 999, "2022-01-01"), deal("o1", 15000)];
    expect(replay(receiptOf(facts), { ...facts, deals: more }).outcome).toBe("Same");
  });

  test("R-17 what differs is named field by field", () => {
    const { outcome, differences } = replay(receiptOf(facts), {
      ...facts,
      revenue: revenue("18000.50"),
      deals: [deal("o2", "3000.50"), deal("o3", 15000)],
      training: trained(4, 1).slice(1),
    });
    expect(outcome).toBe("Different");
    expect(differences).toEqual([
      { field: "deals.o1", then: '["2023-05-01","15000.00","0.00","R-22"]', now: null },
      {
        field: "deals.o2",
        then: '["2023-05-01","5000.00","0.00","R-22"]',
        now: '["2023-05-01","3000.50","0.00","R-22"]',
      },
      { field: "deals.o3", then: null, now: '["2023-05-01","15000.00","0.00","R-22"]' },
      { field: "earr", then: '"20000.00"', now: '"18000.50"' },
      { field: "qualifiedTier", then: '"Bronze"', now: '"Registered"' },
      { field: "technical", then: '"Twilio_Platform-0"', now: null },
      { field: "technical", then: null, now: '"Twilio_Platform-3"' },
      { field: "tier", then: '"Bronze"', now: '"Registered"' },
    ]);
  });

  test("R-5 a changed policy row shows as what it is", () => {
    const [first, second, ...rest] = policy2023.tierRequirements;
    if (!first || !second) throw new Error("no requirements");
    const cheaper = { ...policy2023, tierRequirements: [first, { ...second, earr: new Big(15_000) }, ...rest] };
    expect(replay(receiptOf(facts), facts, cheaper).differences).toEqual([
      { field: "policyRules.requirements.Bronze.earr", then: '"20000.00"', now: '"15000.00"' },
    ]);
  });

  test("a stored evidence that is not what its hash was made of is damaged, whatever the org says", () => {
    const receipt = receiptOf(facts);
    const forged = { ...receipt, evidence: String(receipt.evidence).replace("20000.00", "90000.00") };
    expect(replay(forged, facts)).toMatchObject({ outcome: "Damaged", differences: [] });
    const text = { ...receipt, evidence: "none", evidenceHash: sha256("none") };
    expect(replay(text, facts)).toMatchObject({
      outcome: "Different",
      differences: [{ field: "evidence", then: '"none"' }],
    });
  });

  test.each([{ evidence: null }, { evidenceHash: null }])("an imported review has none: %p", (missing) => {
    expect(replay({ ...receiptOf(facts), ...missing }, facts)).toMatchObject({
      outcome: "No Evidence",
      recomputedHash: null,
    });
  });
});

describe("evidence fits its field of 131,072 characters", () => {
  const id = (prefix: string, n: number) => `${prefix}${String(n).padStart(15, "0")}`;
  const people = (count: number) =>
    ["Twilio_Platform", "Sellers_Series_101"].flatMap((course) =>
      Array.from({ length: count }, (_, n) => ({
        contactId: id("003", n),
        partnerId: "p1",
        course,
        completedDate: "2022-01-01",
        expiresDate: null,
      })),
    );
  const many = (count: number): Partial<DecisionInput> => ({
    ...facts,
    deals: Array.from({ length: count }, (_, n) => deal(id("006", n), "123456789012.34", `2023-0${1 + (n % 9)}-01`)),
  });
  const evidenceOf = (given: Partial<DecisionInput>) => receiptOf(given).evidence ?? "";

  test("R-16 as many deals and people as are listed one by one", () => {
    const evidence = evidenceOf({ ...many(mostListedDeals), training: people(mostListedPeople) });
    expect(evidence.length).toBeLessThan(131_072);
    expect(Object.keys((JSON.parse(evidence) as { deals: object }).deals)).toHaveLength(mostListedDeals);
  });

  test("R-16 more are folded, by month of close, and still compared", () => {
    const given = { ...many(mostListedDeals + 1), training: people(mostListedPeople + 1) };
    const evidence = evidenceOf(given);
    expect(evidence.length).toBeLessThan(20_000);
    expect(replay(receiptOf(given), given).outcome).toBe("Same");
    const [first, ...rest] = given.deals ?? [];
    if (!first) throw new Error("no deal");
    const changed = { ...given, deals: [{ ...first, creditUsd: new Big(1) }, ...rest] };
    expect(replay(receiptOf(given), changed).differences).toMatchObject([{ field: "dealsByMonth.2023-01" }]);
  });
});
