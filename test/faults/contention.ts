/** A large write while others hold rows, and some rows spoil what is sent with them. */
import { parseFaultRules } from "../../local-org/faults/faultRule.ts";
import { openOrg } from "../../sync-service/crm/org.ts";
import type { WriteOutcome } from "../../sync-service/crm/rowWrite.ts";
import { writeRows } from "../../sync-service/crm/writeRows.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { testPace } from "./testPace.ts";

export interface Contention {
  readonly outcome: WriteOutcome;
  readonly poisonIds: readonly string[];
  /** Rows of the org that have the new value. */
  readonly rowsWritten: number;
  readonly locksMet: number;
  readonly calls: Readonly<Record<string, number>>;
}

const VALUE = "written";

/** Every fifth row is locked twice, every fiftieth three times more; half of the poison spoils its neighbours. */
export async function contend(rows: number, poison: number): Promise<Contention> {
  const local = await startOrg({ seed: { Account: ["Id,Name", ...names(rows)] } });
  try {
    const ids = idsOf(local);
    const poisonIds = ids.filter((_id, at) => at % Math.floor(rows / poison) === 7).slice(0, poison);
    breakDown(local, poisonIds);
    const { instanceUrl, accessToken } = local.connection;
    const org = openOrg({ kind: "token", loginUrl: instanceUrl, accessToken }, { pace: testPace() });
    const writes = ids.map((key) => ({ key, values: { Description: VALUE } }));
    const outcome = await writeRows(org, { object: "Account", keyField: "Id", rows: writes });
    const { rules, calls } = local.faults.report();
    const locksMet = rules.slice(0, 2).reduce((sum, { fired }) => sum + fired, 0);
    return { outcome, poisonIds, rowsWritten: countOf(local), locksMet, calls };
  } finally {
    await local.close();
  }
}

function breakDown(local: TestOrg, poisonIds: readonly string[]): void {
  const half = poisonIds.length >> 1;
  const rules = [
    { fault: "row-locked", probability: 0.2, seed: 1, times: 2 },
    { fault: "row-locked", probability: 0.02, seed: 2, times: 3 },
    { fault: "row-validation", keys: poisonIds.slice(0, half) },
    { fault: "row-trigger", keys: poisonIds.slice(half) },
  ];
  local.faults.set(parseFaultRules({ rules }));
}

function names(rows: number): string[] {
  return Array.from({ length: rows }, (_none, at) => `a${at},Partner ${at}`);
}

function idsOf(local: TestOrg): string[] {
  return local.org.store.db
    .prepare('SELECT "Id" AS id FROM "Account" ORDER BY "Id"')
    .all()
    .map(({ id }) => String(id));
}

function countOf(local: TestOrg): number {
  const row = local.org.store.db.prepare('SELECT count(*) AS n FROM "Account" WHERE "Description" = ?').get(VALUE);
  return Number(row?.["n"]);
}
