/** When a run over all partners reads all deals, and which ones the others read: both sides of every border. */
import type { DealClosing } from "../../sync-service/crm/dealFilter.ts";
import { passesFilter } from "../../sync-service/crm/dealFilter.ts";
import { readPolicies } from "../../sync-service/crm/readPolicy.ts";
import type { RegistrationRow } from "../../sync-service/crm/readRegistrations.ts";
import { chooseReading, firstDayRead, type LastReading } from "../../sync-service/run/chooseReading.ts";
import { programDay, type ProgramDay } from "../../sync-service/run/programDay.ts";
import type { ReadingMarks } from "../../sync-service/run/readingMarks.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";

const now = Date.parse("2023-12-15T20:00:00Z");
const hour = 3_600_000;
const lastFull = Date.parse("2023-12-10T20:00:00Z");

describe("A run over all partners", () => {
  let org: ProgramOrg;
  let day: ProgramDay;
  let marks: ReadingMarks;
  beforeAll(async () => {
    org = await programOrg(smallProgram(), { thresholds: { fullRows: 100 } });
    day = programDay(await readPolicies(org.service), null, now);
    const first = await chooseReading(org.service, { day, isFullAsked: false, last: null }, []);
    const counts = { attributions: 101, lines: 0, opportunities: 101 };
    marks = { ...first.marks, fullAt: lastFull, kind: "Full", fullRows: counts, nightlyRows: counts };
  });
  afterAll(() => org.close());

  const choose = async (change: Partial<ReadingMarks>, more: Partial<LastReading> = {}, rows: RegistrationRow[] = []) =>
    chooseReading(
      org.service,
      { day, isFullAsked: false, last: { marks: { ...marks, ...change }, hadFailures: false, ...more } },
      rows,
    );

  test("is filtered where the last full reading is known and recent, and nothing it rests on changed", async () => {
    const { filter, reason, marks: kept } = await choose({});
    expect({ filter, reason }).toEqual({
      filter: { from: "2022-01-01", changedSince: lastFull - hour, opportunityIds: [] },
      reason: null,
    });
    expect(kept.fullAt).toBe(lastFull);
  });

  test.each<[string, Partial<ReadingMarks>, string]>([
    [
      "seven programme days lie behind the last full reading",
      at("2023-12-09T07:59:00Z"),
      "the last one is of 2023-12-08",
    ],
    ["the last full reading has a time to come", at("2023-12-15T20:00:00.001Z"), "the last one is of a time to come"],
    ["the windows begin in another month", { from: "2021-01-01" }, "the windows begin in another month, on 2022-01-01"],
    ["the policy changed", { policy: "another" }, "the policy changed"],
  ])("reads all deals where %s", async (_, change, reason) => {
    expect(await choose(change)).toMatchObject({ filter: null, reason, marks: { fullAt: now } });
  });

  test.each<[string, Partial<ReadingMarks>]>([
    ["six programme days lie behind the last full reading", at("2023-12-09T08:00:00Z")],
    ["the last full reading began at this moment", at("2023-12-15T20:00:00Z")],
  ])("is filtered where %s", async (_, change) => {
    expect(await choose(change)).toMatchObject({ filter: { from: "2022-01-01" }, reason: null });
  });

  test("reads all deals where the last run left rows unwritten, or no earlier reading is on record", async () => {
    expect(await choose({}, { hadFailures: true })).toMatchObject({
      filter: null,
      reason: "the last run left rows unwritten",
    });
    expect(await choose({}, { marks: null })).toMatchObject({
      filter: null,
      reason: "no earlier full reading is on record",
    });
  });

  test("reads all deals without a word where there are few of them", async () => {
    const rows = (attributions: number) => ({ fullRows: { attributions } });
    expect(await choose(rows(100))).toMatchObject({ filter: null, reason: null });
    expect(await choose(rows(101))).toMatchObject({ filter: { from: "2022-01-01" } });
  });

  test("reads all deals where somebody asks for it", async () => {
    const last = { marks, hadFailures: false };
    expect(await chooseReading(org.service, { day, isFullAsked: true, last }, [])).toMatchObject({
      filter: null,
      reason: "it was asked for",
    });
  });

  test("R-23 reads older deals by id whose registration changed since, at most three hundred", async () => {
    const older = (count: number, changedAt = lastFull - hour) =>
      Array.from({ length: count }, (_, at) => registration(`006${String(at).padStart(15, "0")}`, changedAt));
    const { filter } = await choose({}, {}, older(300));
    expect(filter?.opportunityIds.length).toBe(300);
    expect(await choose({}, {}, older(301))).toMatchObject({
      filter: null,
      reason: "something may be new about many older deals",
    });
    expect((await choose({}, {}, older(301, lastFull - hour - 1))).filter?.opportunityIds).toEqual([]);
  });
});

test.each<[string, number, string]>([
  ["2023-12-31", 365, "2022-01-01"],
  ["2024-01-01", 365, "2023-01-01"],
  ["2024-01-01", 366, "2023-01-01"],
  ["2024-01-15", 500, "2022-09-01"],
])("R-10, R-11 as of %s with a trailing window of %i days the deals from %s on are read", (asOf, days, from) => {
  expect(firstDayRead({ asOf, policy: { trailingWindowDays: days } })).toBe(from);
});

test.each<[string, Partial<DealClosing>, boolean]>([
  ["closed on the first day read", { closeDate: "2022-01-01" }, true],
  ["closed on the day before", {}, false],
  ["with a close date of the day before, and open", { isClosed: false }, true],
  ["changed at the moment from which on changes count", { dealChangedAt: lastFull }, true],
  ["changed the moment before", { dealChangedAt: lastFull - 1 }, false],
  ["asked for by id", { opportunityId: "006000000000002AAA" }, true],
])("A deal %s is read by a filtered night: %s", (_, change, isRead) => {
  const deal = { opportunityId: "006000000000001AAA", closeDate: "2021-12-31", isClosed: true, dealChangedAt: 0 };
  const filter = { from: "2022-01-01", changedSince: lastFull, opportunityIds: ["006000000000002AAA"] };
  expect(passesFilter({ ...deal, ...change }, filter)).toBe(isRead);
});

function at(moment: string): Partial<ReadingMarks> {
  return { fullAt: Date.parse(moment) };
}

function registration(opportunityId: string, changedAt: number): RegistrationRow {
  const deal = { opportunityId, closeDate: "2021-12-31", isClosed: true, dealChangedAt: 0 };
  const life = { submittedAt: 0, expiresDate: null, isLateClaimApproved: false };
  return { id: "a00", partnerId: "001", status: "Rejected", ...life, ...deal, changedAt };
}
