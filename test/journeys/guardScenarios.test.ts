/** Each guard's own night: held before its first write, cause named, released by the hash of the plan that was shown. */
import { faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { attribution, type Seed } from "./programSeed.ts";

const partners = 40;
const holds = "SELECT Id, Plan_Hash__c, Held_Reason__c, Plan__c FROM Partner_Sync_Run__c WHERE Status__c = 'Held'";
const state = [
  "SELECT Id, Partner_Tier__c, Trailing_eARR__c, Partner_Tier_Explanation__c FROM Account ORDER BY Id",
  "SELECT Id, Credit_Status__c, Credit_Reason__c, Credit_eARR__c FROM Opportunity_Partner__c ORDER BY Id",
  "SELECT Id, Status__c, Is_Available__c FROM Partner_Benefit__c ORDER BY Id",
  "SELECT Id, Key__c, Status__c, Tier__c FROM Partner_Tier_Review__c ORDER BY Id",
];

interface Scenario {
  readonly codes: readonly string[];
  readonly cause: string;
  /** What goes wrong between a good night and the next. */
  readonly happens: (org: ProgramOrg) => Promise<void> | void;
}

const scenarios: Record<string, Scenario> = {
  "5 % and more of the rows of one kind are gone": {
    codes: ["ROWS_DROP:attributions", "ROWS_DROP:opportunities"],
    cause: "attributions",
    happens: (org) => removeSome(org, "Opportunity", "Name LIKE 'Deal%'", 3),
  },
  "nothing is left of an input object": {
    codes: ["INPUT_EMPTY:training"],
    cause: "training: no rows read, 200 the time before",
    happens: (org) => removeSome(org, "Partner_Training__c", "Id != null", 1000),
  },
  "a currency has lost all its rates": {
    codes: ["INPUT_EMPTY:rates", "RATES_MISSING:EUR"],
    cause: "EUR has no dated rate at all",
    happens: ({ local }) => local.org.store.db.exec('DELETE FROM "DatedConversionRate"'),
  },
  "a currency came without any rate": {
    codes: ["RATES_MISSING:GBP"],
    cause: "GBP has no dated rate at all",
    happens: ({ local }) =>
      local.org.store.db.exec(
        `INSERT INTO "CurrencyType" (Id, IsoCode, ConversionRate, DecimalPlaces, IsActive, IsCorporate, IsDeleted)
         VALUES ('01L000000000099AAA', 'GBP', 1, 2, 1, 0, 0)`,
      ),
  },
  "most partners would move at once": {
    codes: ["TIER_CHANGES"],
    cause: "of 40 tiers would change",
    happens: (org) => raiseDeals(org, 30),
  },
  "partners would lose a tier that nobody took from them": {
    codes: ["BENEFIT_CHANGES", "DEMOTIONS", "TIER_CHANGES"],
    cause: "partners would lose a tier without a person's decision",
    happens: async (org) => {
      setPolicy(org, `Annual_Auto_Publish_Date__c = '2024-01-05'`);
      org.local.org.clock.set("2024-01-06T12:00:00Z");
      await Promise.resolve();
    },
  },
  "most benefits would close": {
    codes: ["BENEFIT_CHANGES"],
    cause: "30 of 40 open benefits would close",
    happens: async (org) => {
      for (const { Id } of await org.records("SELECT Id FROM Partner_Agreement__c LIMIT 30"))
        await org.update("Partner_Agreement__c", String(Id), { End_Date__c: "2023-12-01" });
    },
  },
};

describe.each(Object.entries(scenarios))("A night in which %s", (name, { codes, cause, happens }) => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(programme(name.includes("lose a tier")));
    expect(await org.run()).toMatchObject({ status: "Completed", held: null });
    await happens(org);
  });
  afterAll(() => org.close());

  test("is held before its first write, says why, and shows what a dry run shows", async () => {
    const before = await stateOf(org);
    const shown = await org.run({ isDryRun: true });
    expect(shown).toMatchObject({ status: "Held", exitCode: 4, rowsWritten: 0, held: { codes } });
    const result = await org.run();
    expect(result).toMatchObject({ status: "Held", exitCode: 4, rowsWritten: 0, planHash: shown.planHash });
    expect(result.held).toEqual(shown.held);
    expect(await stateOf(org)).toEqual(before);
    const [row] = await org.records(holds);
    expect(row).toMatchObject({ Plan_Hash__c: result.planHash });
    expect(row?.Held_Reason__c).toContain(cause);
    expect(JSON.parse(String(row?.Plan__c))).toMatchObject({ version: 1, guards: codes });
  });

  test("goes through for nobody's but its own hash, and names who approved it", async () => {
    await expect(org.run({ approve: "0".repeat(64) })).rejects.toMatchObject({ exitCode: 2 });
    expect(await org.run()).toMatchObject({ status: "Held" });
    const [row] = await org.records(holds);
    await org.update("Partner_Sync_Run__c", String(row?.Id), { Approved_Plan_Hash__c: row?.Plan_Hash__c });
    const result = await org.run();
    expect(result).toMatchObject({ status: "Completed", exitCode: 0, held: null });
    const soql = `SELECT Approved_By__r.Username, Approved_Plan_Hash__c FROM Partner_Sync_Run__c WHERE Key__c = '${result.runKey}'`;
    const [administrator] = await org.records("SELECT Username FROM User WHERE Id = '" + adminOf(org) + "'");
    expect(await org.records(soql)).toMatchObject([
      { Approved_By__r: administrator, Approved_Plan_Hash__c: row?.Plan_Hash__c },
    ]);
    // What was let through is how the org is: the night after is an ordinary one.
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0, held: null });
  });
});

