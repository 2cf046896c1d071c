/** What holds for every programme, not only for the samples. */
import type Big from "big.js";
import fc from "fast-check";
import { PartnerRevenue } from "../../sync-service/program/partnerRevenue.ts";
import { qualify, rankOf } from "../../sync-service/program/tier.ts";
import { influenced } from "../../sync-service/program/verdictOf.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";
import { policy2023 } from "./samplePolicy.ts";
import { asOf } from "./sample.ts";
import { judge, opportunity } from "./sampleDeals.ts";
import { afterRun, decide } from "./sampleDecisions.ts";
import { cents, claims, inputs, lines, options, rows } from "./arbitraries.ts";

const asText = (judged: ReturnType<typeof judge>) =>
  judged.attributions
    .map((a) => JSON.stringify([a.attribution.id, a.attribution.partnerId, a.attribution.registrationId, a.verdict]))
    .sort();

describe("properties", () => {
  test("R-24 the order of rows, registrations and lines never matters", () => {
    fc.assert(
      fc.property(rows, claims, lines, (attributions, registrations, parts) => {
        const straight = judge(opportunity({ lines: parts }), attributions, registrations);
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
        const { attributions: judged } = judge(opportunity({ lines: parts }), attributions, registrations);
        const counted = judged.filter((a) => a.verdict.status === "Counted").map((a) => a.attribution.partnerId);
        expect(new Set(counted).size).toBe(counted.length);
        for (const { verdict } of judged)
          expect(verdict.influencedUsd.plus(verdict.resoldUsd).eq(verdict.creditUsd)).toBe(true);
      }),
      options,
    );
  });

  test("R-19 the order of deals never changes a sum", () => {
    const deals = fc.array(fc.tuple(cents, fc.constantFrom("2022-05-01", "2023-05-01", "2023-10-17")));
    const sum = (given: [Big, string][]) => {
      const total = new PartnerRevenue(windowsAsOf(asOf, 365));
      for (const [amount, day] of given) total.add(influenced(amount, "R-22"), day);
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
        expect([second.isChanged, second.moves, second.reviews, second.benefits.filter((b) => b.isChanged)]).toEqual([
          false,
          [],
          [],
          [],
        ]);
      }),
      options,
    );
  });
});
