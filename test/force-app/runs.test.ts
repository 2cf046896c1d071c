import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInEveryone, Team } from "./signIn.ts";

const RUN = "Partner_Sync_Run__c";
const REVIEW = "Partner_Tier_Review__c";

describe("runs are requested and approved by people, and written by the service", () => {
  let org: TestOrg;
  let team: Team;
  let partner: string;

  beforeEach(async () => {
    org = await startOrg({ seed: { Account: ["Name,Partner_Status__c,Partner_Tier__c", "Harbor,Enrolled,Bronze"] } });
    team = new Team(await signInEveryone(org));
    partner = await team.idOf("Account", "Harbor");
  });
  afterEach(() => org.close());

  const request = (values = {}) =>
    team.create("manager", RUN, { Status__c: "Requested", Mode__c: "On Demand", Partner__c: partner, ...values });
  const held = () => team.create("service", RUN, { Status__c: "Held", Mode__c: "Annual", Plan_Hash__c: "abc" });

  it("takes requests for one partner, on demand", async () => {
    await expect(request()).resolves.toBeTruthy();
    await expect(request({ Partner__c: null })).rejects.toThrow("Choose the partner");
    await expect(request({ Mode__c: "Nightly" })).rejects.toThrow("keep the status Requested");
  });

  it("lets one run at a time be active, and no older lease write over a newer one", async () => {
    const id = await request();
    await team.update("service", RUN, id, { Status__c: "Running", Key__c: "active", Lease_Number__c: 5 });
    await expect(team.create("service", RUN, { Key__c: "active" })).rejects.toThrow("duplicate value found: Key__c");
    await expect(team.update("service", RUN, id, { Lease_Number__c: 4 })).rejects.toThrow("taken over");
    await expect(team.update("service", RUN, id, { Lease_Number__c: 6 })).resolves.toBeUndefined();
  });

  it("lets administrators approve the plan of a held run, and stamps who did", async () => {
    const id = await held();
    await expect(team.update("manager", RUN, id, { Approved_Plan_Hash__c: "abc" })).rejects.toThrow();
    await team.update("administrator", RUN, id, { Approved_Plan_Hash__c: "abc" });
    expect(await team.find(`SELECT Approved_By__r.Username, Approved_At__c FROM ${RUN}`)).toMatchObject([
      { Approved_By__r: { Username: org.connection.users["Partner_Program_Administrator"] } },
    ]);
    await team.update("administrator", RUN, id, { Approved_Plan_Hash__c: null });
    expect(await team.find(`SELECT Approved_By__c, Approved_At__c FROM ${RUN}`)).toEqual([
      { Approved_By__c: null, Approved_At__c: null },
    ]);
  });

  it("takes no approval of a run that is not held, and no other change by people", async () => {
    const id = await request();
    await expect(team.update("administrator", RUN, id, { Approved_Plan_Hash__c: "abc" })).rejects.toThrow("is held");
    await expect(team.update("administrator", RUN, id, { Status__c: "Completed" })).rejects.toThrow("set by hand");
  });

  it("never changes a published decision, yet takes the same write twice", async () => {
    const id = await team.create("service", REVIEW, { Partner__c: partner, Status__c: "Provisional", Tier__c: "Gold" });
    await team.update("service", REVIEW, id, { Tier__c: "Silver" });
    const published = { Status__c: "Published", Tier__c: "Silver" };
    await team.update("service", REVIEW, id, published);
    await expect(team.update("service", REVIEW, id, published)).resolves.toBeUndefined();
    await expect(team.update("service", REVIEW, id, { Tier__c: "Bronze" })).rejects.toThrow("are history");
  });

  it("leaves a tier once given to the service", async () => {
    const tier = { Partner_Tier__c: "Gold" };
    await expect(team.update("manager", "Account", partner, tier)).rejects.toThrow("Unable to create/update fields");
    await expect(team.update("administrator", "Account", partner, tier)).rejects.toThrow(
      "worked out by the nightly run",
    );
    await expect(team.update("service", "Account", partner, tier)).resolves.toBeUndefined();
  });
});