test("A plan that changed after it was approved is held again", async () => {
  const org = await programOrg(programme(false));
  try {
    await org.run();
    await removeSome(org, "Partner_Training__c", "Id != null", 1000);
    const { planHash } = await org.run();
    await raiseDeals(org, 1);
    for (const { Id } of await org.records("SELECT Id FROM Partner_Agreement__c LIMIT 1"))
      await org.update("Partner_Agreement__c", String(Id), { End_Date__c: "2023-12-01" });
    const again = await org.run({ approve: planHash });
    expect(again).toMatchObject({ status: "Held", exitCode: 4, rowsWritten: 0 });
    expect(again.planHash).not.toBe(planHash);
    expect(await org.records(holds)).toMatchObject([{ Plan_Hash__c: again.planHash }]);
  } finally {
    await org.close();
  }
});

test.each([
  ["whole, as an object that is not there", "INVALID_TYPE", "sObject type 'DatedConversionRate' is not supported."],
  ["by a field that the service may not see", "INVALID_FIELD", "No such column 'ConversionRate' on entity"],
])("Dated rates hidden %s hold the run, and it goes on once they are seen", async (_how, errorCode, message) => {
  let proxy: FaultyProxy | undefined;
  const org = await programOrg(programme(false), {
    proxy: async (url) => {
      proxy = await faultyProxy(url);
      return proxy.url;
    },
  });
  try {
    expect(await org.run()).toMatchObject({ status: "Completed" });
    const meddling = proxy as unknown as FaultyProxy;
    meddling.meddle = ({ path }, answer) => {
      if (/FROM(?:%20|\+)DatedConversionRate/.test(path))
        Object.assign(answer, { status: 400, body: JSON.stringify([{ errorCode, message }]) });
    };
    const before = await stateOf(org);
    const held = { codes: expect.arrayContaining(["RATES_UNREADABLE"]) as string[] };
    expect(await org.run()).toMatchObject({ status: "Held", exitCode: 4, held });
    expect(await stateOf(org)).toEqual(before);
    meddling.meddle = () => undefined;
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0, held: null });
  } finally {
    await proxy?.close();
    await org.close();
  }
});

