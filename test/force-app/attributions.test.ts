import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInEveryone, Team } from "./signIn.ts";

const OBJECT = "Opportunity_Partner__c";

describe("partners are credited for what sales recorded in time", () => {
  let org: TestOrg;
  let team: Team;
  let partner: string;
  let openDeal: string;
  let wonDeal: string;

  beforeEach(async () => {
    org = await startOrg({
      seed: {
        Account: ["Id,Name,Partner_Status__c", "partner,Harbor,Enrolled", "other,Lake,Enrolled", "customer,Customer,"],
        Opportunity: [
          "Id,Name,AccountId,StageName,CloseDate",
          "open,Open,customer,Prospecting,2024-01-31",
          "won,Won,customer,Closed Won,2023-10-31",
        ],
      },
    });
    team = new Team(await signInEveryone(org));
    [partner, openDeal, wonDeal] = await Promise.all([
      team.idOf("Account", "Harbor"),
      team.idOf("Opportunity", "Open"),
      team.idOf("Opportunity", "Won"),
    ]);
  });
  afterEach(() => org.close());

  const onDeal = (deal: string) => ({
    Opportunity__c: deal,
    Partner__c: partner,
    Source__c: "Twilio Sales",
    Role__c: "Influenced",
  });

  it("gives each row a key of both parents", async () => {
    await team.create("executive", OBJECT, onDeal(openDeal));
    expect(await team.find(`SELECT Key__c FROM ${OBJECT}`)).toEqual([{ Key__c: `${openDeal}:${partner}` }]);
  });

  it("takes a partner only once on a deal", async () => {
    await team.create("executive", OBJECT, onDeal(openDeal));
    await expect(team.create("manager", OBJECT, onDeal(openDeal))).rejects.toThrow("duplicate value found: Key__c");
  });

  it("refuses an account that is no partner", async () => {
    const customer = await team.idOf("Account", "Customer");
    const row = { ...onDeal(openDeal), Partner__c: customer };
    await expect(team.create("executive", OBJECT, row)).rejects.toThrow("not in the partner program");
  });

  it("closes with the deal, except to program administrators", async () => {
    await expect(team.create("executive", OBJECT, onDeal(wonDeal))).rejects.toThrow("already closed");
    await expect(team.create("manager", OBJECT, onDeal(wonDeal))).rejects.toThrow("already closed");
    await expect(team.create("administrator", OBJECT, onDeal(wonDeal))).resolves.toBeTruthy();
  });

  it("does not turn one partner's attribution into another's", async () => {
    const id = await team.create("executive", OBJECT, onDeal(openDeal));
    const lake = await team.idOf("Account", "Lake");
    await expect(team.update("administrator", OBJECT, id, { Partner__c: lake })).rejects.toThrow("stay as they were");
    await expect(team.update("executive", OBJECT, id, { Role__c: "Resold" })).resolves.toBeUndefined();
  });

  it("keeps attributions of closed deals on record", async () => {
    const closed = await team.create("administrator", OBJECT, onDeal(wonDeal));
    const open = await team.create("executive", OBJECT, onDeal(openDeal));
    await expect(team.remove("executive", OBJECT, closed)).rejects.toThrow("stay on record");
    await expect(team.remove("executive", OBJECT, open)).resolves.toBeUndefined();
    await expect(team.remove("executive", "Opportunity", wonDeal)).rejects.toThrow("credit on this closed opportunity");
    await expect(team.remove("administrator", OBJECT, closed)).resolves.toBeUndefined();
    await expect(team.remove("executive", "Opportunity", wonDeal)).resolves.toBeUndefined();
  });

  it("lets the service, and only the service, write the verdict of a closed deal", async () => {
    const id = await team.create("administrator", OBJECT, onDeal(wonDeal));
    const verdict = { Credit_Status__c: "Excluded", Credit_Reason__c: "Added After Close" };
    await expect(team.update("administrator", OBJECT, id, verdict)).rejects.toThrow("Unable to create/update fields");
    await expect(team.update("service", OBJECT, id, verdict)).resolves.toBeUndefined();
  });

  it("stays on a credited deal that is reopened for a moment", async () => {
    const row = await team.create("administrator", OBJECT, onDeal(wonDeal));
    await team.update("service", OBJECT, row, { Credit_Status__c: "Counted" });
    await team.update("administrator", "Opportunity", wonDeal, { StageName: "Prospecting" });
    await expect(team.remove("executive", OBJECT, row)).rejects.toThrow("stay on record");
  });
});
