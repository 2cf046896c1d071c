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
const firstColumn = (text: string) => values(text).map((record) => Object.values(record)[0]);

test.each([
  ["nulls first ascending", "SELECT Name FROM Opportunity ORDER BY Amount", ["Open", "Small", "Big"]],
  ["nulls first descending, too", "SELECT Name FROM Opportunity ORDER BY Amount DESC", ["Open", "Big", "Small"]],
  ["nulls last where asked", "SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS LAST", ["Big", "Small", "Open"]],
  [
    "picklists in the order of their values",
    "SELECT Name FROM Account ORDER BY Industry NULLS LAST",
    ["Acme", "Big Bank", "acme 100%_sub"],
  ],
  ["text ignoring case", "SELECT Name FROM Account ORDER BY Name DESC", ["Big Bank", "acme 100%_sub", "Acme"]],
  [
    "by a parent's field",
    "SELECT Name FROM Opportunity ORDER BY Account.Name NULLS LAST, Name",
    ["Big", "Small", "Open"],
  ],
  ["LIMIT and OFFSET", "SELECT Name FROM Opportunity ORDER BY Name LIMIT 1 OFFSET 1", ["Open"]],
  ["labels", "SELECT toLabel(Industry) FROM Account ORDER BY Industry", [null, "Tech", "Banking"]],
  ["an alias of the object", "SELECT o.Name FROM Opportunity o WHERE o.IsWon = false", ["Open"]],
  ["an alias of a relationship", "SELECT c.Name FROM Contact c, c.Account a WHERE a.Name = 'Acme'", ["Zoe"]],
])("%s", (_rule, text, expected) => {
  expect(firstColumn(text)).toEqual(expected);
});

test.each([
  ["sums are exact", "SELECT SUM(Amount) total FROM Opportunity", [{ total: "200001.50" }]],
  ["averages", "SELECT AVG(Amount) FROM Opportunity", [{ expr0: "100000.75" }]],
  [
    "long averages end after 18 digits",
    "SELECT AVG(Credit__c), COUNT(Id) FROM Opportunity_Partner__c",
    [{ expr0: "1.00005", expr1: "2" }],
  ],
  ["18 digits do not overflow", "SELECT SUM(AnnualRevenue) FROM Account", [{ expr0: "10000000000000000.99" }]],
  ["no rows, no sum", "SELECT SUM(Amount), COUNT(Id) FROM Opportunity WHERE Name = 'x'", [{ expr0: null, expr1: "0" }]],
  [
    "groups",
    "SELECT Account.Name, COUNT(Id), MAX(CloseDate) latest FROM Opportunity GROUP BY Account.Name ORDER BY COUNT(Id) DESC",
    [
      { Name: "Acme", expr0: "2", latest: "2023-05-01" },
      { Name: null, expr0: "1", latest: "2022-11-11" },
    ],
  ],
  [
    "groups by date function",
    "SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) HAVING COUNT(Id) > 1",
    [{ expr0: "2023", expr1: "2" }],
  ],
  [
    "HAVING on an average is exact",
    "SELECT IsWon FROM Opportunity GROUP BY IsWon HAVING AVG(Amount) = 100000.750",
    [{ IsWon: true }],
  ],
  ["distinct", "SELECT COUNT_DISTINCT(AccountId) n FROM Opportunity", [{ n: "1" }]],
])("%s: %s", (_rule, text, expected) => {
  expect(values(text)).toEqual(expected);
});

test("COUNT() is a number without records", () => {
  const prepared = query("SELECT COUNT() FROM Opportunity WHERE IsWon = true");
  expect([prepared.count(), prepared.all()]).toEqual([2, []]);
  expect(query("SELECT COUNT() FROM Opportunity LIMIT 1").count()).toBe(1);
});

test("formula fields are computed after fetching", () => {
  const prepared = runQuery(db, salesSchema, "SELECT Score__c, Parent.Score__c FROM Account WHERE ParentId != null", {
    ...context,
    formulaValue: (object, field, recordId) => `${object}.${field}:${recordId === id.acme ? "up" : "here"}`,
  });
  expect(prepared.all()[0]?.values).toMatchObject({
    Score__c: "Account.Score__c:here",
    Parent: { values: { Score__c: "Account.Score__c:up" } },
  });
});
