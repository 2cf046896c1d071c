import Big from "big.js";
import { makeId } from "../../local-org/records/recordId.ts";
import { attributionObject, attributionReader } from "../../sync-service/crm/attributionCells.ts";
import { attributionPacker } from "../../sync-service/crm/attributionPacker.ts";
import { lineObject, lineReader } from "../../sync-service/crm/lineCells.ts";
import { linePacker } from "../../sync-service/crm/linePacker.ts";
import { RecordTarget } from "../../sync-service/crm/recordTarget.ts";
import type { RegistrationFacts } from "../../sync-service/program/facts.ts";
import type { CurrencyTable } from "../../sync-service/program/programRecords.ts";
import { resellerProgramKey } from "../../sync-service/program/resale.ts";
import { CaseStore } from "../../sync-service/run/caseStore.ts";
import type { Standing, Standings } from "../../sync-service/run/groupByPartner.ts";
import { forget, judge } from "../../sync-service/run/judge.ts";
import { judgeShare } from "../../sync-service/run/judgeShare.ts";
import { NightlyRows } from "../../sync-service/run/nightlyRows.ts";
import type { ProgramDay } from "../../sync-service/run/programDay.ts";
import type { OrgFacts } from "../../sync-service/run/readOrg.ts";
import { spaceOf } from "../../sync-service/run/recordSpill.ts";
import { attributionRows } from "../crm/attributionRows.ts";
import { lineRows } from "../crm/lineRows.ts";
import { policy2023 } from "../program/samplePolicy.ts";

const rows = 6000;
const parts = 8;
const partnerIds = Array.from({ length: 701 }, (_, number) => makeId("001", number));
const now = Date.UTC(2023, 11, 15, 20);
const day = { asOf: "2023-12-15", policy: policy2023, now } as unknown as ProgramDay;

/** A currency has no rate: deals of it can't be converted. */
const currencies: CurrencyTable = {
  isMultiCurrency: true,
  corporateCurrency: "USD",
  rates: [
    { currency: "EUR", startDate: "2018-01-01", nextStartDate: "2023-06-01", rate: new Big("0.8731") },
    { currency: "EUR", startDate: "2023-06-01", nextStartDate: null, rate: new Big("0.9217") },
    { currency: "JPY", startDate: "2018-01-01", nextStartDate: null, rate: new Big("149.27") },
  ],
};

/** Of one deal in fifty: in time or late, of a partner that has a row or of another. */
function approved(): RegistrationFacts[] {
  return Array.from({ length: rows / 50 }, (_, index) => {
    const cells = attributionRows.cells(index * 50);
    return {
      id: makeId("a0C", index),
      partnerId: index % 3 === 0 ? partnerIds[(index * 7) % partnerIds.length]! : cells[1]!,
      opportunityId: cells[9]!,
      status: "Approved",
      submittedAt: Date.parse(cells[4]!) + (index % 2 === 0 ? 0 : 365 * 86_400_000),
      expiresDate: null,
      isLateClaimApproved: index % 5 === 0,
    };
  });
}

/** One account in ten is no partner, half of the others may resell. */
const standings: Standings = {
  ids: () => partnerIds.filter((_, number) => number % 10 > 0),
  of: (id) => {
    const number = partnerIds.indexOf(id);
    if (number % 10 === 0) return null;
    const papers = number % 2 === 0 ? [] : [number];
    const agreements = papers.map((at) => ({
      id: makeId("a0D", at),
      partnerId: id,
      type: "Resale Partner Addendum" as const,
      effectiveDate: "2021-03-01",
      endDate: number % 3 === 0 ? "2023-02-28" : null,
    }));
    const benefits = papers.map((at) => ({
      id: makeId("a0E", at),
      partnerId: id,
      benefitKey: resellerProgramKey,
      invitedDate: "2020-01-01",
      invitationEndsDate: null,
      storedStatus: null,
      storedIsAvailable: false,
      storedReason: null,
    }));
    return { agreements, benefits, training: [], reviews: [], partner: null } as unknown as Standing;
  },
};

function factsAnew(): OrgFacts {
  const cases = new CaseStore(approved());
  const { packed } = cases;
  packed.splitInto(parts);
  const options = { isMultiCurrency: true, withName: false };
  const reader = attributionReader(options);
  const begin = () => undefined;
  new RecordTarget(
    { object: attributionObject, columns: reader.columns },
    attributionPacker(reader.read, options, packed.packing),
    spaceOf(packed.attributions, begin),
  ).addRows(Array.from({ length: rows }, (_, number) => attributionRows.cells(number)));
  new RecordTarget(
    { object: lineObject, columns: lineReader.columns },
    linePacker(lineReader.read, packed.familyNumber),
    spaceOf(packed.lines, begin),
  ).addRows(Array.from({ length: rows }, (_, number) => lineRows.cells(number)));
  return { cases, currencies, registrations: [], nightlyRows: new NightlyRows("2022-01-01") } as unknown as OrgFacts;
}

/** All that a judgement says, in an order of its own. */
async function judged(facts: OrgFacts) {
  const judgement = await judge(facts, standings, day);
  const sorted = <T>(all: readonly T[]): T[] =>
    [...all].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  const { numberOf, figuresOf, deals, changed, additions, boundaries, programTrailing, opportunities } = judgement;
  const found = {
    opportunities,
    figures: partnerIds.map((id) => figuresOf(id)),
    deals: partnerIds.map((id) => sorted(deals.ofOne(numberOf(id)))),
    changed: sorted([...changed.groups()].flat()),
    changedCount: changed.count,
    additions: sorted(additions),
    boundaries: boundaries.summary(),
    programTrailing: programTrailing.total.toFixed(),
    nightlyRows: facts.nightlyRows?.counts(),
  };
  forget(judgement, facts.cases);
  return JSON.parse(JSON.stringify(found)) as typeof found;
}

test("R-20..R-27 deals that another thread judges come to what the run's own makes of them", async () => {
  const alone = await judged(factsAnew());
  const facts = factsAnew();
  const stopped: string[] = [];
  let opportunities = 0;
  facts.cases.thread = {
    // Before the run's own thread takes a part: all of them are judged there, and what is left comes back.
    judge: (task) => {
      const share = judgeShare(structuredClone(task));
      opportunities = share.opportunities;
      expect(share.leftAttributions.length).toBeGreaterThan(0);
      expect(share.leftLines.length).toBeGreaterThan(0);
      return Promise.resolve(structuredClone(share));
    },
    stop: () => Promise.resolve(void stopped.push("stopped")),
    abandon: () => Promise.resolve(),
  };
  expect(await judged(facts)).toEqual(alone);
  expect(opportunities).toBe(alone.opportunities);
  expect(stopped).toEqual(["stopped"]);
  expect(facts.cases.thread).toBeNull();
  for (const found of [alone.additions, alone.boundaries.listed, alone.deals.flat(), alone.changed])
    expect(found.length).toBeGreaterThan(10);
});

test("half of the parts judged there and half here come to the same", async () => {
  const alone = await judged(factsAnew());
  const facts = factsAnew();
  facts.cases.thread = {
    judge: (task) => {
      const next = new Int32Array(task.next);
      // The other thread finds those of the run's own taken already.
      const share = judgeShare({ ...structuredClone(task), parts: parts / 2 });
      Atomics.store(next, 0, parts / 2);
      return Promise.resolve(share);
    },
    stop: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
  const found = await judged(facts);
  expect(found).toEqual(alone);
});
