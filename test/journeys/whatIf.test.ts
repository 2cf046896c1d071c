import { type Command, commandFor } from "./command.ts";
import { programOrg, type ProgramOrg } from "./programOrg.ts";
import { smallProgram } from "./programSeed.ts";

describe("Asking what if", () => {
  let org: ProgramOrg;
  let command: Command;
  beforeAll(async () => {
    const seed = smallProgram();
    const people = ["Dora", "Emil", "Fay", "Gus"].map((name) => ({ Id: name, LastName: name, AccountId: "Contoso" }));
    org = await programOrg({ ...seed, Contact: [...(seed.Contact ?? []), ...people] });
    command = commandFor(org);
  });
  afterAll(() => org.close());

  test("R-14 shows the tier that assumptions would give, and what would open", async () => {
    const { exitCode, output } = await command("explain", "Contoso", "--with", "technical=3", "--with", "sales+=1");
    expect(exitCode).toBe(0);
    expect(output).toMatch(/as it is +Registered +Registered +Bronze: USD 0\.00, 3 technical, 1 sales-trained/);
    expect(output).toMatch(/as assumed +Bronze +Bronze +Silver: USD 170,000\.00, 7 technical, 4 sales-trained/);
    expect(output).toMatch(/Benefits that would open: .*Partner Badge/);
  });

  test("gives the same as data", async () => {
    const { output } = await command("explain", "Contoso", "--with", "eARR=19999.99", "--json");
    expect(JSON.parse(output)).toMatchObject({
      whatIf: {
        now: { qualifiedTier: "Registered", gaps: { nextTier: "Bronze", earr: "0.00" } },
        then: { gaps: { earr: "0.01" } },
      },
    });
  });

  test.each([
    ["an unknown name", "tier=Gold", "what can be assumed: eARR=50000"],
    ["a value that is none", "eARR=lots", "no amount in US dollars"],
    ["an agreement nobody knows", "agreement=Handshake", "Resale Partner Addendum"],
    ["an invitation to nothing", "invitation=Lunch", "Reseller_Program"],
  ])("answers %s with exit code 2 and what can be set", async (_case, assumption, message) => {
    const { exitCode, errors, output } = await command("explain", "Contoso", "--with", assumption);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
    expect(errors).toContain(message);
  });

  test("R-35 names the shortest ways: people by name, deals, papers", async () => {
    const contoso = await command("explain", "Contoso");
    expect(contoso.output).toMatch(/3 technical resources missing \(R-28\); .* any 3 of Dora, Emil, Fay, Gus\./);
    await command("sync");
    const { output } = await command("explain", "Northwind", "--json");
    expect(JSON.parse(output)).toMatchObject({
      ways: {
        nextTier: "Silver",
        deals: { gapUsd: "149999.90", deals: [], isEnough: false },
        technical: { gap: 7, people: [], isEnough: false },
        sales: { gap: 4, people: [{ name: "Ben" }, { name: "Cleo" }] },
        papers: [{ type: "Resale Partner Addendum", state: "Unsigned" }, { type: "MDF/POC Program Terms" }],
      },
    });
  });

  test("R-2 an open deal that the partner is on is a way to close its gap", async () => {
    const { output } = await command("explain", "Contoso", "--as-of", "2024-06-02");
    expect(output).toMatch(
      /USD 20,000\.00 eARR are missing \(R-2\); open deals .*, to be won:\n +2023-06-01 +USD 70,000\.00 +Deal4/,
    );
  });

  test("no log of a run names a person", async () => {
    const { errors, output } = await command("sync");
    expect(`${errors}${output}`).not.toMatch(/Dora|Emil|Ben\b/);
  });

  test("writes nothing", async () => {
    await command("sync");
    const modified = "SELECT Id, SystemModstamp FROM Account ORDER BY Id";
    const before = await org.records(modified);
    await command("explain", "Contoso", "--with", "technical=3", "--with", "sales=1");
    expect(await org.records(modified)).toEqual(before);
    expect(await org.records("SELECT Id FROM Partner_Training__c WHERE Contact__r.LastName = 'Dora'")).toEqual([]);
  });
});
