/** What was saved is read back at the end of a run: what stands there by then is the org's word, not the service's. */
import { type Exchange, faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

const tiers = "SELECT Id FROM Account WHERE Name = 'Northwind'";
const runs = "SELECT Status__c, Summary__c, Rows_Failed__c FROM Partner_Sync_Run__c ORDER BY CreatedDate";

describe("What a run saved", () => {
  let proxy: FaultyProxy;
  let org: ProgramOrg;
  let northwind: string;
  beforeEach(async () => {
    org = await programOrg(smallProgram(), {
      proxy: async (url) => {
        proxy = await faultyProxy(url);
        return proxy.url;
      },
    });
    northwind = String((await org.records(tiers))[0]?.["Id"]);
  });
  afterEach(async () => {
    await proxy.close();
    await org.close();
  });

  test("is read back by one call an object and key, and found as it was written, and a night without changes makes no such call", async () => {
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, readBack: { differences: [], unverified: [] } });
    expect(result.readBack.rows).toBe(result.rowsWritten);
    const asked = proxy.seen
      .filter(({ path }) => isReadBack({ path }))
      .map(({ path }) => / FROM .* IN /.exec(soqlOf(path))?.[0]);
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked).size).toBe(asked.length);
    expect(await org.run()).toMatchObject({ rowsWritten: 0, readBack: { rows: 0 } });
    expect(proxy.seen.filter(({ path }) => isReadBack({ path }))).toHaveLength(asked.length);
  });

  test("is not looked for by a dry run, which saves nothing", async () => {
    expect(await org.run({ isDryRun: true })).toMatchObject({ readBack: { rows: 0, differences: [] } });
    expect(proxy.seen.filter(({ path }) => isReadBack({ path }))).toEqual([]);
  });

  test("and the org did not keep is reported with fields and advice, and with no value", async () => {
    onReadBack("Account", () => {
      org.local.org.store.db.exec(
        `UPDATE "Account" SET "Partner_Tier__c" = 'Gold', "Partner_Tier_Explanation__c" = 'Secret' WHERE "Id" = '${northwind}'`,
      );
    });
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed With Errors", exitCode: 3, rowsFailed: 0, failures: [] });
    expect(result.readBack.differences).toMatchObject([
      { object: "Account", record: northwind, code: "READ_BACK_DIFFERS" },
    ]);
    const [difference] = result.readBack.differences;
    expect(difference?.message).toContain("Partner_Tier__c");
    expect(difference?.advice).toContain("flow or trigger");
    expect(JSON.stringify(difference)).not.toMatch(/Gold|Secret/);
    expect(await org.records(runs)).toMatchObject([
      {
        Status__c: "Completed With Errors",
        Rows_Failed__c: 0,
        Summary__c: expect.stringMatching(/1 not as written/) as string,
      },
    ]);
    // The next run compares every row, and sets right what it finds.
    expect(await org.run()).toMatchObject({ exitCode: 0, readBack: { differences: [] } });
  });

  test("and somebody else changed since is told apart from what the org did not keep", async () => {
    onReadBack("Account", () => {
      org.local.org.store.db.exec(
        `UPDATE "Account" SET "Partner_Tier__c" = 'Gold', "LastModifiedById" = "CreatedById" WHERE "Id" = '${northwind}'`,
      );
    });
    expect((await org.run()).readBack.differences).toMatchObject([{ record: northwind, code: "READ_BACK_CHANGED" }]);
  });

  test("and somebody else changed elsewhere on the record is no difference", async () => {
    onReadBack("Account", () => org.update("Account", northwind, { Name: "Northwind Traders" }));
    expect(await org.run()).toMatchObject({ exitCode: 0, readBack: { differences: [] } });
  });

  test("and was deleted since is missing", async () => {
    onReadBack("Partner_Benefit__c", async () => {
      const [benefit] = await org.records("SELECT Id FROM Partner_Benefit__c LIMIT 1");
      await org.remove("Partner_Benefit__c", String(benefit?.["Id"]));
    });
    const result = await org.run();
    expect(result.exitCode).toBe(3);
    expect(result.readBack.differences).toMatchObject([{ object: "Partner_Benefit__c", code: "READ_BACK_MISSING" }]);
  });

  test("and can't be read back is named as not verified, and makes no failure of the run", async () => {
    proxy.meddle = (exchange, answer) => {
      if (isReadBack(exchange) && objectOf(exchange.path) === "Account")
        Object.assign(answer, { status: 503, body: '[{"errorCode":"SERVER_UNAVAILABLE","message":"later"}]' });
    };
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed", exitCode: 0 });
    expect(result.readBack).toMatchObject({ differences: [], unverified: ["Account"] });
    expect(await org.records(runs)).toMatchObject([
      { Summary__c: expect.stringContaining("Could not read back what was written to Account.") as string },
    ]);
  });

  /** Between the last write and the reading-back of an object, once. */
  function onReadBack(object: string, happens: () => Promise<void> | void): void {
    let isOver = false;
    proxy.before = async (exchange) => {
      if (isOver || !isReadBack(exchange) || objectOf(exchange.path) !== object) return;
      isOver = true;
      await happens();
    };
  }
});

function soqlOf(path: string): string {
  return new URL(path, "http://org").searchParams.get("q") ?? "";
}

/** No other query asks for the last user together with what it set. */
function isReadBack({ path }: Pick<Exchange, "path">): boolean {
  return /LastModifiedById, \w+/.test(soqlOf(path));
}

function objectOf(path: string): string {
  return / FROM (\w+)/.exec(soqlOf(path))?.[1] ?? "";
}
