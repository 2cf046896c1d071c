import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SeedError } from "../../local-org/seed/seedError.ts";
import { query, restClient } from "../support/restClient.ts";
import { type SeedText, startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

describe("a seed is restored as it is, or refused naming file and line", () => {
  let org: TestOrg | null = null;
  afterEach(async () => {
    await org?.close();
    org = null;
  });

  async function start(seed: SeedText): Promise<ReturnType<typeof restClient>> {
    org = await startOrg({ seed });
    return restClient(org);
  }

  it("gives labels real ids in file order, and follows references in any direction", async () => {
    const call = await start({
      Contact: ["Id,LastName,AccountId", "c,Person,fifteenletters1"],
      Account: ["Id,Name,ParentId", "first,First,fifteenletters1", "fifteenletters1,Later,"],
    });
    const rows = await query(call, "SELECT Id, Name, Parent.Name FROM Account ORDER BY Id");
    expect(rows).toMatchObject([
      { Name: "First", Parent: { Name: "Later" } },
      { Name: "Later", Parent: null },
    ]);
    expect(await query(call, "SELECT Account.Name FROM Contact")).toMatchObject([{ Account: { Name: "Later" } }]);
  });

  it("keeps system fields, stamps nothing and runs no rule", async () => {
    const call = await start({
      Account: ["Id,Name,Partner_Status__c", "p,Harbor,"],
      Opportunity: [
        "Id,Name,AccountId,StageName,CloseDate,CreatedDate,LastStageChangeDate",
        "d,Deal,p,Closed Won,2023-01-31,2022-12-01T08:00:00Z,",
      ],
      Opportunity_Partner__c: [
        "Opportunity__c,Partner__c,Source__c,Role__c,CreatedDate",
        "d,p,Twilio Sales,Influenced,2030-01-01T00:00:00Z",
      ],
    });
    expect(await query(call, "SELECT CreatedDate, LastStageChangeDate, IsWon FROM Opportunity")).toMatchObject([
      { CreatedDate: "2022-12-01T08:00:00.000+0000", LastStageChangeDate: null, IsWon: true },
    ]);
    expect(await query(call, "SELECT Key__c, CreatedDate FROM Opportunity_Partner__c")).toMatchObject([
      { Key__c: null, CreatedDate: "2030-01-01T00:00:00.000+0000" },
    ]);
  });

  it("keeps ids that the seed states, and gives labels the ones after them", async () => {
    const call = await start({
      Account: ["Id,Name", "first,First", "001000000000007AAA,Stated", "later,Later", ",Nameless"],
      Opportunity: ["Id,Name,StageName,CloseDate", "d,Deal,Prospecting,2024-01-31"],
      OpportunityLineItem: ["OpportunityId", "d"],
    });
    const rows = await query(call, "SELECT Id, Name FROM Account ORDER BY Id");
    expect(rows.map((row) => [row["Name"], String(row["Id"]).slice(12, 15)])).toEqual([
      ["Stated", "007"],
      ["First", "008"],
      ["Later", "009"],
      ["Nameless", "00A"],
    ]);
    expect(await query(call, "SELECT HasOpportunityLineItem FROM Opportunity")).toMatchObject([
      { HasOpportunityLineItem: true },
    ]);
  });

  it.each([19, 20, 21, 40, 41])("restores %i rows that agree in some columns and differ in others", async (count) => {
    const numbers = Array.from({ length: count }, (_none, at) => at);
    const line = (at: number): string => `Account ${at},${at === count - 1 ? "last" : "same"},${at === 3 ? "7" : ""}`;
    const call = await start({ Account: ["Name,Site,AnnualRevenue", ...numbers.map(line)] });
    const rows = await query(call, "SELECT Name, Site, AnnualRevenue FROM Account ORDER BY Id");
    expect(rows.map((row) => [row["Name"], row["Site"], row["AnnualRevenue"]])).toEqual(
      numbers.map((at) => [`Account ${at}`, at === count - 1 ? "last" : "same", at === 3 ? 7 : null]),
    );
  });

  it("makes a multi-currency org of one with currencies", async () => {
    const call = await start({
      CurrencyType: ["IsoCode,ConversionRate,IsCorporate,IsActive", "USD,1,true,true", "EUR,0.9,false,true"],
      Account: ["Name,CurrencyIsoCode", "Harbor,EUR"],
    });
    expect(await query(call, "SELECT CurrencyIsoCode FROM Account")).toMatchObject([{ CurrencyIsoCode: "EUR" }]);
  });

  it("gives a new record of nobody's choice the corporate currency, and a line item its opportunity's", async () => {
    const call = await start({
      CurrencyType: ["IsoCode,ConversionRate,IsCorporate,IsActive", "EUR,1,true,true", "JPY,160,false,true"],
      Product2: ["Id,Name", "p,Voice"],
      Opportunity: ["Id,Name,StageName,CloseDate,CurrencyIsoCode", "o,Deal,Prospecting,2023-12-31,JPY"],
    });
    const idOf = async (object: string) => String((await query(call, `SELECT Id FROM ${object}`))[0]?.["Id"]);
    await call("/sobjects/Account", { method: "POST", body: { Name: "Harbor" } });
    await call("/sobjects/Account", { method: "POST", body: { Name: "Pier", CurrencyIsoCode: "JPY" } });
    const line = { OpportunityId: await idOf("Opportunity"), Product2Id: await idOf("Product2"), Quantity: 1 };
    await call("/sobjects/OpportunityLineItem", { method: "POST", body: { ...line, UnitPrice: 5 } });
    expect(await query(call, "SELECT Name, CurrencyIsoCode FROM Account ORDER BY Name")).toMatchObject([
      { Name: "Harbor", CurrencyIsoCode: "EUR" },
      { Name: "Pier", CurrencyIsoCode: "JPY" },
    ]);
    expect(await query(call, "SELECT CurrencyIsoCode FROM OpportunityLineItem")).toMatchObject([
      { CurrencyIsoCode: "JPY" },
    ]);
  });

  it("does not start with a seed that it refuses", async () => {
    const outcome: unknown = await start({ Nope: ["Id"] }).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(SeedError);
    expect((outcome as SeedError).message).toMatch(/Nope\.csv:1: there is no object "Nope"/);
  });

  it("writes connection.json for its owner alone, and takes it away", async () => {
    await start({});
    const file = org!.connectionFile!;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      instanceUrl: org!.instanceUrl,
      users: { Partner_Sync_Service: expect.any(String) as string },
    });
    await org!.close();
    org = null;
    expect(existsSync(file)).toBe(false);
  });

  it("is still a multi-currency org after a restart", async () => {
    const state = new TemporaryDirectory();
    const stateDirectory = join(state.path, "state");
    const seed = {
      CurrencyType: ["IsoCode,ConversionRate,IsCorporate", "USD,1,true"],
      Account: ["Name,CurrencyIsoCode", "Harbor,USD"],
    };
    await (await startOrg({ seed, stateDirectory })).close();
    org = await startOrg({ stateDirectory });
    expect(await query(restClient(org), "SELECT CurrencyIsoCode FROM Account")).toMatchObject([
      { CurrencyIsoCode: "USD" },
    ]);
    await org.close();
    org = null;
    state.remove();
  });

  it("leaves the connection.json of an org that started after it in the same place", async () => {
    const place = new TemporaryDirectory();
    const first = await startOrg({ connectionDirectory: place.path });
    const second = await startOrg({ connectionDirectory: place.path });
    await first.close();
    expect(JSON.parse(readFileSync(second.connectionFile!, "utf8"))).toMatchObject({ instanceUrl: second.instanceUrl });
    await second.close();
    expect(existsSync(second.connectionFile!)).toBe(false);
    place.remove();
  });

  it("goes on with its data in a state directory, and refuses to seed it twice", async () => {
    const state = new TemporaryDirectory();
    const stateDirectory = join(state.path, "state");
    org = await startOrg({ seed: { Account: ["Name", "Kept"] }, stateDirectory });
    await org.close();
    org = await startOrg({ stateDirectory });
    expect(await query(restClient(org), "SELECT Name FROM Account")).toMatchObject([{ Name: "Kept" }]);
    await org.close();
    org = null;
    await expect(startOrg({ seed: { Account: ["Name", "More"] }, stateDirectory })).rejects.toThrow(
      "already holds an org",
    );
    state.remove();
  });
});
