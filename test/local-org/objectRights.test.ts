import { signIn } from "../force-app/signIn.ts";
import { type Answer, type Call, query, restClient } from "../support/restClient.ts";
import { flow, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const RIGHTS = ["allowCreate", "allowDelete", "allowEdit", "allowRead", "modifyAllRecords", "viewAllRecords"];

function permissionSet(label: string, object: string, ...given: string[]): string {
  const rights = RIGHTS.map((right) => `<${right}>${given.includes(right)}</${right}>`);
  const [create, remove, edit, read, all, view] = rights;
  const permissions = `<objectPermissions>${create}${remove}${edit}${read}${all}<object>${object}</object>${view}</objectPermissions>`;
  return `<PermissionSet ${NAMESPACE}><label>${label}</label>${permissions}</PermissionSet>`;
}

const ALL = ["allowCreate", "allowDelete", "allowEdit", "allowRead"];
const SETS: Readonly<Record<string, string>> = {
  Tool_Nobody: permissionSet("Nobody", "Account", ...ALL),
  Tool_Reader: permissionSet("Reader", "Tool__c", "allowRead"),
  Tool_Maker: permissionSet("Maker", "Tool__c", "allowRead", "allowCreate"),
  Tool_Editor: permissionSet("Editor", "Tool__c", "allowRead", "allowEdit"),
  Tool_Owner: permissionSet("Owner", "Tool__c", ...ALL),
};
type Role = keyof typeof SETS;

const files = (sets: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(sets).map(([name, xml]) => [`permissionsets/${name}.permissionset-meta.xml`, xml]));

interface Way {
  readonly what: string;
  readonly right: "read" | "create" | "edit" | "delete";
  readonly path: string;
  readonly call?: Call;
}

const post = (body: unknown): Call => ({ method: "POST", body });
const patch = (body: unknown): Call => ({ method: "PATCH", body });
const mutation = (text: string): Call => post({ query: `mutation { uiapi { ${text} } }` });
const attributes = { type: "Tool__c", referenceId: "a" };
const soql = encodeURIComponent("SELECT Id FROM Tool__c");

/** Every way to a record; ID stands for one that is there. */
const WAYS: readonly Way[] = [
  { what: "REST reads", right: "read", path: "/sobjects/Tool__c/ID" },
  { what: "a description", right: "read", path: "/sobjects/Tool__c/describe" },
  { what: "a query", right: "read", path: `/query?q=${soql}` },
  { what: "a search", right: "read", path: `/search?q=${encodeURIComponent("FIND {saw} RETURNING Tool__c(Id)")}` },
  { what: "records by id", right: "read", path: "/composite/sobjects/Tool__c?ids=ID&fields=Id" },
  {
    what: "a bulk query",
    right: "read",
    path: "/jobs/query",
    call: post({ operation: "query", query: "SELECT Id FROM Tool__c" }),
  },
  { what: "UI API reads", right: "read", path: "/ui-api/records/ID?fields=Tool__c.Name" },
  { what: "an object info", right: "read", path: "/ui-api/object-info/Tool__c" },
  { what: "a list view", right: "read", path: "/ui-api/list-ui/Tool__c/All" },
  {
    what: "GraphQL reads",
    right: "read",
    path: "/graphql",
    call: post({ query: "{ uiapi { query { Tool__c { edges { node { Id } } } } } }" }),
  },
  { what: "REST creates", right: "create", path: "/sobjects/Tool__c", call: post({ Name: "x" }) },
  {
    what: "a collection creates",
    right: "create",
    path: "/composite/sobjects",
    call: post({ records: [{ attributes, Name: "x" }] }),
  },
  {
    what: "a tree creates",
    right: "create",
    path: "/composite/tree/Tool__c",
    call: post({ records: [{ attributes, Name: "x" }] }),
  },
  {
    what: "UI API creates",
    right: "create",
    path: "/ui-api/records",
    call: post({ apiName: "Tool__c", fields: { Name: "x" } }),
  },
  {
    what: "GraphQL creates",
    right: "create",
    path: "/graphql",
    call: mutation('Tool__cCreate(input: { Tool__c: { Name: "x" } }) { Record { Id } }'),
  },
  { what: "REST updates", right: "edit", path: "/sobjects/Tool__c/ID", call: patch({ Name: "saw" }) },
  {
    what: "a collection updates",
    right: "edit",
    path: "/composite/sobjects",
    call: patch({ records: [{ attributes, id: "ID", Name: "saw" }] }),
  },
  { what: "UI API updates", right: "edit", path: "/ui-api/records/ID", call: patch({ fields: { Name: "saw" } }) },
  {
    what: "GraphQL updates",
    right: "edit",
    path: "/graphql",
    call: mutation('Tool__cUpdate(input: { Id: "ID", Tool__c: { Name: "saw" } }) { Record { Id } }'),
  },
  { what: "REST deletes", right: "delete", path: "/sobjects/Tool__c/ID", call: { method: "DELETE" } },
  { what: "a collection deletes", right: "delete", path: "/composite/sobjects?ids=ID", call: { method: "DELETE" } },
  { what: "UI API deletes", right: "delete", path: "/ui-api/records/ID", call: { method: "DELETE" } },
  {
    what: "GraphQL deletes",
    right: "delete",
    path: "/graphql",
    call: mutation('Tool__cDelete(input: { Id: "ID" }) { Id }'),
  },
];

const MAY: Readonly<Record<Role, readonly Way["right"][]>> = {
  Tool_Nobody: [],
  Tool_Reader: ["read"],
  Tool_Maker: ["read", "create"],
  Tool_Editor: ["read", "edit"],
  Tool_Owner: ["read", "create", "edit", "delete"],
};

/** Done without a fault, however the interface words one. */
function isDone({ status, body }: Answer): boolean {
  if (status >= 400) return false;
  const { errors = [], hasErrors = false } = (body ?? {}) as { errors?: unknown[]; hasErrors?: boolean };
  const results = Array.isArray(body) ? (body as ({ success?: boolean } | null)[]) : [];
  return errors.length === 0 && !hasErrors && results.every((result) => result !== null && result.success !== false);
}

describe("what a user may do with an object holds on every way in", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let admin: ReturnType<typeof restClient>;
  const clients = new Map<Role, ReturnType<typeof restClient>>();
  let id: string;

  beforeAll(async () => {
    org = await startOrg({ packageDirectory: writeToolPackage(directory, files(SETS)) });
    admin = restClient(org);
    for (const role of Object.keys(SETS)) clients.set(role, restClient(org, (await signIn(org, role)).accessToken!));
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });
  beforeEach(async () => {
    const { body } = await admin("/sobjects/Tool__c", post({ Name: "saw" }));
    id = (body as { id: string }).id;
  });

  const withId = (call: Call): Call =>
    call.body === undefined
      ? call
      : { ...call, body: JSON.parse(JSON.stringify(call.body).replaceAll("ID", id)) as unknown };

  it.each(
    WAYS.flatMap((way) =>
      Object.keys(SETS).map((role) => ({ ...way, role, is: MAY[role]!.includes(way.right) ? "done" : "refused" })),
    ),
  )("$what for $role: $is", async ({ path, call = {}, role, is, right }) => {
    const before = await query(admin, "SELECT Id, SystemModstamp FROM Tool__c ORDER BY Id");
    const answer = await clients.get(role)!(path.replace("ID", id), withId(call));
    expect([isDone(answer) ? "done" : "refused", answer.status < 500]).toEqual([is, true]);
    const after = await query(admin, "SELECT Id, SystemModstamp FROM Tool__c ORDER BY Id");
    if (is === "refused" || right === "read") expect(after).toEqual(before);
  });

  it.each(
    Object.keys(SETS).flatMap((role) =>
      (["insert", "update", "delete"] as const).map((operation) => [role, operation] as const),
    ),
  )("a bulk job of %s: %s", async (role, operation) => {
    const right = { insert: "create", update: "edit", delete: "delete" }[operation] as Way["right"];
    const user = clients.get(role)!;
    const job = await user("/jobs/ingest", post({ object: "Tool__c", operation }));
    if (!MAY[role]!.includes("read")) {
      expect([job.status, (job.body as { errorCode: string }[])[0]!.errorCode]).toEqual([400, "INVALIDENTITY"]);
      return;
    }
    const path = `/jobs/ingest/${(job.body as { id: string }).id}`;
    const csv = { insert: "Name\nx\n", update: `Id,Name\n${id},saw\n`, delete: `Id\n${id}\n` }[operation];
    await user(`${path}/batches`, { method: "PUT", body: csv, headers: { "Content-Type": "text/csv" } });
    await user(path, patch({ state: "UploadComplete" }));
    const { body } = await user(path);
    expect((body as { numberRecordsFailed: number }).numberRecordsFailed).toBe(MAY[role]!.includes(right) ? 0 : 1);
  });
});

