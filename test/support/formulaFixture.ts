import type { FieldType, FieldValue } from "../../local-org/metadata/schema.ts";
import { compileFormula, type FormulaOptions, type FormulaScope } from "../../local-org/formulas/compileFormula.ts";
import { makeField, makePicklist, makeReference, makeSchema } from "./schemaFixture.ts";

export const schema = makeSchema([
  { name: "User", keyPrefix: "005", fields: [makeField("Name", "string"), makeField("Alias", "string")] },
  {
    name: "Account",
    keyPrefix: "001",
    fields: [
      makeField("Name", "string"),
      makeField("AnnualRevenue", "currency"),
      makeReference("OwnerId", "User", "Owner"),
    ],
  },
  {
    name: "Deal__c",
    keyPrefix: "a00",
    fields: [
      makeField("Name", "string"),
      makeField("Amount__c", "currency"),
      makeField("Count__c", "int"),
      makeField("Discount__c", "percent"),
      makeField("IsOpen__c", "boolean"),
      makeField("Stage__c", "picklist", makePicklist("New", "Won")),
      makeField("Focus__c", "multipicklist", makePicklist("Voice", "Flex")),
      makeField("Close__c", "date"),
      makeField("Sent__c", "datetime"),
      makeReference("Account__c", "Account", "Account__r"),
    ],
  },
  {
    name: "Policy__mdt",
    keyPrefix: "m00",
    kind: "customMetadata",
    fields: [makeField("DeveloperName", "string"), makeField("Limit__c", "double")],
  },
]);

export const RECORD: Record<string, FieldValue> = {
  Id: "a00000000000001AAA",
  Name: "Deal",
  Amount__c: "1234567890123456.78",
  Count__c: "3",
  Discount__c: "45.50",
  IsOpen__c: true,
  Stage__c: "Won",
  Focus__c: "Voice;Flex",
  Close__c: "2023-05-31",
  Sent__c: "2023-05-02T05:30:00.000Z",
  Account__c: "001000000000001AAA",
  "Account__r.Name": "Acme",
  "Account__r.Owner.Name": "Ann",
};

const GLOBALS: Record<string, FieldValue> = {
  "$User.Id": "005000000000001AAA",
  "$Permission.Manage": true,
  "$Label.Greeting": "Hello",
  "$CustomMetadata.Policy__mdt.Main.Limit__c": "10.00",
  Total: "5",
};

function makeScope(record: Record<string, FieldValue>, prior: Record<string, FieldValue> | null): FormulaScope {
  return {
    now: new Date("2023-05-02T06:00:00.000Z"),
    timeZone: "America/Los_Angeles",
    isNew: prior === null,
    record: (path) => record[path.join(".")] ?? null,
    prior: (path) => prior?.[path.join(".")] ?? null,
    global: (path) => GLOBALS[path.join(".")] ?? null,
    variable: (path) => GLOBALS[path.join(".")] ?? null,
  };
}

export const object = schema.objects.get("deal__c")!;

/** A formula of the deal, compiled and evaluated. */
export function evaluate(
  text: string,
  resultType: FieldType | null,
  options: Partial<FormulaOptions> & {
    record?: Record<string, FieldValue>;
    prior?: Record<string, FieldValue> | null;
  } = {},
): FieldValue {
  const { record = RECORD, prior = null, ...more } = options;
  const labels = new Set(["Greeting"]);
  return compileFormula(text, { schema, object, resultType, labels, ...more }).evaluate(makeScope(record, prior));
}
