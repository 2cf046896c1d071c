import { runQuery } from "../../local-org/soql/runQuery.ts";
import { id, makeSalesDatabase } from "../support/salesFixture.ts";
import { salesSchema } from "../support/salesSchema.ts";

const db = makeSalesDatabase();
const everything = { canReadObject: () => true, canReadField: () => true };
const context = {
  access: everything,
  now: new Date("2023-05-02T06:00:00Z"),
  timeZone: "America/Los_Angeles",
  userId: id.ann,
  includeDeleted: false,
};

function names(text: string): unknown[] {
  return runQuery(db, salesSchema, text, context)
    .all()
    .map((record) => record.values["Name"]);
}

const accounts = (where: string): unknown[] => names(`SELECT Name FROM Account WHERE ${where} ORDER BY Id`);
const opportunities = (where: string): unknown[] => names(`SELECT Name FROM Opportunity WHERE ${where} ORDER BY Id`);

const ACME = "Acme";
const BANK = "Big Bank";
const SUB = "acme 100%_sub";

test.each([
  ["text ignores case", "Name = 'ACME'", [ACME]],
  ["an empty text means null", "Industry = ''", [SUB]],
  ["!= finds empty values too", "Industry != 'Banking'", [ACME, SUB]],
  ["!= null does not", "Industry != null", [ACME, BANK]],
  ["NOT IN finds empty values too", "Industry NOT IN ('Banking')", [ACME, SUB]],
  ["NOT IN with null does not", "Industry NOT IN ('Banking', null)", [ACME]],
  ["IN takes null", "Industry IN ('Banking', null)", [BANK, SUB]],
  ["LIKE ignores case", "Name LIKE 'ACME%'", [ACME, SUB]],
  ["LIKE's _ is one character", "Name LIKE 'Acm_'", [ACME]],
  ["LIKE takes escaped wildcards literally", "Name LIKE '%100\\%\\_s%'", [SUB]],
  ["LIKE's escape is no wildcard", "Name LIKE '%1\\_0%'", []],
  ["NOT has two values", "NOT Industry LIKE 'B%'", [ACME, SUB]],
  ["NOT around alternatives", "NOT (Name = 'Acme' OR Industry = 'Banking')", [SUB]],
  ["AND with parentheses", "Name LIKE 'a%' AND (Industry = null OR Industry = 'Banking')", [SUB]],
  ["multi-select equals in any order", "Focus__c = 'Flex;Voice'", [ACME]],
  ["INCLUDES: semicolon is and", "Focus__c INCLUDES ('Voice;Flex')", [ACME]],
  ["INCLUDES: all must be there", "Focus__c INCLUDES ('Voice;Segment')", []],
  ["INCLUDES: comma is or", "Focus__c INCLUDES ('Flex', 'segment')", [ACME, BANK]],
  ["EXCLUDES finds empty values too", "Focus__c EXCLUDES ('Flex')", [BANK, SUB]],
  ["a checkbox that is null is unchecked", "IsPartner__c = null", [BANK, SUB]],
  ["a checkbox", "IsPartner__c = true", [ACME]],
  ["18 digits are compared exactly", "AnnualRevenue = 9999999999999999.99", [ACME]],
  ["and not nearly", "AnnualRevenue > 9999999999999999.98", [ACME]],
  ["more than 64 bits are compared, too", "AnnualRevenue < 99999999999999999999999", [ACME, BANK]],
  ["15-character ids match", `Id = '${id.acme.slice(0, 15)}'`, [ACME]],
  ["lower-case 18-character ids match", `Id = '${id.acme.toLowerCase()}'`, [ACME]],
  ["ids in lists", `Id IN ('${id.acme.slice(0, 15)}', '${id.bank}')`, [ACME, BANK]],
  ["ids sort", `Id > '${id.acme}'`, [BANK, SUB]],
  ["a parent's value", "Parent.Name = 'acme'", [SUB]],
  ["a missing parent's value is null", "Parent.Name = null", [ACME, BANK]],
  ["a missing parent's checkbox is unchecked", "Parent.IsPartner__c = false", [ACME, BANK]],
  ["two levels up", "Parent.Owner.Name LIKE 'ann%'", [SUB]],
  ["an alias of the object", "Account.Name = 'acme'", [ACME]],
  ["semi-join", "Id IN (SELECT AccountId FROM Contact WHERE Email != null)", [ACME]],
  [
    "semi-join beside alternatives",
    "(Name = 'Acme' OR Name = 'Sub') AND Id IN (SELECT AccountId FROM Contact WHERE Email != null)",
    [ACME],
  ],
  ["anti-join ignores nulls in the list", "Id NOT IN (SELECT AccountId FROM Contact)", [BANK, SUB]],
  ["semi-join on a reference", "ParentId IN (SELECT Id FROM Account WHERE IsPartner__c = true)", [SUB]],
])("%s: %s", (_rule, where, expected) => {
  expect(accounts(where)).toEqual(expected);
});