describe("permissions and sharing that an org would not take, or that would not hold here, are refused at load", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  const detail = (model: string): Record<string, string> => ({
    "objects/Part__c/Part__c.object-meta.xml": `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>Part</label><nameField><label>Part</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>${model}</sharingModel></CustomObject>`,
    "objects/Part__c/fields/Tool__c.field-meta.xml": `<CustomField ${NAMESPACE}><fullName>Tool__c</fullName><label>Tool</label><referenceTo>Tool__c</referenceTo><relationshipName>Parts</relationshipName><relationshipOrder>0</relationshipOrder><type>MasterDetail</type></CustomField>`,
  });
  const lone = (model: string): Record<string, string> => ({
    "objects/Lone__c/Lone__c.object-meta.xml": detail(model)["objects/Part__c/Part__c.object-meta.xml"]!,
  });
  const formula = {
    "objects/Tool__c/fields/Twice__c.field-meta.xml": `<CustomField ${NAMESPACE}><fullName>Twice__c</fullName><label>Twice</label><formula>Trail__c</formula><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs><type>Text</type></CustomField>`,
    "flows/Set_Twice.flow-meta.xml": flow({
      trigger: "RecordBeforeSave",
      first: "Set",
      elements:
        "<assignments><name>Set</name><label>Set</label><locationX>0</locationX><locationY>0</locationY><assignmentItems><assignToReference>$Record.Twice__c</assignToReference><operator>Assign</operator><value><elementReference>$Record.Name</elementReference></value></assignmentItems></assignments>",
    }),
  };

  it.each<[string, Record<string, string>, RegExp]>([
    ["an object that is private", lone("Private"), /sharing model "Private" of Lone__c is not supported/],
    ["an object that others may only read", lone("Read"), /sharing model "Read" of Lone__c is not supported/],
    ["a detail without a master", lone("ControlledByParent"), /"ControlledByParent" of Lone__c needs a master-detail/],
    ["a detail that goes its own way", detail("ReadWrite"), /"ReadWrite" of Part__c: the detail of a master-detail/],
    [
      "editing without reading",
      files({ Bad: permissionSet("Bad", "Tool__c", "allowEdit") }),
      /permission edit on "Tool__c" depends on permission read/,
    ],
    [
      "deleting without editing",
      files({ Bad: permissionSet("Bad", "Tool__c", "allowRead", "allowDelete") }),
      /permission delete on "Tool__c" depends on permission edit/,
    ],
    [
      "changing all without seeing all",
      files({ Bad: permissionSet("Bad", "Tool__c", ...ALL, "modifyAllRecords") }),
      /permission modifyAll on "Tool__c" depends on permission viewAll/,
    ],
    [
      "reading a detail without its master",
      { ...detail("ControlledByParent"), ...files({ Bad: permissionSet("Bad", "Part__c", "allowRead") }) },
      /permission read on "Part__c" depends on permission read on "Tool__c"/,
    ],
    ["a flow that sets a formula field", formula, /flow element "Set" sets "Tool__c\.Twice__c", which is calculated/],
  ])("%s", async (_what, more, reason) => {
    await expect(startOrg({ packageDirectory: writeToolPackage(directory, more) })).rejects.toThrow(reason);
    directory.remove();
  });
});