test("A night in which the org counts more rows than it gives is held without a plan, and nobody can let it through", async () => {
  let proxy: FaultyProxy | undefined;
  const org = await programOrg(programme(false), {
    proxy: async (url) => {
      proxy = await faultyProxy(url);
      return proxy.url;
    },
  });
  try {
    expect(await org.run()).toMatchObject({ status: "Completed" });
    const meddling = proxy as unknown as FaultyProxy;
    meddling.meddle = ({ path }, answer) => {
      if (!/FROM(?:%20|\+)Partner_Training__c/.test(path)) return;
      const page = JSON.parse(answer.body) as { records: unknown[] };
      answer.body = JSON.stringify({ ...page, records: page.records.slice(1) });
    };
    const before = await stateOf(org);
    const held = { codes: ["ROWS_SHORT:Partner_Training__c"] };
    await expect(org.run({ isDryRun: true })).rejects.toMatchObject({ exitCode: 4, held });
    await expect(org.run()).rejects.toMatchObject({ exitCode: 4, held });
    expect(await stateOf(org)).toEqual(before);
    const [row] = await org.records(holds);
    expect(row).toMatchObject({ Plan_Hash__c: null, Plan__c: null });
    expect(row?.Held_Reason__c).toContain("Partner_Training__c");
    meddling.meddle = () => undefined;
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0, held: null });
    expect(await org.records(holds)).toEqual([]);
  } finally {
    await proxy?.close();
    await org.close();
  }
});

test("Currencies hidden as a whole hold the run without a plan, even a first one, and it goes on once they are seen", async () => {
  let proxy: FaultyProxy | undefined;
  const org = await programOrg(programme(false), {
    proxy: async (url) => {
      proxy = await faultyProxy(url);
      return proxy.url;
    },
  });
  try {
    const meddling = proxy as unknown as FaultyProxy;
    meddling.meddle = ({ path }, answer) => {
      const fault = { errorCode: "INVALID_TYPE", message: "sObject type 'CurrencyType' is not supported." };
      if (/FROM(?:%20|\+)CurrencyType/.test(path))
        Object.assign(answer, { status: 400, body: JSON.stringify([fault]) });
    };
    const before = await stateOf(org);
    const held = { codes: ["RATES_UNREADABLE"] };
    await expect(org.run({ isDryRun: true })).rejects.toMatchObject({ exitCode: 4, held });
    await expect(org.run()).rejects.toMatchObject({ exitCode: 4, held });
    expect(await stateOf(org)).toEqual(before);
    expect(await org.records(holds)).toMatchObject([{ Plan_Hash__c: null }]);
    meddling.meddle = () => undefined;
    expect(await org.run()).toMatchObject({ status: "Completed", held: null });
    expect(await org.records(holds)).toEqual([]);
  } finally {
    await proxy?.close();
    await org.close();
  }
});

test("A first run is held for nothing that has nothing to compare with", async () => {
  const seed = programme(false);
  const org = await programOrg({ ...seed, DatedConversionRate: [], Partner_Training__c: [] });
  try {
    expect(await org.run()).toMatchObject({ status: "Completed", held: null });
  } finally {
    await org.close();
  }
});

describe("Without a policy that can be followed", () => {
  let org: ProgramOrg;
  beforeAll(async () => {
    org = await programOrg(programme(false));
    await org.run();
    setPolicy(org, "Trailing_Window_Days__c = -1, Time_Zone__c = 'Mars/Olympus'");
  });
  afterAll(() => org.close());

  test("a run is held, every faulty field named, and no plan can be approved", async () => {
    const before = await stateOf(org);
    const held = { exitCode: 4, held: { codes: ["POLICY"] } };
    await expect(org.run({ isDryRun: true })).rejects.toMatchObject(held);
    await expect(org.run()).rejects.toMatchObject(held);
    await expect(org.run()).rejects.toMatchObject(held);
    expect(await stateOf(org)).toEqual(before);
    const rows = await org.records(holds);
    expect(rows).toMatchObject([{ Plan_Hash__c: null }]);
    expect(rows[0]?.Held_Reason__c).toMatch(/Program_Year_2023: Time_Zone__c.*Trailing_Window_Days__c/);
  });

  test("and goes on by itself once the rows are right", async () => {
    setPolicy(org, "Trailing_Window_Days__c = 365, Time_Zone__c = 'America/Los_Angeles'");
    expect(await org.run()).toMatchObject({ status: "Completed", rowsWritten: 0 });
    expect(await org.records(holds)).toEqual([]);
  });

  test("a policy that is not in force today is as good as none; a day that none covers is a fault of who asks", async () => {
    setPolicy(org, "Effective_To_Date__c = '2023-12-01'");
    await expect(org.run()).rejects.toMatchObject({ exitCode: 4 });
    await expect(org.run({ asOf: "2022-01-01" })).rejects.toMatchObject({ exitCode: 2 });
  });

  test("a policy whose rows are all gone holds the run too, and demotes nobody", async () => {
    const before = await stateOf(org);
    org.local.org.store.db.exec('DELETE FROM "Partner_Program_Policy__mdt"');
    await expect(org.run()).rejects.toMatchObject({ exitCode: 4, held: { codes: ["POLICY"] } });
    expect(await stateOf(org)).toEqual(before);
  });
});

