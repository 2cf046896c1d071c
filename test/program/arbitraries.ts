/** Random programmes, with a fixed seed. */
import Big from "big.js";
import fc from "fast-check";
import type { AttributionFacts, RegistrationFacts } from "../../sync-service/program/facts.ts";
import { tiersInOrder } from "../../sync-service/program/tier.ts";
import { partner, revenue, stored, trained } from "./sample.ts";
import { attribution, closedAt, line, registration } from "./sampleDeals.ts";
import { input } from "./sampleDecisions.ts";

export const options = { seed: 20231016, numRuns: 200 };
export const cents = fc.integer({ min: -50_000_00, max: 150_000_000 }).map((c) => new Big(c).div(100));
const moment = fc.integer({ min: -3, max: 3 }).map((offset) => closedAt + offset);
const who = fc.constantFrom("p1", "p2");

const row = fc.record({
  partnerId: who,
  createdAt: moment,
  source: fc.constantFrom("Twilio Sales" as const, "Deal Registration" as const),
  role: fc.constantFrom("Influenced" as const, "Resold" as const),
});
export const rows = fc
  .array(row, { maxLength: 6 })
  .map((given) => given.map((one, i): AttributionFacts => attribution({ ...one, id: `a${i}` })));
export const claims = fc
  .array(
    fc.record({
      partnerId: who,
      submittedAt: moment,
      status: fc.constantFrom("Approved" as const, "Rejected" as const),
    }),
    { maxLength: 3 },
  )
  .map((given) => given.map((one, i): RegistrationFacts => registration({ ...one, id: `r${i}` })));
export const lines = fc
  .array(
    fc.record({
      family: fc.constantFrom("Flex", "Segment", "Professional Services", null),
      amount: fc.option(fc.integer({ min: -99, max: 99 })),
    }),
    { maxLength: 4 },
  )
  .map((given) => given.map(({ family, amount }) => line(family, amount)));

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
export const inputs = facts.map((f) =>
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
