/** Records with impossible values: a run gives each its verdict or leaves it out and says so, and no other row suffers. */
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";
import type { RunResult } from "../../sync-service/run/runTypes.ts";
import { type Answer, faultyProxy, type FaultyProxy } from "../journeys/faultyProxy.ts";
import { dump } from "../faults/storedState.ts";
import { type BrokenCell, brokenCells } from "./brokenCells.ts";
import { oddProgram, oddRows } from "./oddRows.ts";

describe("Odd rows", () => {
  let org: ProgramOrg;
  let result: RunResult;
  beforeAll(async () => {
    org = await programOrg(oddProgram());
    result = await org.run();
  });
  afterAll(() => org.close());

  test("end no run, and fail no row", () => {
    expect(result).toMatchObject({ exitCode: 0, status: "Completed", rowsFailed: 0 });
  });

  test.each(oddRows.map((one) => [one.what, one] as const))("%s", async (_what, { soql, expected }) => {
    expect(await org.records(soql)).toMatchObject(expected);
  });

  test("change nothing for the partners beside them", async () => {
    const fields = "Name, Partner_Tier__c, Trailing_eARR__c, Partner_Tier_Explanation__c";
    const beside = `SELECT ${fields} FROM Account WHERE Name IN ('Northwind', 'Contoso', 'Fabrikam', 'Litware') ORDER BY Name`;
    const alone = await programOrg(smallProgram());
    await alone.run();
    const [found, expected] = [await org.records(beside), await alone.records(beside)];
    await alone.close();
    const plain = (rows: typeof found) => rows.map(({ attributes: _attributes, ...row }) => row);
    expect(plain(found)).toEqual(plain(expected));
  });

  test("leave nothing for the next run to write", async () => {
    expect(await org.run()).toMatchObject({ exitCode: 0, rowsWritten: 0 });
  });
});

describe("A cell that no rule can do with", () => {
  let org: ProgramOrg;
  let proxy: FaultyProxy;
  let untouched: readonly string[];
  beforeAll(async () => {
    org = await programOrg(smallProgram(), {
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
    await org.run();
    untouched = dump(org.local.org.store.db);
  });
  afterAll(async () => {
    await org.close();
    await proxy.close();
  });

  test.each(brokenCells.map((one) => [`${one.object}.${one.field} = ${JSON.stringify(one.value)}`, one] as const))(
    "%s ends the run before its first write, named by record and field",
    async (_what, one) => {
      const broken = { id: "" };
      proxy.meddle = ({ path }, answer) => {
        if (isQueryOf(path, one)) broken.id ||= breakFirst(answer, one);
      };
      const [failure] = await Promise.allSettled([org.run()]);
      proxy.meddle = () => undefined;
      expect(broken.id).not.toBe("");
      expect(failure).toMatchObject({ status: "rejected", reason: { exitCode: 1, code: "UNEXPECTED_ANSWER" } });
      const { message } = (failure as PromiseRejectedResult).reason as Error;
      expect(message).toContain(one.says);
      if (!one.says.includes("structure")) expect(message).toContain(`${one.object} ${broken.id}: ${one.field} can't`);
      expect(dump(org.local.org.store.db)).toEqual(untouched);
    },
  );

  test("once it is right again keeps nothing from the next run", async () => {
    expect(await org.run()).toMatchObject({ exitCode: 0, rowsWritten: 0 });
  });
});

function isQueryOf(path: string, { object, field }: BrokenCell): boolean {
  const soql = decodeURIComponent(path).replaceAll("+", " ");
  return path.includes("/query?") && `${soql} `.includes(` FROM ${object} `) && soql.includes(field);
}

/** Spoils the field of the first record; returns the record's id, or nothing where no record came. */
function breakFirst(answer: Answer, { field, value }: BrokenCell): string {
  const page = JSON.parse(answer.body) as { records: Record<string, unknown>[] };
  const [record] = page.records;
  if (!record) return "";
  const path = field.split(".");
  const holder = path.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, record);
  holder[String(path.at(-1))] = value;
  answer.body = JSON.stringify(page);
  return String(record["Id"]);
}
