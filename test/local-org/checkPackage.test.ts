import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../local-org/metadata/metadataError.ts";
import { findPackageFaults } from "../../local-org/package/findPackageFaults.ts";
import { TemporaryDirectory } from "../support/withOrg.ts";

const PACKAGE = new URL("../../force-app/", import.meta.url).pathname;
const MAIN = "main/default";
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

interface Mistake {
  readonly what: string;
  readonly file: string;
  /** What is changed in the file, or the file itself where there is none. */
  readonly from?: string | RegExp;
  readonly to: string;
  /** Text of the line that the finding must name. */
  readonly line: string;
  readonly reason: string;
}

const PERMISSION = "permissionsets/Partner_Sync_Service.permissionset-meta.xml";

const MISTAKES: readonly Mistake[] = [
  {
    what: "a field that no permission set lets anybody read",
    file: "objects/Partner_Training__c/fields/Room__c.field-meta.xml",
    to: `<?xml version="1.0"?>\n<CustomField ${NAMESPACE}>\n  <fullName>Room__c</fullName>\n  <label>Room</label>\n  <length>20</length>\n  <type>Text</type>\n</CustomField>`,
    line: "<fullName>Room__c",
    reason: 'no permission set lets anybody read field "Partner_Training__c.Room__c"',
  },
  {
    what: "a custom permission that nobody is given",
    file: "customPermissions/Dance.customPermission-meta.xml",
    to: `<CustomPermission ${NAMESPACE}>\n  <label>Dance</label>\n</CustomPermission>`,
    line: "<label>Dance",
    reason: 'no permission set gives custom permission "Dance"',
  },
  {
    what: "a layout with a field that does not exist",
    file: "layouts/Partner_Training__c-Partner Training Layout.layout-meta.xml",
    from: "<field>Completed_Date__c</field>",
    to: "<field>Completd__c</field>",
    line: "<field>Completd__c</field>",
    reason: 'layout names field "Partner_Training__c.Completd__c", which does not exist',
  },
  {
    what: "a page with a component that does not exist",
    file: "flexipages/Oops.flexipage-meta.xml",
    to: page(
      "<componentInstance><componentName>noSuchThing</componentName><identifier>a</identifier></componentInstance>",
    ),
    line: "<componentName>noSuchThing",
    reason: 'page names component "noSuchThing", which does not exist',
  },
  {
    what: "a page with a component that is not exposed for such pages",
    file: "flexipages/Oops.flexipage-meta.xml",
    to: page(
      "<componentInstance><componentName>programFormat</componentName><identifier>a</identifier></componentInstance>",
    ),
    line: "<componentName>programFormat",
    reason: 'page names component "programFormat", which is not exposed for lightning__RecordPage',
  },
  {
    what: "a page that asks for a custom permission which does not exist",
    file: "flexipages/Oops.flexipage-meta.xml",
    to: page(
      "<componentInstance><componentName>force:detailPanel</componentName><identifier>a</identifier><visibilityRule><criteria><leftValue>{!$Permission.CustomPermission.Gone}</leftValue><operator>EQUAL</operator><rightValue>true</rightValue></criteria></visibilityRule></componentInstance>",
    ),
    line: "<leftValue>{!$Permission",
    reason: 'page names custom permission "Gone", which does not exist',
  },
  {
    what: "a page with a field that does not exist",
    file: "flexipages/Oops.flexipage-meta.xml",
    to: page("<fieldInstance><fieldItem>Record.Shade__c</fieldItem><identifier>b</identifier></fieldInstance>"),
    line: "<fieldItem>Record.Shade__c",
    reason: 'page names field "Account.Shade__c", which does not exist',
  },
  {
    what: "a tab for an object that does not exist",
    file: "tabs/Nothing__c.tab-meta.xml",
    to: `<CustomTab ${NAMESPACE}>\n  <customObject>true</customObject>\n  <motif>Custom1: Heart</motif>\n</CustomTab>`,
    line: "<CustomTab",
    reason: 'tab is for object "Nothing__c", which does not exist',
  },
  {
    what: "an app with a tab that does not exist",
    file: "applications/Partner_Program.app-meta.xml",
    from: /<tabs>[^<]*<\/tabs>/,
    to: "<tabs>Nowhere__c</tabs>",
    line: "<tabs>Nowhere__c</tabs>",
    reason: 'app names tab "Nowhere__c", which does not exist',
  },
  {
    what: "a rule whose formula compares text with a day",
    file: "objects/Partner_Training__c/validationRules/Training_Ends_After_Completion.validationRule-meta.xml",
    from: "Completed_Date__c > Expires_Date__c",
    to: "Contact__c > Expires_Date__c",
    line: "<errorConditionFormula>",
    reason: "formula of Partner_Training__c.Training_Ends_After_Completion: ",
  },
  {
    what: "a label that nothing uses",
    file: "labels/CustomLabels.labels-meta.xml",
    from: "</CustomLabels>",
    to: "  <labels>\n  <fullName>Idle</fullName><language>en_US</language><protected>false</protected><shortDescription>s</shortDescription><value>v</value></labels></CustomLabels>",
    line: "  <labels>\n  <fullName>Idle",
    reason: 'label "Idle" is used nowhere',
  },
  {
    what: "a component that shows a label which does not exist",
    file: "lwc/oops/oops.ts",
    to: 'import { LightningElement } from "lwc";\nimport gone from "@salesforce/label/c.Gone";\nexport default class Oops extends LightningElement { gone = gone; }\n',
    line: "@salesforce/label/c.Gone",
    reason: 'label "Gone" does not exist',
  },
  {
    what: "a component that reads a field which does not exist",
    file: "lwc/oops/oops.ts",
    to: 'import OWNER from "@salesforce/schema/Contact.Account.Shade__c";\nexport default OWNER;\n',
    line: "@salesforce/schema",
    reason: 'field "Contact.Account.Shade__c" does not exist',
  },
  {
    what: "a template with a component that does not exist",
    file: "lwc/oops/oops.html",
    to: "<template>\n  <c-no-such-thing></c-no-such-thing>\n</template>",
    line: "  <c-no-such-thing>",
    reason: 'component "c/noSuchThing" does not exist',
  },
  {
    what: "a flow whose data element has no fault path",
    file: "flows/Add_Registered_Partner.flow-meta.xml",
    from: /<faultConnector>[\s\S]*?<\/faultConnector>/,
    to: "",
    line: "<recordCreates>",
    reason: " has no fault path",
  },
  {
    what: "a flow that goes on at an element which it does not have",
    file: "flows/Add_Registered_Partner.flow-meta.xml",
    from: /<targetReference>[^<]*<\/targetReference>/,
    to: "<targetReference>Nowhere</targetReference>",
    line: "<targetReference>Nowhere",
    reason: 'goes on at "Nowhere", which the flow does not have',
  },
  {
    what: "a permission for a field that does not exist",
    file: PERMISSION,
    from: "</PermissionSet>",
    to: "<fieldPermissions>\n<editable>false</editable>\n<field>Account.Shade__c</field>\n<readable>true</readable></fieldPermissions></PermissionSet>",
    line: "<field>Account.Shade__c",
    reason: 'field permission names "Account.Shade__c", which does not exist',
  },
  {
    what: "XML that is not well-formed",
    file: PERMISSION,
    from: "</label>",
    to: "</labl>",
    line: "</labl>",
    reason: "not well-formed XML",
  },
];

