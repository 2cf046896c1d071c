import type { Field, ObjectSchema } from "../../local-org/metadata/schema.ts";
import { SalesforceError } from "../../local-org/salesforceError.ts";
import { runQuery } from "../../local-org/soql/runQuery.ts";
import { id, makeSalesDatabase } from "../support/salesFixture.ts";
import { salesSchema } from "../support/salesSchema.ts";

const db = makeSalesDatabase();
const everything = { canReadObject: () => true, canReadField: () => true };
const context = {
  access: everything,
  now: new Date(0),
  timeZone: "UTC",
  userId: id.ann,
  includeDeleted: false,
};

function fault(text: string, options: object = {}): string {
  try {
    runQuery(db, salesSchema, text, { ...context, ...options }).all();
  } catch (error) {
    if (error instanceof SalesforceError) return `${error.errorCode}: ${error.message}`;
    throw error;
  }
  return "no error";
}

test.each([
  ["SELECT Id FORM Account", "unexpected token: 'FORM'"],
  ["SELECT Id FROM Account WHERE", "unexpected token: 'WHERE'"],
  ["SELECT Id FROM", "unexpected token: '<EOF>'"],
  ["SELECT FROM Account", "unexpected token: 'FROM'"],
  ["SELECT Id, FROM Account", "unexpected token: 'FROM'"],
  ["SELECT Id FROM Account LIMIT x", "unexpected token: 'x'"],
  ["SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'", "unexpected token: 'OR'"],
  ["SELECT Id FROM Account;", "unexpected token: ';'"],
  ["SELECT Id FROM Account // now", "unexpected token: '/'"],
  ["SELECT Id FROM Account WHERE Name = :name", "unexpected token: ':'"],
  ["SELECT Id FROM Account LIMIT :n", "unexpected token: ':'"],
  ["SELECT Id FROM Account WHERE Name = 'x", "not closed"],
  ["SELECT Id FROM Account WHERE Name = 'a\\q'", "invalid string escape"],
  ["SELECT Id FROM Account ALL ROWS", "ALL ROWS"],
  ["SELECT Id FROM Account WHERE Enrolled__c = 2023-02-30", "invalid date"],
  ["SELECT COUNT(), Id FROM Account", "COUNT() must be the only element"],
  ["SELECT Name FROM Account GROUP BY Industry", "Field must be grouped or aggregated: Name"],
  ["SELECT COUNT(Id) FROM Account ORDER BY Name", "Field must be grouped or aggregated: Name"],
  ["SELECT Name n FROM Account", "only aggregate expressions use field aliasing"],
  ["SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue", "can not be grouped in a query call"],
  ["SELECT SUM(Name) FROM Account", "does not support aggregate operator SUM"],
  ["SELECT Id FROM Account ORDER BY Description", "can not be sorted in a query call"],
  ["SELECT FIELDS(ALL) FROM Account", "must have a LIMIT of at most 200"],
  ["SELECT FIELDS(ALL) FROM Account LIMIT 201", "must have a LIMIT of at most 200"],
  ["SELECT Id FROM Account WHERE COUNT(Id) > 1", "HAVING"],
  ["SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account", "more than 5 levels"],
  ["SELECT Id FROM Account WHERE Name IN (SELECT Name FROM Contact)", "ID or reference"],
  [
    "SELECT Id FROM Account WHERE Name = 'a' OR Id IN (SELECT AccountId FROM Contact)",
    "Semi join sub-selects are not allowed with the 'OR' operator",
  ],
  [
    "SELECT Id FROM Account WHERE (Id IN (SELECT AccountId FROM Contact)) AND Name = 'a'",
    "only allowed at the top level WHERE expressions and not in nested WHERE expressions",
  ],
  [
    "SELECT Id FROM Account WHERE (Name = 'a' AND Id NOT IN (SELECT AccountId FROM Contact)) AND Name = 'b'",
    "only allowed at the top level",
  ],
  ["SELECT Id FROM Account WHERE NOT Id IN (SELECT AccountId FROM Contact)", "only allowed at the top level"],
  ["SELECT Id FROM Account WHERE Id IN (SELECT Opportunity__c FROM Opportunity_Partner__c)", "same object type"],
])("MALFORMED_QUERY: %s", (text, message) => {
  expect(fault(text)).toMatch(/^MALFORMED_QUERY: /);
  expect(fault(text)).toContain(message);
});

