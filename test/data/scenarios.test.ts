/** Each named partner of the sample shows what its sentence says, after one run over the whole sample. */
import type { ExpectedCredit, Scenario } from "../../data/sampleProgramme/scenario.ts";
import { allScenarios } from "../../data/sampleProgramme/scenarios/allScenarios.ts";
import { type Fields, sampleOrg, type SampleOrg } from "./sampleOrg.ts";

const oldest = "ORDER BY CreatedDate, Id";
const named = allScenarios.map((scenario): [string, Scenario] => [scenario.partner.name, scenario]);

let org: SampleOrg;
beforeAll(async () => {
  org = await sampleOrg();
});
afterAll(() => org.close());

test("the run goes through: no guard holds it, no row fails", () => {
  expect(org.result).toMatchObject({ exitCode: 0, status: "Completed", held: null, rowsFailed: 0 });
});

test("five closings lie on the edge of a rule", () => {
  // Latchford (five minutes late), Tidewell (marked won in January), Ravenscarp (reopened to attach), Fairhaven and Edgewick (date to come).
  expect(org.result.boundaryCases).toBe(5);
});

test("every verdict, benefit status, membership and tier occurs", async () => {
  const values = async (object: string, field: string) => {
    const rows = await org.records(`SELECT ${field} FROM ${object} WHERE ${field} != null GROUP BY ${field}`);
    return rows.map((row) => row[field]);
  };
  expect(await values("Opportunity_Partner__c", "Credit_Status__c")).toHaveLength(4);
  expect(await values("Opportunity_Partner__c", "Credit_Reason__c")).toHaveLength(7);
  expect(await values("Partner_Benefit__c", "Status__c")).toHaveLength(6);
  expect(await values("Account", "Partner_Status__c")).toHaveLength(4);
  expect(await values("Account", "Partner_Tier__c")).toHaveLength(5);
  expect(await values("Deal_Registration__c", "Status__c")).toHaveLength(7);
});

test.each(named)("%s: the account", async (name, { expected }) => {
  const fields = Object.keys(expected.account);
  const [row] = await org.records(`SELECT ${fields.join(", ")} FROM Account WHERE Name = '${name}'`);
  expect(Object.fromEntries(fields.map((field) => [field, textOf(row?.[field], expected.account[field])]))).toEqual(
    expected.account,
  );
});

const explained = named.filter(([, { expected }]) => expected.explains !== undefined);

test.each(explained)("%s: the explanation cites the rule", async (name, { expected }) => {
  const [row] = await org.records(`SELECT Partner_Tier_Explanation__c FROM Account WHERE Name = '${name}'`);
  for (const rule of expected.explains ?? []) expect(row?.["Partner_Tier_Explanation__c"]).toContain(`(${rule})`);
});

test.each(named)("%s: the credit of its deals", async (name, { deals, expected }) => {
  for (const { key, title } of deals) {
    const wanted = (expected.credits ?? []).filter(({ deal }) => deal === key);
    if (wanted.length === 0) continue;
    const rows = await org.records(
      `SELECT Partner__r.Name, Credit_Status__c, Credit_Reason__c, Credit_eARR__c, Is_Resale_Unauthorized__c FROM Opportunity_Partner__c WHERE Opportunity__r.Name = '${quoted(`${name}: ${title}`)}' ${oldest}`,
    );
    expect(rows.map((row, index) => creditOf(row, wanted[index]))).toEqual(
      wanted.map((credit) => filled(credit, name)),
    );
  }
});

test.each(named)("%s: its benefits", async (name, { expected, partner }) => {
  const rows = await org.records(
    `SELECT Benefit__c, Status__c FROM Partner_Benefit__c WHERE Partner__r.Name = '${name}'`,
  );
  const found = Object.fromEntries(
    rows.map((row): [string, unknown] => [row["Benefit__c"] as string, row["Status__c"]]),
  );
  expect(found).toMatchObject(expected.benefits ?? {});
  expect(rows).toHaveLength(partner.status === "Applicant" ? 0 : 17);
});

test.each(named)("%s: its reviews and registrations", async (name, { expected }) => {
  const reviews = await org.records(
    `SELECT Type__c FROM Partner_Tier_Review__c WHERE Partner__r.Name = '${name}' AND As_Of_Date__c = 2023-12-15 ORDER BY Id`,
  );
  expect(reviews.map((row) => row["Type__c"]).sort()).toEqual([...(expected.reviews ?? [])].sort());
  const counts = await org.records(
    `SELECT Status__c, COUNT(Id) n FROM Deal_Registration__c WHERE Partner__r.Name = '${name}' GROUP BY Status__c`,
  );
  const wanted = Object.values(expected.registrations ?? {});
  const found = new Map(counts.map((row) => [row["Status__c"], row["n"]]));
  for (const status of new Set(wanted))
    expect([status, found.get(status)]).toEqual([status, wanted.filter((other) => other === status).length]);
});

function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}

/** As the expectation writes it: amounts with cents, a blank as nothing. */
function textOf(value: unknown, wanted: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return wanted?.includes(".") ? value.toFixed(2) : value.toString();
  return JSON.stringify(value).replaceAll('"', "");
}

function creditOf(row: Fields, wanted: ExpectedCredit | undefined) {
  const flag =
    wanted?.isResaleUnauthorized === undefined ? {} : { isResaleUnauthorized: row["Is_Resale_Unauthorized__c"] };
  return {
    partner: (row["Partner__r"] as Fields)["Name"],
    status: row["Credit_Status__c"],
    reason: row["Credit_Reason__c"],
    earr: Number(row["Credit_eARR__c"]).toFixed(2),
    ...flag,
  };
}

function filled({ partner, status, reason, earr, isResaleUnauthorized }: ExpectedCredit, name: string) {
  const other = allScenarios.find((scenario) => scenario.partner.label === partner);
  return {
    partner: other?.partner.name ?? name,
    status,
    reason: reason ?? null,
    earr: earr ?? "0.00",
    ...(isResaleUnauthorized === undefined ? {} : { isResaleUnauthorized }),
  };
}