/** Custom metadata is deployed, not written: there is no call for it. */
function setPolicy({ local }: ProgramOrg, assignments: string): void {
  local.org.store.db.exec(`UPDATE "Partner_Program_Policy__mdt" SET ${assignments}`);
}

function adminOf({ local }: ProgramOrg): string {
  const row = local.org.store.db.prepare(`SELECT CreatedById AS id FROM "Account" LIMIT 1`).get();
  return String(row?.["id"]);
}

async function stateOf(org: ProgramOrg): Promise<unknown> {
  return Promise.all(state.map((soql) => org.records(soql)));
}

async function removeSome(org: ProgramOrg, object: string, where: string, most: number): Promise<void> {
  for (const { Id } of await org.records(`SELECT Id FROM ${object} WHERE ${where} LIMIT ${most}`))
    await org.remove(object, String(Id));
}

/** Deals of so many partners grow beyond Silver's threshold. */
async function raiseDeals(org: ProgramOrg, count: number): Promise<void> {
  for (const { Id } of await org.records(`SELECT Id FROM Opportunity WHERE CurrencyIsoCode = 'USD' LIMIT ${count}`))
    await org.update("Opportunity", String(Id), { eARR__c: 90_000 });
}

/** Forty partners with agreement, training for Bronze and one deal each just below it, in an org of two currencies. */
function programme(isBronze: boolean): Seed {
  const names = Array.from({ length: partners }, (_, at) => `Partner${at}`);
  const people = names.flatMap((name) => [0, 1, 2, 3].map((at) => ({ id: `${name}-${at}`, name })));
  return {
    CurrencyType: [
      { IsoCode: "USD", ConversionRate: "1", DecimalPlaces: "2", IsActive: "true", IsCorporate: "true" },
      { IsoCode: "EUR", ConversionRate: "0.9", DecimalPlaces: "2", IsActive: "true", IsCorporate: "false" },
    ],
    DatedConversionRate: [
      { IsoCode: "EUR", StartDate: "2020-01-01", NextStartDate: "2030-01-01", ConversionRate: "0.9" },
    ],
    Account: [
      ...names.map((name) => ({
        Id: name,
        Name: name,
        Partner_Status__c: "Enrolled",
        Partner_Tier__c: isBronze ? "Bronze" : "Registered",
        Partner_Program_Year__c: "2023",
        Partner_Enrolled_Date__c: "2022-01-01",
      })),
      { Id: "Customer", Name: "A customer" },
    ],
    Contact: people.map(({ id, name }) => ({ Id: id, LastName: id, AccountId: name })),
    Partner_Training__c: [
      ...people.map(({ id }) => ({ Contact__c: id, Course__c: "Twilio_Platform", Completed_Date__c: "2023-02-01" })),
      ...names.map((name) => ({
        Contact__c: `${name}-0`,
        Course__c: "Sellers_Series_101",
        Completed_Date__c: "2023-02-01",
      })),
    ],
    Partner_Agreement__c: names.map((name) => ({
      Partner__c: name,
      Type__c: "Baseline Partner Agreement",
      Effective_Date__c: "2022-01-01",
    })),
    Opportunity: names.map((name, at) => ({
      Id: `Deal${at}`,
      Name: `Deal${at}`,
      AccountId: "Customer",
      StageName: "Closed Won",
      CurrencyIsoCode: at < 35 ? "USD" : "EUR",
      CloseDate: "2023-06-01",
      CreatedDate: "2023-04-01T10:00:00Z",
      LastStageChangeDate: "2023-06-01T18:00:00Z",
      eARR__c: "10000",
    })),
    Opportunity_Partner__c: names.map((name, at) => attribution(`Deal${at}`, name)),
  };
}