const BIG = "Big";
const SMALL = "Small";
const OPEN = "Open";

test.each([
  ["Amount > 1.005", [BIG]],
  ["Amount >= 0.999", [BIG, SMALL]],
  ["Amount < 1.001", [SMALL]],
  ["Amount <= 1.00", [SMALL]],
  ["Amount = 1.005", []],
  ["Amount = 1", [SMALL]],
  ["Amount = 1.000", [SMALL]],
  ["Amount != 1.005", [BIG, SMALL, OPEN]],
  ["Amount > -0.001", [BIG, SMALL]],
  ["Amount IN (1.0, 200000.50)", [BIG, SMALL]],
  ["Probability = 25.5", [SMALL]],
])("decimals beyond the scale: %s", (where, expected) => {
  expect(opportunities(where)).toEqual(expected);
});

test.each([
  // In Los Angeles it is still the first of May.
  ["CloseDate = TODAY", [BIG]],
  ["CloseDate = YESTERDAY", [SMALL]],
  ["CloseDate < TODAY", [SMALL, OPEN]],
  ["CloseDate = THIS_MONTH", [BIG]],
  ["CloseDate = LAST_MONTH", [SMALL]],
  ["CloseDate = THIS_YEAR", [BIG, SMALL]],
  ["CloseDate = LAST_YEAR", [OPEN]],
  ["CloseDate = LAST_N_DAYS:1", [BIG, SMALL]],
  ["CloseDate = N_DAYS_AGO:1", [SMALL]],
  ["CloseDate != THIS_YEAR", [OPEN]],
  ["CloseDate IN (TODAY, LAST_YEAR)", [BIG, OPEN]],
  ["CloseDate = LAST_N_QUARTERS:2", [OPEN]],
  ["CloseDate = 2023-05-01", [BIG]],
  ["CloseDate >= 2023-04-30", [BIG, SMALL]],
  ["CreatedDate = 2023-02-15T13:00:00+01:00", [SMALL]],
  ["CreatedDate > 2023-01-15T23:29:59Z", [BIG, SMALL]],
  ["CALENDAR_YEAR(CreatedDate) = 2022", [OPEN]],
  ["CALENDAR_QUARTER(CloseDate) IN (2, 4)", [BIG, SMALL, OPEN]],
  ["DAY_ONLY(CreatedDate) = 2023-01-15", [BIG]],
  ["HOUR_IN_DAY(convertTimezone(CreatedDate)) = 15", [BIG]],
  ["DAY_IN_WEEK(CloseDate) = 2", [BIG]],
  ["DAY_IN_YEAR(CloseDate) = 121", [BIG]],
  ["WEEK_IN_MONTH(CloseDate) = 5", [SMALL]],
])("dates: %s", (where, expected) => {
  expect(opportunities(where)).toEqual(expected);
});

test("a day of the user's zone bounds a datetime", () => {
  expect(accounts("CreatedDate = TODAY")).toEqual([]);
  // 06:30 UTC is the evening before in Los Angeles.
  expect(accounts("CreatedDate = YESTERDAY")).toEqual([ACME]);
  expect(accounts("CreatedDate = LAST_MONTH")).toEqual([ACME]);
});

test("deleted records appear to queryAll alone", () => {
  expect(names("SELECT Name FROM Account WHERE Name = 'Gone'")).toEqual([]);
  const all = runQuery(db, salesSchema, "SELECT Name FROM Account WHERE Name = 'Gone'", {
    ...context,
    includeDeleted: true,
  });
  expect(all.count()).toBe(1);
});

test("the scope mine means the user's own", () => {
  expect(names("SELECT Name FROM Account USING SCOPE mine")).toEqual([ACME]);
});
