import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { SignJWT } from "jose";
import jsforce from "jsforce";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const SEED = {
  Account: ["Id,Name,Partner_Status__c", "harbor,Harbor Systems,Enrolled", "lake,Lakeside Digital,Enrolled"],
  Opportunity: [
    "Id,Name,AccountId,StageName,CloseDate,eARR__c",
    "deal,First deal,harbor,Prospecting,2024-01-31,12345.67",
  ],
};

describe("stock jsforce, unpatched, works against the local org", () => {
  let org: TestOrg;
  let connection: jsforce.Connection;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED, pageSize: 1 });
    connection = new jsforce.Connection({
      instanceUrl: org.instanceUrl,
      accessToken: org.connection.accessToken,
      version: "66.0",
    });
  });
  afterAll(() => org.close());

  async function assertion(
    username: string,
    key = readFileSync(org.connection.privateKeyFile, "utf8"),
  ): Promise<string> {
    const jwt = new SignJWT({})
      .setProtectedHeader({ alg: "RS256" })
      .setIssuer(org.connection.clientId)
      .setSubject(username);
    return jwt.setAudience(org.instanceUrl).setExpirationTime("3m").sign(createPrivateKey(key));
  }

  async function logIn(body: Record<string, string>): Promise<{ status: number; body: Record<string, string> }> {
    const response = await fetch(`${org.instanceUrl}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  const JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  it("logs in by a signed assertion and says who it is", async () => {
    const username = org.connection.users["Partner_Account_Manager"]!;
    const { status, body } = await logIn({ grant_type: JWT, assertion: await assertion(username) });
    expect(status).toBe(200);
    const user = new jsforce.Connection({ instanceUrl: body["instance_url"]!, accessToken: body["access_token"]! });
    expect((await user.identity()).username).toBe(username);
  });

  it("refuses an assertion signed by another key", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const other = String(
      generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }),
    );
    const { status, body } = await logIn({
      grant_type: JWT,
      assertion: await assertion(org.connection.users["Partner_Account_Manager"]!, other),
    });
    expect([status, body["error"]]).toEqual([400, "invalid_grant"]);
  });

  it("refuses a user that does not exist", async () => {
    const { body } = await logIn({ grant_type: JWT, assertion: await assertion("nobody@example.com") });
    expect(body).toEqual({ error: "invalid_grant", error_description: "user hasn't approved this consumer" });
  });

  it("logs in by client credentials, and not with a wrong secret", async () => {
    const { clientId, clientSecret } = org.connection;
    const good = await logIn({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret });
    const bad = await logIn({ grant_type: "client_credentials", client_id: clientId, client_secret: "wrong" });
    expect([good.status, bad.status, bad.body["error"]]).toEqual([200, 400, "invalid_client"]);
  });

  it("queries, following nextRecordsUrl from page to page", async () => {
    const first = await connection.query<{ Name: string }>("SELECT Name FROM Account ORDER BY Name");
    expect([first.totalSize, first.done]).toEqual([2, false]);
    const second = await connection.queryMore<{ Name: string }>(first.nextRecordsUrl!);
    expect([...first.records, ...second.records].map((row) => row.Name)).toEqual([
      "Harbor Systems",
      "Lakeside Digital",
    ]);
  });

  it("creates, reads, updates, upserts and deletes a record", async () => {
    const created = await connection.sobject("Account").create({ Name: "New Partner" });
    expect(created.success).toBe(true);
    await connection.sobject("Account").update({ Id: created.id!, Phone: "555-0100" });
    expect(await connection.sobject("Account").retrieve(created.id!)).toMatchObject({
      Name: "New Partner",
      Phone: "555-0100",
    });
    await connection.sobject("Account").destroy(created.id!);
    await expect(connection.sobject("Account").retrieve(created.id!)).rejects.toMatchObject({ errorCode: "NOT_FOUND" });
  });

  it("upserts by external id: the first time it creates, the second time it updates", async () => {
    const partner = (await connection.query<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Harbor Systems'"))
      .records[0]!.Id;
    const service = await logIn({
      grant_type: JWT,
      assertion: await assertion(org.connection.users["Partner_Sync_Service"]!),
    });
    const benefits = new jsforce.Connection({
      instanceUrl: org.instanceUrl,
      accessToken: service.body["access_token"]!,
    }).sobject("Partner_Benefit__c");
    const row = { Partner__c: partner, Benefit__c: "Partner_Portal", Key__c: `${partner}:Partner_Portal` };
    const first = await benefits.upsert(row, "Key__c");
    const { Partner__c: _parent, ...again } = row;
    const second = await benefits.upsert({ ...again, Reason__c: "changed" }, "Key__c");
    expect([first, second]).toMatchObject([
      { success: true, created: true },
      { success: true, created: false },
    ]);
  });

  it("describes an object with its fields, picklists and children", async () => {
    const described = await connection.sobject("Opportunity_Partner__c").describe();
    const source = described.fields.find((field) => field.name === "Source__c")!;
    expect(source.picklistValues!.map((item: { value: string }) => item.value)).toEqual([
      "Twilio Sales",
      "Deal Registration",
    ]);
    const opportunity = await connection.sobject("Opportunity").describe();
    expect(opportunity.childRelationships.map((child) => child.relationshipName)).toContain("Opportunity_Partners__r");
  });

  it("answers a wrong field as Salesforce does", async () => {
    await expect(connection.query("SELECT Nope FROM Account")).rejects.toMatchObject({ errorCode: "INVALID_FIELD" });
  });

  it("reports limits, and the calls used in each answer's header", async () => {
    const limits = await connection.limits();
    expect(limits["DailyApiRequests"]!.Max).toBe(100_000);
    expect(connection.limitInfo.apiUsage!.used).toBeGreaterThan(0);
  });

  it("gives a fresh clock to whoever sets it, and to every answer", async () => {
    await fetch(`${org.instanceUrl}/local-org/clock`, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: '{"now":"2024-01-01T08:00:00Z"}',
    });
    const response = await fetch(`${org.instanceUrl}/services/data`);
    expect(response.headers.get("date")).toMatch(/^Mon, 01 Jan 2024 08:00:0\d GMT$/);
  });
});