test.each([
  ["SELECT Foo FROM Account", "No such column 'Foo' on entity 'Account'"],
  ["SELECT Account.Foo FROM Contact", "No such column 'Foo' on entity 'Account'"],
  ["SELECT Boss.Name FROM Account", "Didn't understand relationship 'Boss' in field path"],
  ["SELECT Id, Name, id FROM Account", "duplicate field selected: Id"],
  ["SELECT FIELDS(STANDARD), Name FROM Account", "duplicate field selected: Name"],
  ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
  [
    "SELECT Id FROM Account WHERE Name = 1",
    "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
  ],
  ["SELECT Id FROM Account WHERE AnnualRevenue = '1'", "must be of type double and should not be enclosed in quotes"],
  ["SELECT Id FROM Account WHERE IsPartner__c = 'true'", "must be of type boolean"],
  ["SELECT Id FROM Account WHERE Enrolled__c = 2023-01-01T00:00:00Z", "must be of type date "],
  ["SELECT Id FROM Account WHERE CreatedDate = 2023-01-01", "must be of type dateTime"],
  ["SELECT Id FROM Opportunity WHERE HOUR_IN_DAY(CloseDate) = 1", "cannot be used in HOUR_IN_DAY()"],
])("INVALID_FIELD: %s", (text, message) => {
  expect(fault(text)).toMatch(/^INVALID_FIELD: /);
  expect(fault(text)).toContain(message);
});

test("an unknown column is shown in its place", () => {
  expect(fault("SELECT Foo FROM Account")).toBe(
    "INVALID_FIELD: \nSELECT Foo FROM Account\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
  );
});

test.each([
  ["SELECT Id FROM Foo", "INVALID_TYPE: sObject type 'Foo' is not supported."],
  ["SELECT (SELECT Id FROM Foos) FROM Account", "Didn't understand relationship 'Foos' in FROM part of query call"],
  [
    "SELECT Id FROM Account OFFSET 2001",
    "NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed for apiName Account is 2000",
  ],
  ["SELECT Id FROM Account WHERE Id = 'abc'", "INVALID_QUERY_FILTER_OPERATOR"],
  ["SELECT Id FROM Account WHERE Id LIKE '001%'", "INVALID_QUERY_FILTER_OPERATOR"],
  ["SELECT Id FROM Account WHERE IsPartner__c > true", "INVALID_QUERY_FILTER_OPERATOR"],
  ["SELECT Id FROM Account WHERE Score__c = 1", "((filtering on the formula field Account.Score__c"],
  ["SELECT Id FROM Account ORDER BY Score__c", "((ordering by the formula field"],
  ["SELECT Score__c FROM Account", "((selecting the formula field"],
  ["SELECT FORMAT(AnnualRevenue) FROM Account", "((FORMAT() in SOQL"],
  ["SELECT Name, COUNT(Id) FROM Account GROUP BY ROLLUP(Name)", "((GROUP BY ROLLUP or CUBE"],
  ["SELECT TYPEOF Owner WHEN User THEN Name END FROM Account", "((TYPEOF"],
  ["SELECT Id FROM Account WITH SECURITY_ENFORCED", "((the WITH clause"],
  ["SELECT Id FROM Account USING SCOPE team", "((USING SCOPE team"],
])("%s is refused: %s", (text, message) => {
  expect(fault(text)).toContain(message);
});

test.each([
  [
    "SELECT Id, (SELECT Id FROM Contacts) FROM Account",
    "Aggregate Relationships not supported in Bulk V2 Query with CSV content type",
  ],
  ["SELECT COUNT(Id) FROM Account", "not supported in Bulk V2 Query"],
  ["SELECT COUNT() FROM Account", "not supported in Bulk V2 Query"],
  ["SELECT Name FROM Account GROUP BY Name", "GROUP BY not supported"],
  ["SELECT Id FROM Account OFFSET 5", "OFFSET not supported"],
])("the Bulk API refuses %s", (text, message) => {
  expect(fault(text, { isBulk: true })).toContain(message);
  expect(fault(text, { isBulk: true })).toMatch(/^API_ERROR/);
});

describe("what a user may not read is as if it were not there", () => {
  const access = {
    canReadObject: (object: ObjectSchema) => object.name !== "Contact",
    canReadField: (_object: ObjectSchema, field: Field) => field.name !== "AnnualRevenue",
  };
  test.each([
    ["SELECT Id FROM Contact", "INVALID_TYPE: sObject type 'Contact' is not supported."],
    ["SELECT (SELECT Id FROM Contacts) FROM Account", "Didn't understand relationship 'Contacts'"],
    ["SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)", "INVALID_TYPE"],
    ["SELECT AnnualRevenue FROM Account", "No such column 'AnnualRevenue'"],
    ["SELECT Id FROM Account WHERE AnnualRevenue > 1", "No such column 'AnnualRevenue'"],
    ["SELECT Id FROM Account ORDER BY AnnualRevenue", "No such column 'AnnualRevenue'"],
    ["SELECT SUM(AnnualRevenue) FROM Account", "No such column 'AnnualRevenue'"],
    ["SELECT Account.AnnualRevenue FROM Opportunity", "No such column 'AnnualRevenue'"],
  ])("%s", (text, message) => {
    expect(fault(text, { access })).toContain(message);
  });
});
