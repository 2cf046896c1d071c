import { signIn } from "../force-app/signIn.ts";
import { query, restClient, type Answer } from "../support/restClient.ts";
import { flow, rule, textField, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const AT = "<locationX>0</locationX><locationY>0</locationY>";

function settings(type: string): string {
  return `<CustomObject ${NAMESPACE}><customSettingsType>${type}</customSettingsType><label>Settings</label><visibility>Public</visibility></CustomObject>`;
}

const STRICT = `<CustomField ${NAMESPACE}><fullName>Is_Strict__c</fullName><defaultValue>false</defaultValue><label>Strict</label><type>Checkbox</type></CustomField>`;
const SHOWN = `<CustomField ${NAMESPACE}><fullName>Shown__c</fullName><formula>$Setup.Settings__c.Word__c</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs><label>Shown</label><type>Text</type></CustomField>`;
const DEFAULTED = `<CustomField ${NAMESPACE}><fullName>Start__c</fullName><defaultValue>$Setup.Settings__c.Word__c</defaultValue><label>Start</label><length>100</length><type>Text</type></CustomField>`;

/** Fills the note of a tool with the setting, where the setting is strict for the caller. */
const FLOW = flow({
  trigger: "RecordBeforeSave",
  first: "Whether",
  elements: `<assignments><name>Fill</name><label>Fill</label>${AT}<assignmentItems><assignToReference>$Record.Note__c</assignToReference><operator>Assign</operator><value><elementReference>$Setup.Settings__c.Word__c</elementReference></value></assignmentItems></assignments><decisions><name>Whether</name><label>Whether</label>${AT}<defaultConnectorLabel>No</defaultConnectorLabel><rules><name>Yes</name><conditionLogic>and</conditionLogic><conditions><leftValueReference>$Setup.Settings__c.Is_Strict__c</leftValueReference><operator>EqualTo</operator><rightValue><booleanValue>true</booleanValue></rightValue></conditions><connector><targetReference>Fill</targetReference></connector><label>Yes</label></rules></decisions>`,
});

function field(name: string, isEditable: boolean): string {
  return `<fieldPermissions><editable>${isEditable}</editable><field>Tool__c.${name}</field><readable>true</readable></fieldPermissions>`;
}

/** May read the settings, unlike the package's other users. */
const READER = `<PermissionSet ${NAMESPACE}><customSettingAccesses><enabled>true</enabled><name>Settings__c</name></customSettingAccesses>${field("Note__c", true)}${field("Shown__c", false)}${field("Start__c", true)}<label>Reader</label><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Tool__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`;

const OBJECT = "objects/Settings__c/Settings__c.object-meta.xml";
const SETTINGS = {
  [OBJECT]: settings("Hierarchy"),
  "objects/Settings__c/fields/Word__c.field-meta.xml": textField("Word__c"),
  "objects/Settings__c/fields/Is_Strict__c.field-meta.xml": STRICT,
};
const FILES = {
  ...SETTINGS,
  "objects/Tool__c/fields/Shown__c.field-meta.xml": SHOWN,
  "objects/Tool__c/fields/Start__c.field-meta.xml": DEFAULTED,
  "objects/Tool__c/validationRules/Setting.validationRule-meta.xml": rule(
    "Setting",
    "$Setup.Settings__c.Word__c = Name",
  ),
  "flows/Fill.flow-meta.xml": FLOW,
  "permissionsets/Reader.permissionset-meta.xml": READER,
};

describe("hierarchy custom settings", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let reader: ReturnType<typeof restClient>;
  const ids = { organization: "", profile: "", user: "" };
  beforeEach(async () => {
    org = await startOrg({ packageDirectory: writeToolPackage(directory, FILES) });
    reader = restClient(org, (await signIn(org, "Reader")).accessToken!);
    const [me] = await query(restClient(org), "SELECT Id, ProfileId FROM User WHERE Username LIKE 'reader%'");
    const [company] = await query(restClient(org), "SELECT Id FROM Organization");
    Object.assign(ids, { organization: company!["Id"], profile: me!["ProfileId"], user: me!["Id"] });
  });
  afterEach(() => org.close());
  afterAll(() => directory.remove());

  const set = (values: object): Promise<Answer> =>
    restClient(org)("/sobjects/Settings__c", { method: "POST", body: values });
  const save = (name: string): Promise<Answer> => reader("/sobjects/Tool__c", { method: "POST", body: { Name: name } });

  async function wordFor(at: readonly ("organization" | "profile" | "user")[]): Promise<unknown> {
    for (const level of at) expect((await set({ SetupOwnerId: ids[level], Word__c: level })).status).toBe(201);
    const { id } = (await save("saw")).body as { id: string };
    const [tool] = await query(reader, `SELECT Shown__c, Start__c FROM Tool__c WHERE Id = '${id}'`);
    expect(tool!["Start__c"]).toBe(tool!["Shown__c"]);
    return tool!["Shown__c"];
  }

  it.each([
    { at: [], word: null },
    { at: ["organization"], word: "organization" },
    { at: ["organization", "profile"], word: "profile" },
    { at: ["profile", "user"], word: "user" },
    { at: ["organization", "user"], word: "user" },
  ] as const)("gives formula fields and defaults the word of the nearest level of $at", async ({ at, word }) => {
    expect(await wordFor(at)).toBe(word);
  });

  it("takes an empty field from the next level, and a checkbox from the nearest record", async () => {
    await set({ SetupOwnerId: ids.organization, Word__c: "company", Is_Strict__c: true });
    const { id } = (await save("saw")).body as { id: string };
    expect((await reader(`/sobjects/Tool__c/${id}`)).body).toMatchObject({ Note__c: "company" });
    await set({ SetupOwnerId: ids.user });
    const later = (await save("file")).body as { id: string };
    expect((await reader(`/sobjects/Tool__c/${later.id}`)).body).toMatchObject({
      Note__c: null,
      Shown__c: "company",
    });
  });

  it("refuses by a validation rule that reads the setting", async () => {
    await set({ Word__c: "saw" });
    expect(await save("saw")).toMatchObject({ status: 400, body: [{ message: "Setting holds." }] });
    expect((await save("file")).status).toBe(201);
  });

  it("keeps a record without a place for the organization, and one for each place", async () => {
    await set({ Word__c: "a" });
    expect(await query(restClient(org), "SELECT SetupOwnerId FROM Settings__c")).toMatchObject([
      { SetupOwnerId: ids.organization },
    ]);
    expect(await set({ Word__c: "b" })).toMatchObject({ status: 400, body: [{ errorCode: "DUPLICATE_VALUE" }] });
  });

  it("is described as a setting, read by those who were given access, and written by administrators alone", async () => {
    const describe = (await restClient(org)("/sobjects/Settings__c/describe")).body as Record<string, unknown>;
    expect(describe).toMatchObject({ customSetting: true, layoutable: false, searchable: false });
    await set({ Word__c: "a" });
    const user = restClient(org, (await signIn(org, "Tool_User")).accessToken!);
    expect(await query(reader, "SELECT Word__c FROM Settings__c")).toMatchObject([{ Word__c: "a" }]);
    expect((await reader("/sobjects/Settings__c", { method: "POST", body: {} })).status).toBe(403);
    expect((await user("/query?q=SELECT+Word__c+FROM+Settings__c")).status).toBe(400);
  });
});