function page(item: string): string {
  return [
    `<FlexiPage ${NAMESPACE}>`,
    "<flexiPageRegions><itemInstances>",
    item.replaceAll("><", ">\n<"),
    "</itemInstances><name>main</name><type>Region</type></flexiPageRegions>",
    "<masterLabel>Oops</masterLabel><sobjectType>Account</sobjectType>",
    "<template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>",
    "</FlexiPage>",
  ].join("\n");
}

/** Line on which the first line of the text stands. */
function lineOf(file: string, text: string): number {
  const whole = readFileSync(file, "utf8");
  return whole.slice(0, whole.indexOf(text)).split("\n").length;
}

describe("the check of the package", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  function plant(mistakes: readonly Mistake[], name: string): string {
    const copy = join(directory.path, name);
    cpSync(PACKAGE, copy, { recursive: true });
    for (const { file, from, to } of mistakes) {
      const path = join(copy, MAIN, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, from === undefined ? to : readFileSync(path, "utf8").replace(from, to));
    }
    return copy;
  }

  // Mistakes stand side by side, as in life; those of one file each in a copy of their own.
  const rounds = Map.groupBy(MISTAKES, (mistake) =>
    MISTAKES.filter(({ file }) => file === mistake.file).indexOf(mistake),
  );
  const copies = new Map<number, { copy: string; findings: readonly Finding[] }>();
  beforeAll(() => {
    for (const [round, mistakes] of rounds) {
      const copy = plant(mistakes, `round-${round}`);
      copies.set(round, { copy, findings: findPackageFaults(copy) });
    }
  });

  it("finds nothing wrong with the package as it is", () => {
    expect(findPackageFaults(PACKAGE)).toEqual([]);
  });

  it.each([...rounds].flatMap(([round, mistakes]) => mistakes.map((mistake) => ({ ...mistake, round }))))(
    "names file and line of $what",
    ({ round, file: name, line, reason }) => {
      const { copy, findings } = copies.get(round)!;
      const file = join(copy, MAIN, name);
      const found = findings.filter((finding) => finding.reason.includes(reason));
      expect(found.map((finding) => [finding.file, finding.place?.line])).toEqual([[file, lineOf(file, line)]]);
    },
  );
});
