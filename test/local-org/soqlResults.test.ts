import type { QueryRecord } from "../../local-org/soql/decodeRow.ts";
import { printRecord } from "../../local-org/soql/printRecord.ts";
import { runQuery } from "../../local-org/soql/runQuery.ts";
import { id, makeSalesDatabase } from "../support/salesFixture.ts";
import { salesSchema } from "../support/salesSchema.ts";

const db = makeSalesDatabase();
const everything = { canReadObject: () => true, canReadField: () => true };
const context = {
  access: everything,
  now: new Date("2023-05-02T06:00:00Z"),
  timeZone: "UTC",
  userId: id.ann,
  includeDeleted: false,
};

const query = (text: string) => runQuery(db, salesSchema, text, context);
const values = (text: string) =>
  query(text)
    .all()
    .map((record) => record.values);

test("values keep their digits and the schema's spelling", () => {
  expect(values("select NAME, annualrevenue from ACCOUNT where id = '" + id.acme + "'")).toEqual([
    { Name: "Acme", AnnualRevenue: "9999999999999999.99" },
  ]);
});

test("parents nest, and a missing one is null", () => {
  const text =
    "SELECT Name, Account.Name, Account.Owner.Name, Account.IsPartner__c FROM Opportunity WHERE Name != 'Small' ORDER BY Name";
  const [big, open] = query(text).all();
  expect(big).toEqual({
    type: "Opportunity",
    id: id.big,
    values: {
      Name: "Big",
      Account: {
        type: "Account",
        id: id.acme,
        values: {
          Name: "Acme",
          Owner: { type: "User", id: id.ann, values: { Name: "Ann Adams" } },
          IsPartner__c: true,
        },
      },
    },
  });
  expect(open?.values["Account"]).toBeNull();
});

test("child subqueries nest, keep their order and 18 digits", () => {
  const text = `SELECT Name, (SELECT Name, Amount, IsWon, Account.AnnualRevenue FROM Opportunities WHERE Amount != null ORDER BY Amount LIMIT 5),
    (SELECT Id FROM Contacts) FROM Account WHERE Name IN ('Acme', 'Big Bank') ORDER BY Name`;
  const [acme, bank] = query(text).all();
  const revenue = {
    type: "Account",
    id: id.acme,
    values: { AnnualRevenue: "9999999999999999.99" },
  };
  expect(acme?.values["Opportunities"]).toEqual([
    {
      type: "Opportunity",
      id: id.small,
      values: { Name: "Small", Amount: "1.00", IsWon: true, Account: revenue },
    },
    {
      type: "Opportunity",
      id: id.big,
      values: {
        Name: "Big",
        Amount: "200000.50",
        IsWon: true,
        Account: revenue,
      },
    },
  ]);
  expect(bank?.values["Contacts"]).toEqual([]);
});

test("child subqueries go down two levels", () => {
  const text =
    "SELECT (SELECT Name, (SELECT Credit__c FROM Opportunity_Partners__r) FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'Acme'";
  const opportunities = query(text).all()[0]?.values["Opportunities"] as QueryRecord[];
  expect(opportunities[0]?.values["Opportunity_Partners__r"]).toEqual([
    {
      type: "Opportunity_Partner__c",
      id: id.p1,
      values: { Credit__c: "1.5000" },
    },
  ]);
});

test("a record prints as the REST API prints it", () => {
  const prepared = query(
    "SELECT Name, Amount, Probability, CreatedDate, Account.NumberOfEmployees, Account.AnnualRevenue FROM Opportunity WHERE Name = 'Big'",
  );
  const text = printRecord(prepared.all()[0]!, prepared.compiled.shape, {
    urlOf: (type, recordId) => `/x/${type}/${recordId}`,
  });
  expect(text).toBe(
    `{"attributes":{"type":"Opportunity","url":"/x/Opportunity/${id.big}"},"Name":"Big","Amount":200000.5,"Probability":100.0,"CreatedDate":"2023-01-15T23:30:00.000+0000","Account":{"attributes":{"type":"Account","url":"/x/Account/${id.acme}"},"NumberOfEmployees":10,"AnnualRevenue":9999999999999999.99}}`,
  );
});

test("cells print as the Bulk API prints them, under the header of the SELECT", () => {
  const prepared = runQuery(
    db,
    salesSchema,
    "SELECT Id, opportunity__r.closedate, Credit__c, Opportunity__r.IsWon, Opportunity__r.CreatedDate, Opportunity__r.Account.Parent.Name FROM Opportunity_Partner__c ORDER BY Id LIMIT 1",
    { ...context, isBulk: true },
  );
  expect(prepared.compiled.columns.map((column) => column.name)).toEqual([
    "Id",
    "Opportunity__r.CloseDate",
    "Credit__c",
    "Opportunity__r.IsWon",
    "Opportunity__r.CreatedDate",
    "Opportunity__r.Account.Parent.Name",
  ]);
  expect([...prepared.cells()]).toEqual([[id.p1, "2023-05-01", "1.5", "true", "2023-01-15T23:30:00.000Z", ""]]);
});

test("pages come from the held ids, in their order", () => {
  const prepared = query("SELECT Name, Account.Name FROM Opportunity WHERE Name != 'x' ORDER BY Name DESC");
  const ids = prepared.ids();
  expect(ids).toEqual([id.small, id.open, id.big]);
  expect(prepared.page(ids.slice(1)).map((record) => record.values["Name"])).toEqual(["Open", "Big"]);
  expect(prepared.count()).toBe(3);
});

test("pages of queries with parameters in the select list", () => {
  const prepared = query(
    "SELECT Name, (SELECT Name FROM Opportunities WHERE Name LIKE 'B%') FROM Account WHERE Name = 'Acme'",
  );
  expect(prepared.page(prepared.ids())[0]?.values["Opportunities"]).toHaveLength(1);
});

test("FIELDS() gives every readable field of the kind", () => {
  const [record] = query("SELECT FIELDS(STANDARD) FROM Contact WHERE Name = 'Zoe'").all();
  expect(Object.keys(record!.values)).toEqual(["Id", "Name", "Email", "AccountId", "IsDeleted"]);
  expect(Object.keys(values("SELECT FIELDS(CUSTOM) FROM Opportunity_Partner__c LIMIT 1")[0]!)).toEqual([
    "Credit__c",
    "Opportunity__c",
    "Partner__c",
  ]);
});
