import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createOrg } from "../../local-org/createOrg.ts";
import { MetadataError } from "../../local-org/metadata/metadataError.ts";
import { TemporaryDirectory } from "../support/withOrg.ts";

const PACKAGE = new URL("../../force-app/", import.meta.url).pathname;
const MAIN = "main/default";

interface Breakage {
  readonly what: string;
  readonly file: string;
  readonly change: (xml: string) => string;
  readonly reason: RegExp;
}

const replace =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to);

const BREAKAGES: readonly Breakage[] = [
  {
    what: "XML that is not well-formed",
    file: "objects/Account/fields/Qualified_Tier__c.field-meta.xml",
    change: replace("</label>", "</labl>"),
    reason: /not well-formed XML at line \d+/,
  },
  {
    what: "an element that the platform does not know",
    file: "objects/Account/fields/Qualified_Tier__c.field-meta.xml",
    change: replace("</label>", "</label>\n    <colour>gold</colour>"),
    reason: /unknown element <colour> in CustomField/,
  },
  {
    what: "a value outside an enumeration",
    file: "objects/Opportunity_Partner__c/fields/Opportunity__c.field-meta.xml",
    change: replace("<type>MasterDetail</type>", "<type>MasterDetails</type>"),
    reason: /<CustomField\.type> is "MasterDetails", which is none of/,
  },
  {
    what: "text where a number belongs",
    file: "objects/Account/fields/Trailing_eARR__c.field-meta.xml",
    change: replace(/<precision>\d+<\/precision>/, "<precision>many</precision>"),
    reason: /<CustomField\.precision> is "many", which is no number/,
  },
  {
    what: "a number field without precision",
    file: "objects/Account/fields/Trailing_eARR__c.field-meta.xml",
    change: replace(/<precision>\d+<\/precision>/, ""),
    reason: /needs <precision> and <scale>/,
  },
  {
    what: "a single element that stands twice",
    file: "objects/Account/fields/Trailing_eARR__c.field-meta.xml",
    change: replace(/<scale>2<\/scale>/, "<scale>2</scale>\n    <scale>3</scale>"),
    reason: /<CustomField\.scale> stands 2 times/,
  },
  {
    what: "a lookup to an object that does not exist",
    file: "objects/Opportunity_Partner__c/fields/Deal_Registration__c.field-meta.xml",
    change: replace("<referenceTo>Deal_Registration__c<", "<referenceTo>Deal_Registrations__c<"),
    reason: /refers to object "Deal_Registrations__c", which does not exist/,
  },
  {
    what: "a full name that is not the file's",
    file: "objects/Account/fields/Trailing_eARR__c.field-meta.xml",
    change: replace("<fullName>Trailing_eARR__c<", "<fullName>Trailing_eARRs__c<"),
    reason: /<fullName> is "Trailing_eARRs__c", but the file is named for "Trailing_eARR__c"/,
  },
  {
    what: "a permission for a field that does not exist",
    file: "permissionsets/Partner_Sync_Service.permissionset-meta.xml",
    change: replace("<field>Account.Partner_Tier__c<", "<field>Account.Partner_Tyre__c<"),
    reason: /field permission names "Account\.Partner_Tyre__c", which does not exist/,
  },
  {
    what: "a permission set that grants an object that does not exist",
    file: "permissionsets/Partner_Sync_Service.permissionset-meta.xml",
    change: replace("<object>Partner_Benefit__c<", "<object>Partner_Perk__c<"),
    reason: /object permission names "Partner_Perk__c", which does not exist/,
  },
  {
    what: "a policy row with a value for a field that does not exist",
    file: "customMetadata/Partner_Tier_Requirement.Gold.md-meta.xml",
    change: replace("<field>Rank__c<", "<field>Rang__c<"),
    reason: /has no field "Rang__c"/,
  },
  {
    what: "a policy row whose number is none",
    file: "customMetadata/Partner_Tier_Requirement.Gold.md-meta.xml",
    change: replace(/>15(\.0)?</, ">fifteen<"),
    reason: /value not of required type: fifteen/,
  },
  {
    what: "a flow that goes on at an element it does not have",
    file: "flows/Stamp_Attribution_Key.flow-meta.xml",
    change: replace(/<targetReference>[^<]+<\/targetReference>/, "<targetReference>Nowhere</targetReference>"),
    reason: /goes on at "Nowhere", which the flow does not have/,
  },
  {
    what: "a flow that starts on an object that does not exist",
    file: "flows/Stamp_Attribution_Key.flow-meta.xml",
    change: replace("<object>Opportunity_Partner__c<", "<object>Opportunity_Partners__c<"),
    reason: /names object "Opportunity_Partners__c", which does not exist/,
  },
];

describe("the local org refuses to start on broken metadata, naming file and reason", () => {
  let directory: TemporaryDirectory;

  beforeEach(() => {
    directory = new TemporaryDirectory();
    cpSync(PACKAGE, directory.path, { recursive: true });
  });
  afterEach(() => directory.remove());

  async function refusal(): Promise<MetadataError> {
    const started = createOrg({ packageDirectory: directory.path, connectionDirectory: null });
    const outcome: unknown = await started.then(
      (org) => org.close(),
      (error: unknown) => error,
    );
    expect(outcome).toBeInstanceOf(MetadataError);
    return outcome as MetadataError;
  }

  it.each(BREAKAGES)("$what", async ({ file, change, reason }) => {
    const path = join(directory.path, MAIN, file);
    const before = readFileSync(path, "utf8");
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    const { findings } = await refusal();
    expect(findings.filter((finding) => basename(finding.file) === basename(file)).map((f) => f.reason)).toContainEqual(
      expect.stringMatching(reason),
    );
  });

  it("a field that a validation rule asks for is gone", async () => {
    rmSync(join(directory.path, MAIN, "objects/Deal_Registration__c/fields/Decision_Reason__c.field-meta.xml"));
    const { findings } = await refusal();
    const rules = findings.filter(({ file }) => file.includes("Deal_Registration__c"));
    expect(rules.map(({ reason }) => reason).join("\n")).toMatch(/Decision_Reason__c/);
  });

  it("metadata of a kind that is not supported is named, not skipped", async () => {
    directory.write("main/default/classes/Tier.cls-meta.xml", '<?xml version="1.0"?><ApexClass/>');
    const { findings } = await refusal();
    expect(findings[0]!.reason).toMatch(/"\.cls" is not supported by the local org/);
  });
});
