import { query, restClient, type Answer } from "../support/restClient.ts";
import { flow, rule, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function field(name: string, inner: string): string {
  return `<CustomField ${NAMESPACE}><fullName>${name}</fullName><label>${name}</label>${inner}</CustomField>`;
}

function detailObject(label: string): string {
  return `<CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><label>${label}</label><nameField><label>${label}</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel><sharingModel>ControlledByParent</sharingModel></CustomObject>`;
}

function masterDetail(name: string, to: string, children: string): string {
  return field(
    name,
    `<referenceTo>${to}</referenceTo><relationshipLabel>${children}</relationshipLabel><relationshipName>${children}</relationshipName><relationshipOrder>0</relationshipOrder><reparentableMasterDetail>true</reparentableMasterDetail><type>MasterDetail</type><writeRequiresMasterRead>false</writeRequiresMasterRead>`,
  );
}

const number = (name: string, scale: number): string =>
  field(name, `<precision>10</precision><scale>${scale}</scale><type>Number</type>`);

interface Draft {
  readonly operation?: string;
  readonly of?: string;
  readonly key?: string;
  readonly filters?: string;
}

function rollUp(
  name: string,
  { operation = "sum", of = "Part__c.Cost__c", key = "Part__c.Tool__c", filters = "" }: Draft,
) {
  const summarized = operation === "count" ? "" : `<summarizedField>${of}</summarizedField>`;
  return field(
    name,
    `${summarized}${filters}<summaryForeignKey>${key}</summaryForeignKey><summaryOperation>${operation}</summaryOperation><type>Summary</type>`,
  );
}

function filter(name: string, operation: string, value: string): string {
  return `<summaryFilterItems><field>Part__c.${name}</field><operation>${operation}</operation><value>${value}</value></summaryFilterItems>`;
}

const ROLL_UPS: Readonly<Record<string, Draft>> = {
  Parts__c: { operation: "count" },
  Cost__c: {},
  Least__c: { operation: "min" },
  Latest__c: { operation: "max", of: "Part__c.Bought__c" },
  Blades__c: { operation: "count", filters: filter("Kind__c", "equals", "Blade, Edge") },
  Others__c: { operation: "count", filters: filter("Kind__c", "notEqual", "blade") },
  Dear__c: { filters: filter("Cost__c", "greaterThan", "9.99") + filter("Kind__c", "startsWith", "bl") },
  Weight__c: { of: "Part__c.Screw_Weight__c" },
};
const NAMES = Object.keys(ROLL_UPS);

function permissions(object: string, fields: readonly string[], editable: boolean): string {
  const each = fields.map(
    (name) =>
      `<fieldPermissions><editable>${editable}</editable><field>${object}.${name}</field><readable>true</readable></fieldPermissions>`,
  );
  return each.join("");
}

const PERMISSIONS = `<PermissionSet ${NAMESPACE}>${permissions("Part__c", ["Bought__c", "Cost__c", "Kind__c"], true)}${permissions("Part__c", ["Screw_Weight__c"], false)}${permissions("Screw__c", ["Weight__c"], true)}${permissions("Tool__c", NAMES, false)}<label>Roll-ups</label></PermissionSet>`;

const PACKAGE = {
  "objects/Part__c/Part__c.object-meta.xml": detailObject("Part"),
  "objects/Part__c/fields/Tool__c.field-meta.xml": masterDetail("Tool__c", "Tool__c", "Parts"),
  "objects/Part__c/fields/Cost__c.field-meta.xml": number("Cost__c", 2),
  "objects/Part__c/fields/Kind__c.field-meta.xml": field("Kind__c", "<length>20</length><type>Text</type>"),
  "objects/Part__c/fields/Bought__c.field-meta.xml": field("Bought__c", "<type>Date</type>"),
  "objects/Part__c/fields/Screw_Weight__c.field-meta.xml": rollUp("Screw_Weight__c", {
    of: "Screw__c.Weight__c",
    key: "Screw__c.Part__c",
  }),
  "objects/Screw__c/Screw__c.object-meta.xml": detailObject("Screw"),
  "objects/Screw__c/fields/Part__c.field-meta.xml": masterDetail("Part__c", "Part__c", "Screws"),
  "objects/Screw__c/fields/Weight__c.field-meta.xml": number("Weight__c", 1),
  ...Object.fromEntries(
    Object.entries(ROLL_UPS).map(([name, draft]) => [
      `objects/Tool__c/fields/${name}.field-meta.xml`,
      rollUp(name, draft),
    ]),
  ),
  "objects/Tool__c/validationRules/Affordable.validationRule-meta.xml": rule("Affordable", "Cost__c > 1000"),
  "flows/Note_Parts.flow-meta.xml": flow({
    trigger: "RecordBeforeSave",
    first: "Note",
    elements:
      "<assignments><name>Note</name><label>Note</label><locationX>0</locationX><locationY>0</locationY><assignmentItems><assignToReference>$Record.Note__c</assignToReference><operator>Assign</operator><value><elementReference>$Record.Name</elementReference></value></assignmentItems></assignments>",
  }),
  "permissionsets/Roll_Up_Administrator.permissionset-meta.xml": PERMISSIONS,
};

const SEED = {
  Tool__c: ["Id,Name", "seeded,seeded", "bare,bare"],
  Part__c: [
    "Id,Name,Tool__c,Cost__c,Kind__c,Bought__c",
    "one,one,seeded,1.5,Blade,2023-05-01",
    "two,two,seeded,20,Edge,2023-04-01",
  ],
  Screw__c: ["Id,Name,Part__c,Weight__c", "s1,s1,one,0.5", "s2,s2,one,0.7", "s3,s3,two,1"],
};

describe("roll-up summaries", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ packageDirectory: writeToolPackage(directory, PACKAGE), seed: SEED });
    call = restClient(org);
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  const post = async (object: string, body: object): Promise<string> => {
    const answer = await call(`/sobjects/${object}`, { method: "POST", body });
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { id: string }).id;
  };
  const patch = (object: string, id: string, body: object): Promise<Answer> =>
    call(`/sobjects/${object}/${id}`, { method: "PATCH", body });
  const tool = async (id: string, ...names: string[]): Promise<unknown[]> => {
    const { body } = await call(`/sobjects/Tool__c/${id}`);
    return names.map((name) => (body as Record<string, unknown>)[name]);
  };
  const costOf = (id: string): Promise<unknown[]> => tool(id, "Parts__c", "Cost__c");
  const seeded = async (name: string): Promise<unknown[]> => {
    const [row] = await query(call, `SELECT Id FROM Tool__c WHERE Name = '${name}'`);
    return tool(String(row!["Id"]), ...NAMES);
  };

  it("are there for seeded rows, over several levels", async () => {
    expect(await seeded("seeded")).toEqual([2, 21.5, 1.5, "2023-05-01", 2, 1, 0, 2.2]);
    expect(await seeded("bare")).toEqual([0, 0, null, null, 0, 0, 0, 0]);
  });

  it("start with nothing counted or added up, and nothing least or latest", async () => {
    expect(await tool(await post("Tool__c", { Name: "new" }), ...NAMES)).toEqual([0, 0, null, null, 0, 0, 0, 0]);
  });

  it.each([
    { what: "of a listed kind, whatever its case", part: { Kind__c: "EDGE" }, counted: [1, 1, 0] },
    { what: "of the kind that is not wanted", part: { Kind__c: "Blade" }, counted: [1, 0, 0] },
    { what: "of no kind at all", part: {}, counted: [0, 1, 0] },
    { what: "at the threshold", part: { Kind__c: "Blade", Cost__c: 9.99 }, counted: [1, 0, 0] },
    { what: "just above the threshold", part: { Kind__c: "Blade", Cost__c: 10 }, counted: [1, 0, 10] },
    { what: "dear, but of another kind", part: { Kind__c: "Edge", Cost__c: 10 }, counted: [1, 1, 0] },
  ])("take in by their filters a detail $what", async ({ part, counted }) => {
    const id = await post("Tool__c", { Name: "filtered" });
    await post("Part__c", { Name: "part", Tool__c: id, ...part });
    expect(await tool(id, "Blades__c", "Others__c", "Dear__c")).toEqual(counted);
  });

  it("follow details that are created, changed, moved and deleted", async () => {
    const [saw, axe] = [await post("Tool__c", { Name: "saw" }), await post("Tool__c", { Name: "axe" })];
    const part = await post("Part__c", { Name: "a", Tool__c: saw, Cost__c: 10 });
    await post("Part__c", { Name: "b", Tool__c: saw, Cost__c: 0.1 });
    expect(await costOf(saw)).toEqual([2, 10.1]);
    await patch("Part__c", part, { Cost__c: 20 });
    expect(await costOf(saw)).toEqual([2, 20.1]);
    await patch("Part__c", part, { Tool__c: axe });
    expect([await costOf(saw), await costOf(axe)]).toEqual([
      [1, 0.1],
      [1, 20],
    ]);
    await call(`/sobjects/Part__c/${part}`, { method: "DELETE" });
    expect(await costOf(axe)).toEqual([0, 0]);
  });

  it("follow details of details, also those that go with a deleted detail", async () => {
    const saw = await post("Tool__c", { Name: "saw" });
    const part = await post("Part__c", { Name: "a", Tool__c: saw });
    await post("Screw__c", { Name: "s", Part__c: part, Weight__c: 1.5 });
    expect(await tool(saw, "Weight__c")).toEqual([1.5]);
    await call(`/sobjects/Part__c/${part}`, { method: "DELETE" });
    expect(await tool(saw, "Weight__c", "Parts__c")).toEqual([0, 0]);
  });

  it("go with their master", async () => {
    const saw = await post("Tool__c", { Name: "saw" });
    await post("Part__c", { Name: "a", Tool__c: saw, Cost__c: 5 });
    expect((await call(`/sobjects/Tool__c/${saw}`, { method: "DELETE" })).status).toBe(204);
    expect(await query(call, `SELECT Id FROM Part__c WHERE Tool__c = '${saw}'`)).toEqual([]);
  });

  it("save the master with its flows and its rules, which can refuse the detail", async () => {
    const saw = await post("Tool__c", { Name: "saw", Note__c: "something else" });
    const part = await post("Part__c", { Name: "a", Tool__c: saw, Cost__c: 1000 });
    expect(await tool(saw, "Note__c", "Cost__c")).toEqual(["saw", 1000]);
    const refused = await patch("Part__c", part, { Cost__c: 1000.01 });
    expect([refused.status, (refused.body as { message: string }[])[0]!.message]).toEqual([400, "Affordable holds."]);
    expect(await query(call, `SELECT Cost__c FROM Part__c WHERE Id = '${part}'`)).toMatchObject([{ Cost__c: 1000 }]);
  });

  it("leave a master alone that a change makes no difference to", async () => {
    const saw = await post("Tool__c", { Name: "saw" });
    const part = await post("Part__c", { Name: "a", Tool__c: saw });
    const before = await tool(saw, "SystemModstamp");
    await call("/../../../local-org/clock", { method: "PUT", body: { now: "2023-12-16T10:00:00Z" } });
    await patch("Part__c", part, { Name: "b" });
    expect(await tool(saw, "SystemModstamp")).toEqual(before);
  });

  it("say in a trace who changed the master", async () => {
    const saw = await post("Tool__c", { Name: "saw" });
    const { headers } = await call("/sobjects/Part__c", {
      method: "POST",
      body: { Name: "a", Tool__c: saw, Cost__c: 5 },
      headers: { "X-Local-Org-Trace": "1" },
    });
    const trace = await fetch(`${org.instanceUrl}/local-org/trace/${headers.get("X-Local-Org-Trace-Id")}`);
    const [write] = ((await trace.json()) as { writes: { writes: { changes: object[] }[] }[] }).writes;
    expect(write!.writes[0]!.changes).toContainEqual({
      field: "Cost__c",
      before: "0.00",
      after: "5.00",
      by: "roll-up summary",
    });
  });

  it("can be filtered and ordered by in SOQL and GraphQL", async () => {
    const rows = await query(call, "SELECT Name FROM Tool__c WHERE Cost__c = 21.5 ORDER BY Parts__c DESC");
    expect(rows.map(({ Name }) => Name)).toEqual(["seeded"]);
    const { data } = await graphql(
      call,
      "{ uiapi { query { Tool__c(where: { Parts__c: { eq: 2 }, Least__c: { eq: 1.5 } }) { edges { node { Name { value } Latest__c { value } } } } } } }",
    );
    expect(at(data, "uiapi.query.Tool__c.edges.0.node")).toEqual({
      Name: { value: "seeded" },
      Latest__c: { value: "2023-05-01" },
    });
  });

  it("are described as calculated, and not written by anybody", async () => {
    const { body } = await call("/sobjects/Tool__c/describe");
    const fields = (body as { fields: Record<string, unknown>[] }).fields;
    const parts = ["type", "scale", "calculated", "createable", "updateable", "nillable", "filterable"];
    const described = (name: string): unknown[] => parts.map((part) => fields.find((f) => f["name"] === name)![part]);
    expect(described("Cost__c")).toEqual(["double", 2, true, false, false, true, true]);
    expect(described("Latest__c")).toEqual(["date", 0, true, false, false, true, true]);
    const refused = await call("/sobjects/Tool__c", { method: "POST", body: { Name: "x", Cost__c: 1 } });
    expect([refused.status, (refused.body as { errorCode: string }[])[0]!.errorCode]).toEqual([
      400,
      "INVALID_FIELD_FOR_INSERT_UPDATE",
    ]);
    const info = (await call("/ui-api/object-info/Tool__c")).body as { fields: Record<string, object> };
    expect(info.fields["Cost__c"]).toMatchObject({ calculated: true, createable: false, updateable: false });
  });
});

