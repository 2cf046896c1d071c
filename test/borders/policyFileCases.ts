/** Custom metadata files that no rehearsal takes, and what is said of each; each stands where the row of Bronze does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const rows = join(import.meta.dirname, "../../force-app/main/default/customMetadata");
export const bronze = "Partner_Tier_Requirement.Bronze.md-meta.xml";
const xml = readFileSync(join(rows, bronze), "utf8");

export interface PolicyFileCase {
  readonly what: string;
  readonly name: string;
  readonly content: string;
  readonly says: string;
}

const inBronze = (what: string, content: string, says: string): PolicyFileCase => ({
  what,
  name: bronze,
  content,
  says,
});
const called = (name: string): PolicyFileCase => ({
  what: name,
  name,
  content: xml,
  says: `${name}: is no policy row`,
});
const eArr = ">20000.0<";

export const policyFileCases: readonly PolicyFileCase[] = [
  called("Account.Northwind.md-meta.xml"),
  called("Partner_Tier_Requirement.md-meta.xml"),
  called("Partner_Tier_Requirement.Bronze.xml"),
  called("Partner_Tier_Requirement.Bronze.Old.md-meta.xml"),
  called("notes.txt"),
  inBronze("no content", "", "is no XML"),
  inBronze("an open element", "<CustomMetadata>", "is no XML"),
  inBronze("a spreadsheet", "Tier,eARR\nBronze,1", "is no XML"),
  inBronze("another document", "<CustomObject/>", "is no custom metadata record"),
  inBronze("a row without a label", xml.replace(/<label>.*<\/label>/, ""), "is no custom metadata record"),
  inBronze("an unknown element", xml.replace("<protected>", "<colour>x</colour><protected>"), "is no custom metadata"),
  inBronze("an unknown field", xml.replace("eARR__c", "eARRR__c"), "Partner_Tier_Requirement__mdt has no eARRR__c"),
  inBronze("a field twice", xml.replace("Rank__c", "eARR__c"), "gives eARR__c twice"),
  inBronze("a field left out", xml.replace(/<values>\s*<field>eARR__c[\s\S]*?<\/values>/, ""), "eARR__c is blank"),
  inBronze("a word for an amount", xml.replace(eArr, ">plenty<"), "eARR__c is no amount"),
  inBronze("an amount with separators", xml.replace(eArr, ">20,000<"), "eARR__c is no amount"),
  inBronze("an amount below nothing", xml.replace(eArr, ">-1<"), "eARR__c is no amount"),
  inBronze(
    "a tier of its own",
    xml.replace(">Bronze</value>", ">Tin</value>"),
    "Tier__c is none of Registered, Bronze",
  ),
  inBronze(
    "a policy that is not there",
    xml.replace("Program_Year_2023", "Program_Year_1999"),
    "there is no policy Program_Year_1999",
  ),
];

/** Whole packages that the local org refuses to start with: a row's file, what is changed in it, what is said. */
export const packageRowCases: readonly (readonly [string, string, string, string])[] = [
  ["an unknown field", "<field>Rank__c<", "<field>Rang__c<", 'has no field "Rang__c"'],
  ["a word for a number", ">2.0<", ">two<", "value not of required type: two"],
  ["a number that is too large", eArr, ">1e30<", "eARR"],
  ["a tier of its own", ">Bronze</value>", ">Tin</value>", "bad value for restricted picklist field: Tin"],
  ["a policy that is not there", "Program_Year_2023", "Program_Year_1999", '"Program_Year_1999", which does not exist'],
];

export const bronzeXml = xml;
