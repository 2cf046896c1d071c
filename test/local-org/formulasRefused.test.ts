import type { FieldValue } from "../../local-org/metadata/schema.ts";
import { compileFormula } from "../../local-org/formulas/compileFormula.ts";
import { FormulaError, FormulaEvaluationError } from "../../local-org/formulas/formulaError.ts";
import { evaluate, object, RECORD, schema } from "../support/formulaFixture.ts";

describe("the record before the save", () => {
  const prior = { ...RECORD, Count__c: "2", Amount__c: "1234567890123456.780" };

  test.each<[string, FieldValue, FieldValue]>([
    ["ISNEW()", true, false],
    ["ISCHANGED(Count__c)", false, true],
    ["ISCHANGED(Amount__c)", false, false],
    ["ISCLONE()", false, false],
    ["PRIORVALUE(Count__c) = 2", false, true],
    ["ISNEW() || ISCHANGED( Count__c )", true, true],
    ["ISBLANK({!$Record__Prior.Count__c})", true, false],
    ['ISPICKVAL(PRIORVALUE(Stage__c), "Won")', true, true],
  ])("%s", (text, onCreate, onUpdate) => {
    expect(evaluate(text, "boolean", { prior: null })).toBe(onCreate);
    expect(evaluate(text, "boolean", { prior })).toBe(onUpdate);
  });
});

test("flows see ids with 18 characters", () => {
  const text = '{!$Record.Account__c} & ":" & {!$Record.Id}';
  expect(evaluate(text, "string", { extraVariables: new Map() })).toBe("001000000000001AAA:a00000000000001AAA");
});

test("a formula says what it needs, once and in the schema's spelling", () => {
  const formula = compileFormula(
    "ISCHANGED(amount__C) && account__R.owner.name = $user.alias && Amount__c > PRIORVALUE(Amount__c)",
    {
      schema,
      object,
      resultType: "boolean",
    },
  );
  expect(formula.references).toEqual([["Amount__c"], ["Account__r", "Owner", "Name"]]);
  expect(formula.globals).toEqual([["$User", "Alias"]]);
  expect(formula.usesPrior).toBe(true);
});

test.each([
  ["Foo__c > 1", "Field Foo__c does not exist on Deal__c"],
  ["Account__r.Foo > 1", "Field Account__r.Foo does not exist on Account"],
  ["Boss__r.Name = 'x'", "Deal__c has no relationship Boss__r"],
  ["FOO(1)", "Unknown function FOO"],
  ["VLOOKUP(Name, Name, Name)", "Unknown function VLOOKUP"],
  ["Name + 1", "expected 'string', received 'number'"],
  ["Stage__c = 'Won'", "received 'picklist'"],
  ["Count__c", "expected 'boolean', received 'number'"],
  ["LEFT(Name)", "expected 2, received 1"],
  ["ISCHANGED(1)", "Expected a field"],
  ["PRIORVALUE(Account__r.Name) = ''", "a field of the record itself"],
  ["(1 + ", "Expected"],
  ["'open", "not closed"],
  ["/* open", "not closed"],
  ["Name = '\\q'", "unknown escape"],
  ["", "empty"],
  ["Count__c # 1", "Found '#'"],
  ["$Setup.X__c.Y__c", "custom setting X__c does not exist"],
  ["$Permission.Other", "does not exist"],
  ["$Label.Other = ''", "does not exist"],
  ["$CustomMetadata.Foo__mdt.Main.Limit__c > 1", "Foo__mdt does not exist"],
  ["Name < 'b'", "operator < cannot be applied"],
])("a wrong formula is refused before it runs: %s", (text, message) => {
  const options = { customPermissions: new Set(["Manage"]), labels: new Set(["Greeting"]) };
  const compile = () => compileFormula(text, { schema, object, resultType: "boolean", ...options });
  expect(compile).toThrow(FormulaError);
  expect(compile).toThrow(message);
});

test("powers are bounded", () => {
  expect(() => evaluate("2 ^ 100000000", "double")).toThrow(FormulaEvaluationError);
});