describe("a roll-up summary that the platform would not take is refused at load", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  it.each<[string, Draft, RegExp]>([
    ["without a detail", { operation: "count", key: "Gone__c.Tool__c" }, /object "Gone__c" does not exist/],
    ["of another object's field", { key: "Screw__c.Part__c" }, /"Part__c\.Cost__c", but the details are of Screw__c/],
    [
      "over a field that is no relationship",
      { key: "Part__c.Kind__c" },
      /"Part__c\.Kind__c" is no master-detail relationship to Tool__c/,
    ],
    [
      "over a relationship to another object",
      { operation: "count", key: "Screw__c.Part__c" },
      /"Screw__c\.Part__c" is no master-detail/,
    ],
    ["of an unknown operation", { operation: "average" }, /is "average", which is none of/],
    ["of a field that does not exist", { of: "Part__c.Gone__c" }, /"Part__c\.Gone__c", which does not exist/],
    ["that adds up days", { of: "Part__c.Bought__c" }, /cannot be the sum of "Part__c\.Bought__c", a date field/],
    [
      "that compares text",
      { operation: "max", of: "Part__c.Kind__c" },
      /cannot be the max of "Part__c\.Kind__c", a string field/,
    ],
    [
      "with a filter by an unknown field",
      { filters: filter("Gone__c", "equals", "a") },
      /"Part__c\.Gone__c", which does not exist/,
    ],
    [
      "with a filter's value of another type",
      { filters: filter("Cost__c", "equals", "much") },
      /filter of roll-up summary Tool__c\.Sum__c: .*much/,
    ],
    [
      "with a filter that is left out here",
      { filters: filter("Kind__c", "within", "a") },
      /"within" of roll-up summaries is not supported/,
    ],
  ])("%s", async (_what, draft, reason) => {
    const file = "objects/Tool__c/fields/Sum__c.field-meta.xml";
    const packageDirectory = writeToolPackage(directory, { ...PACKAGE, [file]: rollUp("Sum__c", draft) });
    await expect(startOrg({ packageDirectory })).rejects.toThrow(reason);
    await expect(startOrg({ packageDirectory })).rejects.toThrow(file);
  });
});
