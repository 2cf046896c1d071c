import { strToU8, zipSync } from "fflate";
import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

interface Message {
  readonly fullName: string;
  readonly fileName: string;
  readonly lineNumber: number | null;
  readonly problem: string | null;
  readonly problemType: string | null;
}

interface Result {
  readonly status: string;
  readonly numberComponentsTotal: number;
  readonly details: { readonly componentFailures: Message[]; readonly componentSuccesses: Message[] };
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function manifest(types: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(types).map(
    ([name, members]) =>
      `<types>${members.map((member) => `<members>${member}</members>`).join("")}<name>${name}</name></types>`,
  );
  return `<Package ${NAMESPACE}>${entries.join("")}<version>66.0</version></Package>`;
}

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject ${NAMESPACE}>
    <fields>
        <fullName>Colour__c</fullName>
        <label>Colour</label>
        <length>20</length>
        <type>Text</type>
    </fields>
    <validationRules>
        <fullName>Has_Colour</fullName>
        <active>true</active>
        <errorConditionFormula>ISBLANK(Colour__c)</errorConditionFormula>
        <errorMessage>Give it a colour.</errorMessage>
    </validationRules>
</CustomObject>`;

describe("a rehearsed deployment", () => {
  let org: TestOrg;
  beforeAll(async () => {
    org = await startOrg();
  });
  afterAll(() => org.close());

  async function post(files: Readonly<Record<string, string>>, options = { checkOnly: true }): Promise<Response> {
    const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(zip)], { type: "application/zip" }), "package.zip");
    form.append("json", new Blob([JSON.stringify({ deployOptions: options })], { type: "application/json" }));
    return fetch(`${org.instanceUrl}/services/data/v66.0/metadata/deployRequest`, {
      method: "POST",
      headers: { Authorization: `Bearer ${org.connection.accessToken}` },
      body: form,
    });
  }

  async function rehearse(files: Readonly<Record<string, string>>): Promise<Result> {
    const { id } = (await (await post(files)).json()) as { id: string };
    const answer = await restClient(org)(`/metadata/deployRequest/${id}?includeDetails=true`);
    return (answer.body as { deployResult: Result }).deployResult;
  }

  const ACCOUNT = { CustomField: ["Account.Colour__c"], ValidationRule: ["Account.Has_Colour"] };

  it("succeeds with what fits the org, and changes nothing in it", async () => {
    const result = await rehearse({ "package.xml": manifest(ACCOUNT), "objects/Account.object": OBJECT });
    expect(result).toMatchObject({ status: "Succeeded", numberComponentsTotal: 2 });
    const described = await restClient(org)("/sobjects/Account/describe");
    expect(described.text).not.toContain("Colour__c");
  });

  it.each([
    {
      mistake: "a formula that names a missing field",
      from: "ISBLANK(Colour__c)",
      to: "ISBLANK(Shade__c)",
      fullName: "Account.Has_Colour",
      lineNumber: 12,
      problem: /Field Shade__c does not exist/,
    },
    {
      mistake: "a field type that the platform does not have",
      from: "<type>Text</type>",
      to: "<type>Colour</type>",
      fullName: "Account.Colour__c",
      lineNumber: 7,
      problem: /<CustomObject.fields.type> is "Colour"/,
    },
    {
      mistake: "a field without what its type needs",
      from: "<length>20</length>",
      to: "",
      fullName: "Account.Colour__c",
      lineNumber: 4,
      problem: /field "Colour__c" of type Text needs <length>/,
    },
  ])("names component and line of $mistake", async ({ from, to, fullName, lineNumber, problem }) => {
    const result = await rehearse({
      "package.xml": manifest(ACCOUNT),
      "objects/Account.object": OBJECT.replace(from, to),
    });
    expect(result.status).toBe("Failed");
    expect(result.details.componentFailures).toContainEqual(
      expect.objectContaining({
        fullName,
        lineNumber,
        fileName: "objects/Account.object",
        problemType: "Error",
        problem: expect.stringMatching(problem) as string,
      }),
    );
  });

  it("finds fault with what package.xml names and the archive lacks", async () => {
    const types = { ...ACCOUNT, Layout: ["Account-Gone"] };
    const result = await rehearse({ "package.xml": manifest(types), "objects/Account.object": OBJECT });
    expect(result.details.componentFailures).toEqual([
      expect.objectContaining({
        fullName: "Account-Gone",
        problem:
          "An object 'Account-Gone' of type Layout was named in package.xml, but was not found in zipped directory",
      }),
    ]);
  });

  it("accepts components of kinds that it does not run, and says that it only looked at their form", async () => {
    const result = await rehearse({
      "package.xml": manifest({ Role: ["Chief"], ApexClass: ["Hello"] }),
      "roles/Chief.role": `<Role ${NAMESPACE}><description>d</description><name>Chief</name></Role>`,
      "classes/Hello.cls": "public class Hello {}",
      "classes/Hello.cls-meta.xml": `<ApexClass ${NAMESPACE}><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>`,
    });
    expect(result.status).toBe("Succeeded");
    expect(result.details.componentSuccesses.map(({ fullName, problemType }) => [fullName, problemType])).toEqual([
      ["Chief", "Warning"],
      ["Hello", "Warning"],
    ]);
  });

  it.each([
    ["what is no zip file", { "": "" }, { checkOnly: true }, "INVALID_INPUT"],
    ["an archive without package.xml", { "a.txt": "a" }, { checkOnly: true }, "INVALID_INPUT"],
    ["anything but a rehearsal", { "package.xml": manifest({}) }, { checkOnly: false }, "FUNCTIONALITY_NOT_ENABLED"],
  ])("refuses %s", async (_what, files: Readonly<Record<string, string>>, options, errorCode) => {
    const answer = await post(files, options);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual([expect.objectContaining({ errorCode })]);
  });
});
