import type { FieldType, FieldValue } from "../../local-org/metadata/schema.ts";
import type { FormulaOptions } from "../../local-org/formulas/compileFormula.ts";
import { evaluate, RECORD } from "../support/formulaFixture.ts";

const flow: Partial<FormulaOptions> = { extraVariables: new Map([["Total", { type: "double" }]]) };

test.each<[string, string, FieldType, FieldValue]>([
  ["18 digits survive a comparison", "Amount__c = 1234567890123456.78", "boolean", true],
  ["and tell a cent", "Amount__c > 1234567890123456.77", "boolean", true],
  ["and addition", "Amount__c + 0.01", "currency", "1234567890123456.79"],
  ["and multiplication", "Amount__c * 3", "currency", "3703703670370370.34"],
  ["a quotient comes back", "(1 / 9) * 9 = 1 && FLOOR((1 / 9) * 9) = 1", "boolean", true],
  [
    "products of 18 digits are exact",
    "123456789012345678 * 987654321098765432 = 121932631137021794322511812221002896",
    "boolean",
    true,
  ],
  ["numbers without decimals", "Count__c ^ 2", "int", "9"],
  ["powers of fractions", "4 ^ 0.5", "int", "2"],
  ["a percent counts as its hundredth", "Discount__c * 200", "int", "91"],
  ["and a percent result as its hundredfold", "Discount__c / 2", "percent", "22.75"],
  ["rounding is half away from zero", "ROUND(-1.255, 2)", "double", "-1.26"],
  ["truncation", "TRUNC(-1.259, 2)", "double", "-1.25"],
  ["rounding before the point", "ROUND(1250, -2)", "double", "1300"],
  ["ceiling and floor look past the sign", "CEILING(-1.5) + FLOOR(-1.5) * 10", "double", "-12"],
  ["remainders", "MOD(10, 3)", "int", "1"],
  ["exponentials of fractions", "ROUND(EXP(0.5), 6)", "double", "1.648721"],
  ["the greatest of several", "MAX(1, Count__c, 2)", "int", "3"],
  ["texts join", 'Name & " / " & TEXT(Count__c)', "string", "Deal / 3"],
  ["quotes of the other kind", "\"it's\" & '\"'", "string", "it's\""],
  ["text functions", 'LEFT("abcdef", 2) & MID("abcdef", 3, 2) & RIGHT("abcdef", 2)', "string", "abcdef"],
  ["padding", 'LPAD(TEXT(Count__c), 3, "0")', "string", "003"],
  ["a picklist's value", 'ISPICKVAL(Stage__c, "Won")', "boolean", true],
  ["a picklist as text", 'TEXT(Stage__c) = "won"', "boolean", false],
  ["a picklist in CASE", 'CASE(Stage__c, "New", 1, "Won", 2, 3)', "int", "2"],
  ["a multi-select", 'INCLUDES(Focus__c, "Flex")', "boolean", true],
  ["conditions", 'IF(AND(IsOpen__c, NOT(Count__c < 3)), "yes", "no")', "string", "yes"],
  ["operators for conditions", 'IsOpen__c && (Count__c <> 3 || Name == "Deal")', "boolean", true],
  ["lower-case function names", 'if(isblank(name), "a", upper(name))', "string", "DEAL"],
  ["comments", "/* one */ 1 + /* two */ 1", "int", "2"],
  ["regular expressions match the whole", 'REGEX("ab-12", "[a-z]+-\\\\d{2}")', "boolean", true],
  ["or do not", 'REGEX("ab-123", "[a-z]+-\\\\d{2}")', "boolean", false],
  ["numbers from text", 'VALUE("12.5") + 1', "double", "13.5"],
  ["no number from text", 'ISBLANK(VALUE("x"))', "boolean", true],
  ["today is the org's", "TODAY()", "date", "2023-05-01"],
  ["now is the org's", "NOW()", "datetime", "2023-05-02T06:00:00.000Z"],
  ["a datetime's day is the user's", "DATEVALUE(Sent__c)", "date", "2023-05-01"],
  ["the hour is Greenwich's", "HOUR(TIMEVALUE(Sent__c))", "int", "5"],
  ["days between", "Close__c - TODAY()", "int", "30"],
  ["days added", "TODAY() + 30", "date", "2023-05-31"],
  ["parts of days between moments", "(NOW() - Sent__c) * 24", "double", "0.5"],
  ["the end of a month stays one", "ADDMONTHS(Close__c, 1)", "date", "2023-06-30"],
  ["dates are put together", "DATE(YEAR(Close__c), 2, 28)", "date", "2023-02-28"],
  ["impossible dates are blank", "ISBLANK(DATE(2023, 2, 29))", "boolean", true],
  ["weekdays count from Sunday", "WEEKDAY(Close__c)", "int", "4"],
  ["dates compare", "Close__c > DATE(2023, 5, 30)", "boolean", true],
  ["datetimes print in UTC", "TEXT(Sent__c)", "string", "2023-05-02 05:30:00Z"],
  ["parents", 'Account__r.Name & " of " & Account__r.Owner.Name', "string", "Acme of Ann"],
  ["ids have 15 characters", "Account__c", "string", "001000000000001"],
  ["unless made safe", "CASESAFEID(Account__c)", "string", "001000000000001AAA"],
  ["or wanted as a reference", "$User.Id", "reference", "005000000000001AAA"],
  ["permissions", "$Permission.Manage", "boolean", true],
  ["labels", "$Label.Greeting", "string", "Hello"],
  ["policy rows", "$CustomMetadata.Policy__mdt.Main.Limit__c + 1", "double", "11"],
  ["merge fields of flows", "{!$Record.Count__c} + {!Total}", "double", "8"],
  [
    "a flow's clock",
    "TEXT({!$Flow.CurrentDateTime}) & TEXT({!$Flow.CurrentDate})",
    "string",
    "2023-05-02 06:00:00Z2023-05-01",
  ],
  ["a default", '"New"', "picklist", "New"],
  ["a checkbox's default", "false", "boolean", false],
  ["division by zero is blank", "1 / 0", "double", null],
  ["empty text is blank", '""', "string", null],
])("%s: %s", (_rule, text, resultType, expected) => {
  expect(evaluate(text, resultType, text.includes("{!") ? flow : {})).toBe(expected);
});

test("a number is rounded to the field's scale", () => {
  expect(evaluate("2 / 3", "double", { scale: 2 })).toBe("0.67");
  expect(evaluate("Count__c", "double", { scale: 2 })).toBe("3.00");
});

test.each([
  ["Amount__c + 1", null, "1"],
  ["IF(Amount__c > 1, 1, 2)", "2", "2"],
  ["BLANKVALUE(Amount__c, 7)", "7", "0"],
  ["IF(ISBLANK(Amount__c), 1, 2)", "1", "2"],
])("blanks: %s", (text, asBlank, asZero) => {
  const record = { ...RECORD, Amount__c: null };
  expect(evaluate(text, "double", { record })).toBe(asBlank);
  expect(evaluate(text, "double", { record, blankAsZero: true })).toBe(asZero);
});

test("blank text is an empty text, never null", () => {
  const record = { ...RECORD, Name: null };
  expect(evaluate('ISBLANK(Name) && NOT(ISNULL(Name)) && Name = ""', "boolean", { record })).toBe(true);
  expect(evaluate("LEN(Name)", "int", { record })).toBe("0");
});
