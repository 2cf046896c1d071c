import { faultyProxy, type FaultyProxy } from "./faultyProxy.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

/** What a run leaves behind, ids and run records apart. */
const state = [
  "SELECT Name, Partner_Tier__c, Trailing_eARR__c, Partner_Tier_Explanation__c FROM Account ORDER BY Name, Id",
  "SELECT Key__c, Source__c, Credit_Status__c, Credit_Reason__c, Credit_eARR__c FROM Opportunity_Partner__c ORDER BY Opportunity__c, Partner__c",
  "SELECT Key__c, Status__c, Is_Available__c, Reason__c FROM Partner_Benefit__c ORDER BY Key__c",
  "SELECT Key__c, Status__c, Tier__c, Evidence_Hash__c FROM Partner_Tier_Review__c ORDER BY Key__c",
];

let expected: unknown;
beforeAll(async () => {
  const { org, proxy } = await start();
  await org.run();
  expected = await stateOf(org);
  await stop(org, proxy);
});

// One run of this programme takes some 35 calls.
test.each([3, 8, 14, 18, 20, 22, 24, 26, 28, 30, 32])(
  "a run that loses the org at call %i is made good by the next one",
  async (lastCall) => {
    const { org, proxy } = await start();
    let calls = 0;
    proxy.meddle = (_, answer) => {
      calls += 1;
      // The org has heard the call; only the answer is lost.
      if (calls >= lastCall) Object.assign(answer, { status: 503, body: "" });
    };
    await org.run().catch((error: unknown) => expect(error).toMatchObject({ exitCode: 7 }));
    proxy.meddle = () => undefined;
    // The lost run's lease runs out.
    org.local.org.clock.set("2023-12-15T20:10:00Z");
    expect(await org.run()).toMatchObject({ status: "Completed", exitCode: 0 });
    expect(await stateOf(org)).toEqual(expected);
    expect(await org.run()).toMatchObject({ rowsWritten: 0 });
    await stop(org, proxy);
  },
);

async function start(): Promise<{ org: ProgramOrg; proxy: FaultyProxy }> {
  const proxies: FaultyProxy[] = [];
  const org = await programOrg(smallProgram(), {
    proxy: async (url) => {
      const proxy = await faultyProxy(url);
      proxies.push(proxy);
      return proxy.url;
    },
  });
  const [proxy] = proxies;
  if (!proxy) throw new Error("no proxy");
  return { org, proxy };
}

async function stop(org: ProgramOrg, proxy: FaultyProxy): Promise<void> {
  await proxy.close();
  await org.close();
}

async function stateOf(org: ProgramOrg): Promise<unknown> {
  const tables: unknown[] = [];
  for (const soql of state) {
    const rows = await org.records(soql);
    tables.push(rows.map(({ attributes: _, ...fields }) => fields));
  }
  return tables;
}
