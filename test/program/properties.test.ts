/** What holds for every programme, not only for the samples. */
import Big from "big.js";
import fc from "fast-check";
import type {
  AttributionFacts,
  RegistrationFacts,
} from "../../sync-service/program/facts.ts";
import { PartnerRevenue } from "../../sync-service/program/partnerRevenue.ts";
import {
  qualify,
  rankOf,
  tiersInOrder,
} from "../../sync-service/program/tier.ts";
import { influenced } from "../../sync-service/program/verdictOf.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import {
  afterRun,
  asOf,
  attribution,
  closedAt,
  decide,
  input,
  judge,
  line,
  opportunity,
  partner,
  registration,
  revenue,
  stored,
  trained,
} from "./sample.ts";

const options = { seed: 20231016, numRuns: 200 };
const cents = fc
  .integer({ min: -50_000_00, max: 150_000_000 })
  .map((c) => new Big(c).div(100));
const moment = fc
  .integer({ min: -3, max: 3 })
  .map((offset) => closedAt + offset);
const who = fc.constantFrom("p1", "p2");

const row = fc.record({
  partnerId: who,
  createdAt: moment,
  source: fc.constantFrom(
    "Twilio Sales" as const,
    "Deal Registration" as const,
  ),
  role: fc.constantFrom("Influenced" as const, "Resold" as const),
});
const rows = fc
  .array(row, { maxLength: 6 })
  .map((given) =>
    given.map((one, i): AttributionFacts =>
      attribution({ ...one, id: `a${i}` }),
    ),
  );
const claims = fc
  .array(
    fc.record({
      partnerId: who,
      submittedAt: moment,
      status: fc.constantFrom("Approved" as const, "Rejected" as const),
    }),
    { maxLength: 3 },
  )
  .map((given) =>
    given.map((one, i): RegistrationFacts =>
      registration({ ...one, id: `r${i}` }),
    ),
  );
const lines = fc
  .array(
    fc.record({
      family: fc.constantFrom("Flex", "Segment", "Professional Services", null),
      amount: fc.option(fc.integer({ min: -99, max: 99 })),
    }),
    { maxLength: 4 },
  )
  .map((given) => given.map(({ family, amount }) => line(family, amount)));

const asText = (judged: ReturnType<typeof judge>) =>
  judged.attributions
    .map((a) =>
      JSON.stringify([
        a.attribution.id,
        a.attribution.partnerId,
        a.attribution.registrationId,
        a.verdict,
      ]),
    )
    .sort();

const facts = fc.record({
  tier: fc.constantFrom(null, ...tiersInOrder),
  year: fc.constantFrom(null, 2021, 2022, 2023, 2024),
  isGlobalStrategic: fc.boolean(),
  trailing: cents,
  annualWindow: cents,
  technical: fc.integer({ min: 0, max: 20 }),
  sales: fc.integer({ min: 0, max: 12 }),
  publishAnnual: fc.boolean(),
  status: fc.constantFrom(
    "Enrolled" as const,
    "Enrolled" as const,
    "Suspended" as const,
    "Deactivated" as const,
    "Applicant" as const,
  ),
});
const inputs = facts.map((f) =>
  input({
    partner: partner({
      status: f.status,
      isGlobalStrategic: f.isGlobalStrategic,
      stored: stored({ tier: f.tier, programYear: f.year }),
    }),
    revenue: revenue(f.trailing.toFixed(), { annualWindow: f.annualWindow }),
    training: trained(f.technical, f.sales),
    publishAnnual: f.publishAnnual,
  }),
);

describe("properties", () => {
  test("R-24 the order of rows, registrations and lines never matters", () => {
    fc.assert(
      fc.property(rows, claims, lines, (attributions, registrations, parts) => {
        const straight = judge(
          opportunity({ lines: parts }),
          attributions,
          registrations,
        );
        const turned = judge(
          opportunity({ lines: parts.toReversed() }),
          attributions.toReversed(),
          registrations.toReversed(),
        );
        expect(asText(turned)).toEqual(asText(straight));
      }),
      options,
    );
  });

  test("R-24, R-25 a partner counts at most once, and its credit is influenced plus resold", () => {
    fc.assert(
      fc.property(rows, claims, lines, (attributions, registrations, parts) => {
        const { attributions: judged } = judge(
          opportunity({ lines: parts }),
          attributions,
          registrations,
        );
        const counted = judged
          .filter((a) => a.verdict.status === "Counted")
          .map((a) => a.attribution.partnerId);
        expect(new Set(counted).size).toBe(counted.length);
        for (const { verdict } of judged)
          expect(
            verdict.influencedUsd.plus(verdict.resoldUsd).eq(verdict.creditUsd),
          ).toBe(true);
      }),
      options,
    );
  });

  test("R-19 the order of deals never changes a sum", () => {
    const deals = fc.array(
      fc.tuple(
        cents,
        fc.constantFrom("2022-05-01", "2023-05-01", "2023-10-17"),
      ),
    );
    const sum = (given: [Big, string][]) => {
      const total = new PartnerRevenue(windowsAsOf(asOf, 365));
      for (const [amount, day] of given)
        total.add(influenced(amount, "R-22"), day);
      return JSON.stringify(total.figures());
    };
    fc.assert(
      fc.property(deals, (given) => {
        expect(sum(given.toReversed())).toBe(sum(given));
      }),
      options,
    );
  });

  test("R-3 another counted deal never lowers a qualified tier", () => {
    fc.assert(
      fc.property(
        cents,
        cents.map((c) => c.abs()),
        fc.nat(20),
        fc.nat(12),
        (earr, deal, technical, sales) => {
          const over = (amount: Big) => {
            const performance = {
              earr: amount,
              technicalResources: technical,
              salesTrainedResources: sales,
              isBaselineInForce: true,
              focus: [],
            };
            return rankOf(qualify(performance, policy2023).tier);
          };
          expect(over(earr.plus(deal))).toBeGreaterThanOrEqual(over(earr));
        },
      ),
      options,
    );
  });

  test("R-14 without a published review or a removed designation no tier is ever lowered", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        fc.pre(given.partner.status === "Enrolled" && !given.publishAnnual);
        fc.pre(given.partner.stored.tier !== "Global Strategic");
        const { tierBefore, tierAfter } = decide(given);
        expect(rankOf(tierAfter)).toBeGreaterThanOrEqual(rankOf(tierBefore));
      }),
      options,
    );
  });

  test("R-15 a second run on the same facts changes nothing", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const second = decide(afterRun(given, decide(given)));
        expect([
          second.isChanged,
          second.moves,
          second.reviews,
          second.benefits.filter((b) => b.isChanged),
        ]).toEqual([false, [], [], []]);
      }),
      options,
    );
  });
});
