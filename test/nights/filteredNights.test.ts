/** Nights that leave old unchanged deals out, in a programme where normal life goes on and old deals are touched too. */
import { jest } from "@jest/globals";
import type { RunResult } from "../../sync-service/run/runTypes.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { NormalLife } from "./normalLife.ts";
import { OlderDealLife, programmeWithPast } from "./olderDealLife.ts";

jest.setTimeout(180_000);

interface Night {
  readonly day: string;
  /** What a reading of all deals would do. */
  readonly whole: RunResult;
  readonly told: RunResult;
}

const nights = 18;
const firstDay = "2023-12-20";

describe("In eighteen nights over the turn of a year", () => {
  let org: ProgramOrg;
  let life: OlderDealLife;
  const lived: Night[] = [];
  beforeAll(async () => {
    org = await programOrg(programmeWithPast(), { now: `${firstDay}T10:00:00Z`, thresholds: { fullRows: 100 } });
    life = new OlderDealLife(org, 2);
    const normal = new NormalLife(org, 1);
    for (let night = 0; night < nights; night += 1) {
      const day = new Date(Date.parse(firstDay) + night * 86_400_000).toISOString().slice(0, 10);
      if (night > 0) {
        await normal.live(day);
        await life.live();
      }
      org.local.org.clock.set(`${day}T10:00:00Z`);
      const whole = await org.run({ isDryRun: true, isFullReading: true });
      lived.push({ day, whole, told: await org.run() });
      org.local.org.clock.set(`${day}T18:00:00Z`);
    }
  });
  afterAll(() => org.close());

  test("R-27 each does something, and what a reading of all deals would have done", () => {
    const done = ({ status, planHash, rowsWritten, rowsFailed, changes }: RunResult) => ({
      status,
      planHash,
      rowsWritten,
      rowsFailed,
      changes,
    });
    expect(lived.map(({ told }) => done(told))).toEqual(lived.map(({ whole }) => done(whole)));
    expect(lived.filter(({ told }) => told.rowsWritten === 0)).toEqual([]);
    expect([...life.happened].sort()).toEqual(["approve", "attach", "correct", "lose", "reopen", "reverse"]);
  });

  test("all deals were read in the first night, once a week, and when the windows moved; fewer in between", () => {
    const full = lived.filter(({ told: { reading } }) => reading?.kind === "Full");
    expect(full.map(({ day, told: { reading } }) => [day, reading?.reason])).toEqual([
      ["2023-12-20", "no earlier full reading is on record"],
      ["2023-12-27", "the last one is of 2023-12-20"],
      ["2024-01-01", "the windows begin in another month, on 2023-01-01"],
    ]);
    const filtered = lived.filter(({ told: { reading } }) => reading?.kind === "Filtered");
    expect(filtered.length).toBe(nights - full.length);
    for (const { told, whole } of filtered) expect(told.rowsRead).toBeLessThan(whole.rowsRead);
  });

  test("the record of a filtered night says from when on deals were read, and keeps how many there are", async () => {
    const [last] = await org.records(
      "SELECT Summary__c, Plan__c FROM Partner_Sync_Run__c ORDER BY Started_At__c DESC LIMIT 1",
    );
    expect(last?.["Summary__c"]).toContain("Read deals that are open, closed since January 1, 2023, or changed.");
    const isRecent = (path: string) => `(${path}CloseDate >= 2023-01-01 OR ${path}IsClosed = false)`;
    const rows = await org.records(`SELECT Id FROM Opportunity_Partner__c WHERE ${isRecent("Opportunity__r.")}`);
    const { reading } = JSON.parse(String(last?.["Plan__c"])) as { reading: { fullAt: number } };
    expect(reading).toMatchObject({
      kind: "Filtered",
      from: "2023-01-01",
      nightlyRows: { attributions: rows.length, lines: 0 },
    });
    // A dry run of the test took a moment before it.
    expect(new Date(reading.fullAt).toISOString()).toContain("2024-01-01T10:00:0");
  });

  test("a filtered night that misses recent deals is held", async () => {
    const recent = await org.records("SELECT Id FROM Opportunity WHERE CloseDate >= 2023-01-01 ORDER BY Id LIMIT 20");
    for (const { Id } of recent) await org.remove("Opportunity", String(Id));
    const { status, held, reading } = await org.run();
    expect({ status, kind: reading?.kind }).toEqual({ status: "Held", kind: "Filtered" });
    expect(held?.codes).toEqual(["ROWS_DROP:attributions of recent deals", "ROWS_DROP:opportunities of recent deals"]);
  });
});