describe("settings that a package may not hold are refused at load, by file and reason", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  const RULE = "objects/Tool__c/validationRules/Broken.validationRule-meta.xml";
  it.each<[string, Record<string, string>, string, RegExp]>([
    ["of the list type", { [OBJECT]: settings("List") }, OBJECT, /list custom setting/],
    [
      "a setting that does not exist",
      { [RULE]: rule("Broken", '$Setup.Gone__c.Word__c = "a"') },
      RULE,
      /Hierarchy custom setting Gone__c does not exist/,
    ],
    [
      "an object that is no setting",
      { [RULE]: rule("Broken", '$Setup.Tool__c.Note__c = "a"') },
      RULE,
      /Hierarchy custom setting Tool__c does not exist/,
    ],
    [
      "a field that the setting does not have",
      { [RULE]: rule("Broken", '$Setup.Settings__c.Gone__c = "a"') },
      RULE,
      /Gone__c does not exist on Settings__c/,
    ],
    [
      "a flow's setting that does not exist",
      { "flows/Fill.flow-meta.xml": FLOW.replaceAll("$Setup.Settings__c", "$Setup.Gone__c") },
      "flows/Fill.flow-meta.xml",
      /hierarchy custom setting "Gone__c", which does not exist/,
    ],
  ])("%s", async (_what, files, file, reason) => {
    const packageDirectory = writeToolPackage(directory, { ...SETTINGS, [RULE]: rule("Broken", "ISNEW()"), ...files });
    const outcome = await startOrg({ packageDirectory }).catch((error: unknown) => String(error));
    expect(outcome).toMatch(reason);
    expect(outcome).toContain(file);
  });
});
