/** The sample that is committed is the one that the generator makes, and it holds together. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Cells } from "../../data/sampleProgramme/csvText.ts";
import { makeSheets, sampleFiles } from "../../data/sampleProgramme/sampleProgramme.ts";

const data = join(import.meta.dirname, "../../data");
const sheets = makeSheets();

/** What every local org has without a seed. */
const builtIn = [
  "Partner_Account_Executive",
  "Partner_Account_Manager",
  "Partner_Program_Administrator",
  "System_Administrator",
];

const references: readonly (readonly [object: string, field: string, target: string])[] = [
  ["Account", "ParentId", "Account"],
  ["Account", "OwnerId", "User"],
  ["Account", "Partner_Manager__c", "User"],
  ["Contact", "AccountId", "Account"],
  ["Opportunity", "AccountId", "Account"],
  ["Opportunity", "OwnerId", "User"],
  ["Opportunity", "CreatedById", "User"],
  ["OpportunityLineItem", "OpportunityId", "Opportunity"],
  ["OpportunityLineItem", "Product2Id", "Product2"],
  ["Opportunity_Partner__c", "Opportunity__c", "Opportunity"],
  ["Opportunity_Partner__c", "Partner__c", "Account"],
  ["Opportunity_Partner__c", "Deal_Registration__c", "Deal_Registration__c"],
  ["Opportunity_Partner__c", "CreatedById", "User"],
  ["Deal_Registration__c", "Partner__c", "Account"],
  ["Deal_Registration__c", "Opportunity__c", "Opportunity"],
  ["Deal_Registration__c", "Registered_By__c", "Contact"],
  ["Deal_Registration__c", "Submitted_By__c", "User"],
  ["Deal_Registration__c", "Decided_By__c", "User"],
  ["Partner_Training__c", "Contact__c", "Contact"],
  ["Partner_Agreement__c", "Partner__c", "Account"],
  ["Partner_Benefit__c", "Partner__c", "Account"],
  ["Partner_Tier_Review__c", "Partner__c", "Account"],
];

function column(object: string, field: string): string[] {
  return sheets.rowsOf(object).flatMap((row: Cells) => row[field] ?? []);
}

const files = [...sampleFiles()];

test.each(files)("%s is what the generator makes", (path, text) => {
  expect(readFileSync(join(data, path), "utf8")).toBe(text);
});

test("no other file lies beside them", () => {
  const made = files.map(([path]) => path.replace("sample/", ""));
  expect(readdirSync(join(data, "sample")).filter((name) => !made.includes(name))).toEqual([]);
});

test.each(sheets.objects)("labels of %s are unique", (object) => {
  const labels = column(object, "Id");
  expect(labels).toHaveLength(sheets.rowsOf(object).length);
  expect(new Set(labels).size).toBe(labels.length);
});

test.each(references)("%s.%s names rows that exist", (object, field, target) => {
  const labels = new Set([...column(target, "Id"), ...(target === "User" ? builtIn : [])]);
  expect(column(object, field).filter((label) => !labels.has(label))).toEqual([]);
});

test("about 60 partners, 2,000 opportunities", () => {
  const partners = column("Account", "Partner_Status__c").length;
  expect(partners).toBeGreaterThanOrEqual(55);
  expect(partners).toBeLessThanOrEqual(65);
  expect(sheets.rowsOf("Opportunity")).toHaveLength(2000);
});

test.each(sheets.objects)("nothing of %s happens after the clock", (object) => {
  const clock = readFileSync(join(data, "sample/clock.txt"), "utf8").trim();
  const moments = ["CreatedDate", "LastModifiedDate", "LastStageChangeDate", "Submitted_At__c", "Decided_At__c"];
  expect(moments.flatMap((field) => column(object, field)).filter((moment) => moment > clock)).toEqual([]);
});
