import type { CreditReason } from "../../sync-service/program/facts.ts";
import { PartnerRevenue } from "../../sync-service/program/partnerRevenue.ts";
import { PlainSums } from "../../sync-service/program/plainSums.ts";
import type { PlainVerdict } from "../../sync-service/program/plainVerdict.ts";
import { windowsAsOf } from "../../sync-service/program/windows.ts";

const trailing = { future: false, trailing: true, annual: true, yearToDate: false };
const future = { future: true, trailing: false, annual: false, yearToDate: false };
const counted = { status: "Counted", reason: null } as PlainVerdict;
/** So many cents that two of them are more than a number is trusted with. */
const huge = 2 ** 52;

function excluded(reason: CreditReason): PlainVerdict {
  return { status: "Excluded", reason } as PlainVerdict;
}

function figuresOf(sums: PlainSums, partner: number): string {
  const revenue = new PartnerRevenue(windowsAsOf("2023-12-15", 365));
  sums.addTo(revenue, partner);
  return JSON.stringify([revenue.figures(), sums.wasCreationNoted(partner)]);
}

type Step = (sums: PlainSums) => void;

const steps: readonly Step[] = [
  (sums) => sums.add(0, counted, huge, 100, trailing),
  (sums) => sums.add(0, counted, huge, huge, trailing),
  (sums) => sums.add(0, counted, huge, 0, future),
  (sums) => sums.add(0, excluded("Duplicate"), 0, 0, trailing),
  (sums) => sums.add(700, excluded("No eARR"), 0, 0, trailing),
  (sums) => sums.add(700, excluded("Duplicate"), 0, 0, trailing),
  (sums) => sums.add(700, counted, 12_345, 45, trailing),
  (sums) => sums.add(0, counted, huge, 7, trailing),
  (sums) => sums.noteCreation(700),
  (sums) => sums.add(0, excluded("No eARR"), 0, 0, trailing),
  (sums) => sums.add(3, counted, -99, 0, future),
];

test.each(steps.map((_, at) => at))("sums of two threads are those of one, divided before step %d", (at) => {
  const [alone, here, there] = [new PlainSums(), new PlainSums(), new PlainSums()];
  for (const step of steps) step(alone);
  for (const step of steps.slice(0, at)) step(here);
  for (const step of steps.slice(at)) step(there);
  here.addShared(structuredClone(there.shared()));
  for (const partner of [0, 3, 700]) expect(figuresOf(here, partner)).toBe(figuresOf(alone, partner));
});

test.each([0, 255, 256, 511, 512, 5000])(
  "R-34 a creation is noted of a partner met for the first time, of number %d too",
  (partner) => {
    const sums = new PlainSums();
    sums.noteCreation(partner);
    expect(sums.wasCreationNoted(partner)).toBe(true);
    expect(sums.wasCreationNoted(partner + 1)).toBe(false);
  },
);
