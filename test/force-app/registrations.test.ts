import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInEveryone, Team, type Role } from "./signIn.ts";

const OBJECT = "Deal_Registration__c";

describe("deal registrations move from claim to credit in the open", () => {
  let org: TestOrg;
  let team: Team;
  let partner: string;
  let wonDeal: string;

  beforeEach(async () => {
    org = await startOrg({
      seed: {
        Account: ["Id,Name,Partner_Status__c", "p,Harbor,Enrolled", "q,Lake,Enrolled", "customer,Customer,"],
        Opportunity: [
          "Id,Name,AccountId,StageName,CloseDate",
          "won,Won,customer,Closed Won,2023-10-31",
          "open,Open,customer,Prospecting,2024-01-31",
        ],
      },
    });
    team = new Team(await signInEveryone(org));
    partner = await team.idOf("Account", "Harbor");
    wonDeal = await team.idOf("Opportunity", "Won");
  });
  afterEach(() => org.close());

  const submit = (role: Role, values = {}) =>
    team.create(role, OBJECT, { Partner__c: partner, Customer_Name__c: "Customer", Status__c: "Submitted", ...values });
  const move = (role: Role, id: string, Status__c: string, values = {}) =>
    team.update(role, OBJECT, id, { Status__c, ...values });
  const approve = (role: Role, id: string) => move(role, id, "Approved", { Decision_Reason__c: "Their own lead" });
  const userOf = async (column: string) => (await team.find(`SELECT ${column}.Username FROM ${OBJECT}`))[0];

  it("stamps who submitted and when, and how long it waits", async () => {
    await submit("executive");
    const rows = await team.find(`SELECT Submitted_At__c, Expires_Date__c, Decided_At__c FROM ${OBJECT}`);
    expect(rows).toEqual([
      {
        Submitted_At__c: expect.stringContaining("2023-12-15T10:0") as string,
        Expires_Date__c: "2024-03-14",
        Decided_At__c: null,
      },
    ]);
    expect(await userOf("Submitted_By__r")).toMatchObject({
      Submitted_By__r: { Username: org.connection.users["Partner_Account_Executive"] },
    });
  });

  it("keeps the first submission when a registration comes back", async () => {
    const id = await submit("executive");
    await expect(move("manager", id, "Action Required")).rejects.toThrow("Enter the reason");
    await move("manager", id, "Action Required", { Decision_Reason__c: "Which domain?" });
    await move("manager", id, "Submitted");
    expect(await userOf("Submitted_By__r")).toMatchObject({
      Submitted_By__r: { Username: org.connection.users["Partner_Account_Executive"] },
    });
  });

  it("is not approved without a reason on record", async () => {
    const id = await submit("executive");
    await expect(move("manager", id, "Approved")).rejects.toThrow("Enter the reason for the decision");
  });

  it("is not decided by executives, nor by whoever submitted it", async () => {
    const id = await submit("manager");
    await expect(move("executive", id, "Approved")).rejects.toThrow("decided by partner account managers");
    await expect(approve("manager", id)).rejects.toThrow("somebody else has to decide");
    await expect(approve("administrator", id)).resolves.toBeUndefined();
  });

  it("adds the partner to the opportunity on approval, closed deals included", async () => {
    const id = await submit("executive", { Opportunity__c: wonDeal });
    await approve("manager", id);
    const columns = "Opportunity__c, Partner__c, Source__c, Role__c, Deal_Registration__c";
    expect(await team.find(`SELECT ${columns} FROM Opportunity_Partner__c`)).toEqual([
      {
        Opportunity__c: wonDeal,
        Partner__c: partner,
        Source__c: "Deal Registration",
        Role__c: "Influenced",
        Deal_Registration__c: id,
      },
    ]);
  });

  it("adds the partner once an approved registration is matched, and not a second time", async () => {
    const id = await submit("executive");
    await approve("manager", id);
    await expect(team.update("executive", OBJECT, id, { Opportunity__c: wonDeal })).rejects.toThrow(
      "only be matched once",
    );
    await team.update("manager", OBJECT, id, { Opportunity__c: wonDeal });
    const second = await submit("executive", { Opportunity__c: wonDeal });
    await approve("manager", second);
    expect(await team.find("SELECT Deal_Registration__c FROM Opportunity_Partner__c")).toEqual([
      { Deal_Registration__c: id },
    ]);
  });

  it("does not carry credit from one deal to another", async () => {
    const id = await submit("executive", { Opportunity__c: wonDeal });
    const lake = await team.idOf("Account", "Lake");
    await expect(team.update("executive", OBJECT, id, { Partner__c: lake })).rejects.toThrow("partner of a submitted");
    await approve("manager", id);
    const openDeal = await team.idOf("Opportunity", "Open");
    const moved = { Opportunity__c: openDeal };
    await expect(team.update("manager", OBJECT, id, moved)).rejects.toThrow("only be matched once");
    await expect(team.update("executive", OBJECT, id, { Customer_Name__c: "Another" })).rejects.toThrow("is closed");
  });

  it("is taken back by administrators alone, and the stamp of the decision with it", async () => {
    const id = await submit("executive");
    await move("manager", id, "Rejected", { Decision_Reason__c: "Known already" });
    await expect(approve("manager", id)).rejects.toThrow("cannot move this way");
    await move("administrator", id, "Submitted");
    expect(await team.find(`SELECT Decided_At__c, Decided_By__c FROM ${OBJECT}`)).toEqual([
      { Decided_At__c: null, Decided_By__c: null },
    ]);
  });

  it("expires through the service alone", async () => {
    const id = await submit("executive");
    await expect(move("administrator", id, "Expired")).rejects.toThrow("expire by themselves");
    await expect(move("service", id, "Expired")).resolves.toBeUndefined();
  });

  it("is extended by managers and administrators, not by whoever hopes for it (R-36)", async () => {
    const id = await submit("executive");
    const extended = { Expires_Date__c: "2024-06-12" };
    await expect(team.update("executive", OBJECT, id, extended)).rejects.toThrow("Expires_Date__c");
    await team.update("manager", OBJECT, id, extended);
    expect(await team.find(`SELECT Expires_Date__c FROM ${OBJECT}`)).toEqual([extended]);
    await approve("manager", id);
    await expect(team.update("manager", OBJECT, id, { Expires_Date__c: "2024-07-01" })).rejects.toThrow("is closed");
  });

  it("is never born decided", async () => {
    await expect(submit("administrator", { Status__c: "Approved" })).rejects.toThrow("starts as Draft or Submitted");
  });
});
