import { query, restClient, type Answer } from "../support/restClient.ts";
import { writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";
import { at, graphql } from "./graphqlCall.ts";

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function field(name: string, inner: string): string {
  return `<CustomField ${NAMESPACE}><fullName>${name}</fullName><label>${name}</label>${inner}</CustomField>`;
}

const FIELDS: Readonly<Record<string, string>> = {
  Day__c: "<type>Date</type>",
  At__c: "<type>DateTime</type>",
  Amount__c: "<precision>8</precision><scale>2</scale><type>Number</type>",
  Flag__c: "<defaultValue>true</defaultValue><type>Checkbox</type>",
};

const PERMISSIONS = `<PermissionSet ${NAMESPACE}>${Object.keys(FIELDS)
  .map(
    (name) =>
      `<fieldPermissions><editable>true</editable><field>Tool__c.${name}</field><readable>true</readable></fieldPermissions>`,
  )
  .join("")}<label>Forms</label></PermissionSet>`;

const PACKAGE = {
  ...Object.fromEntries(
    Object.entries(FIELDS).map(([name, inner]) => [
      `objects/Tool__c/fields/${name}.field-meta.xml`,
      field(name, inner),
    ]),
  ),
  "permissionsets/Form_Administrator.permissionset-meta.xml": PERMISSIONS,
};

const REFUSED = Symbol("refused");
type Stored = string | number | boolean | null | typeof REFUSED;

/** A text as a caller sends it, and what a REST read gives back. */
const FORMS: readonly (readonly [field: string, text: string, stored: Stored])[] = [
  ["Day__c", "2024-02-28", "2024-02-28"],
  ["Day__c", "2024-02-29", "2024-02-29"],
  ["Day__c", "2023-02-29", REFUSED],
  ["Day__c", "1900-02-29", REFUSED],
  ["Day__c", "2000-02-29", "2000-02-29"],
  ["Day__c", "2024-04-31", REFUSED],
  ["Day__c", "2024-13-01", REFUSED],
  ["Day__c", "2024-2-9", REFUSED],
  ["Day__c", "02/29/2024", REFUSED],
  ["Day__c", "20240229", REFUSED],
  ["Day__c", "2024-02-29Z", "2024-02-29"],
  ["Day__c", "2024-02-29+0200", "2024-02-29"],
  ["Day__c", "2024-02-29T23:30:00Z", "2024-02-29"],
  ["Day__c", "2024-02-29T23:30:00.000+0000", "2024-02-29"],
  ["Day__c", "2024-02-29T23:30:00.000000+02:00", REFUSED],
  ["Day__c", "2024-02-29 23:30:00", REFUSED],
  ["Day__c", "tomorrow", REFUSED],
  ["At__c", "2024-02-29T10:00:00Z", "2024-02-29T10:00:00.000+0000"],
  ["At__c", "2024-02-29T10:00:00.000Z", "2024-02-29T10:00:00.000+0000"],
  ["At__c", "2024-02-29T10:00:00.999Z", "2024-02-29T10:00:00.000+0000"],
  ["At__c", "2024-02-29T10:00:00.000+0000", "2024-02-29T10:00:00.000+0000"],
  ["At__c", "2024-02-29T10:00:00+01:00", "2024-02-29T09:00:00.000+0000"],
  ["At__c", "2024-02-29T10:00:00-0730", "2024-02-29T17:30:00.000+0000"],
  ["At__c", "2024-03-01T00:30:00+0100", "2024-02-29T23:30:00.000+0000"],
  ["At__c", "2023-02-29T10:00:00Z", REFUSED],
  ["At__c", "2024-02-29T25:00:00Z", REFUSED],
  ["At__c", "2024-02-29T10:61:00Z", REFUSED],
  ["At__c", "2024-02-29T10:00:00", REFUSED],
  ["At__c", "2024-02-29 10:00:00", REFUSED],
  ["At__c", "2024-02-29", REFUSED],
  ["At__c", "1709200800000", REFUSED],
  ["Amount__c", "12", 12],
  ["Amount__c", "-12.5", -12.5],
  ["Amount__c", "+12.5", 12.5],
  ["Amount__c", ".5", 0.5],
  ["Amount__c", "1.005", 1.01],
  ["Amount__c", "-1.005", -1.01],
  ["Amount__c", "1.25e2", 125],
  ["Amount__c", "125E-2", 1.25],
  ["Amount__c", "999999.99", 999999.99],
  ["Amount__c", "1000000", REFUSED],
  ["Amount__c", "1,000.50", REFUSED],
  ["Amount__c", "1.000,50", REFUSED],
  ["Amount__c", "$12", REFUSED],
  ["Amount__c", "NaN", REFUSED],
  ["Flag__c", "true", true],
  ["Flag__c", "FALSE", false],
  ["Flag__c", "1", true],
  ["Flag__c", "0", false],
  ["Flag__c", "yes", REFUSED],
  ["Note__c", "null", "null"],
  ["Note__c", "2024-02-29", "2024-02-29"],
];

describe("values in all their forms", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({ packageDirectory: writeToolPackage(directory, PACKAGE) });
    call = restClient(org);
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  const post = (path: string, body: unknown): Promise<Answer> => call(path, { method: "POST", body });
  const codesOf = ({ body }: Answer): unknown[] => (body as { errorCode: string }[]).map(({ errorCode }) => errorCode);
  const stored = async (id: string, name: string): Promise<unknown> =>
    ((await call(`/sobjects/Tool__c/${id}`)).body as Record<string, unknown>)[name];

  /** What the REST API stores of it; REFUSED with the code of a value that JSON cannot be read into, or a range. */
  async function byRest(name: string, text: string): Promise<unknown> {
    const answer = await post("/sobjects/Tool__c", { Name: "x", [name]: text });
    if (answer.status === 201) return stored((answer.body as { id: string }).id, name);
    expect(["JSON_PARSER_ERROR", "NUMBER_OUTSIDE_VALID_RANGE"]).toContain(codesOf(answer)[0]);
    return REFUSED;
  }

  async function byUiApi(name: string, text: string): Promise<unknown> {
    const answer = await post("/ui-api/records", { apiName: "Tool__c", fields: { Name: "x", [name]: text } });
    if (answer.status === 201) return stored((answer.body as { id: string }).id, name);
    expect(Object.keys((answer.body as { output: { fieldErrors: object } }).output.fieldErrors)).toEqual([name]);
    return REFUSED;
  }

  it.each(FORMS)("%s takes %s as %s, by REST and by the User Interface API", async (name, text, expected) => {
    expect([await byRest(name, text), await byUiApi(name, text)]).toEqual([expected, expected]);
  });

  async function ingest(csv: string, more: object = {}): Promise<{ good: string[]; bad: string[] }> {
    const job = await post("/jobs/ingest", { object: "Tool__c", operation: "insert", ...more });
    const path = `/jobs/ingest/${(job.body as { id: string }).id}`;
    await call(`${path}/batches`, { method: "PUT", body: csv, headers: { "Content-Type": "text/csv" } });
    await call(path, { method: "PATCH", body: { state: "UploadComplete" } });
    const linesOf = async (results: string): Promise<string[]> =>
      (await call(`${path}/${results}`)).text.trimEnd().split("\n").slice(1);
    return { good: await linesOf("successfulResults"), bad: await linesOf("failedResults") };
  }

  it("takes and refuses the same texts in a bulk job, row by row", async () => {
    const names = ["Day__c", "At__c", "Amount__c", "Flag__c", "Note__c"];
    const rows = FORMS.map(([name, text], index) =>
      [`bulk ${index}`, ...names.map((each) => (each === name ? `"${text}"` : ""))].join(","),
    );
    const { good, bad } = await ingest(`Name,${names.join(",")}\n${rows.join("\n")}\n`);
    const isRefused = ([, , expected]: (typeof FORMS)[number]): boolean => expected === REFUSED;
    expect(bad.map((line) => /bulk (\d+)/.exec(line)![1])).toEqual(
      FORMS.flatMap((form, index) => (isRefused(form) ? [String(index)] : [])),
    );
    expect(good).toHaveLength(FORMS.filter((form) => !isRefused(form)).length);
    for (const line of bad) expect(line).toMatch(/INVALID_TYPE_ON_FIELD_IN_RECORD:|NUMBER_OUTSIDE_VALID_RANGE:/);
    const saved = await query(call, `SELECT Name, ${names.join(", ")} FROM Tool__c WHERE Name LIKE 'bulk %'`);
    for (const row of saved) {
      const [name, , expected] = FORMS[Number(String(row["Name"]).slice(5))]!;
      expect([row["Name"], row[name]]).toEqual([row["Name"], expected]);
    }
  });

  const FULL = { Day__c: "2024-02-29", At__c: "2024-02-29T10:00:00Z", Amount__c: 5, Flag__c: true, Note__c: "n" };
  const EMPTY = { Day__c: null, At__c: null, Amount__c: null, Flag__c: false, Note__c: null };
  const FILLED = { ...FULL, At__c: "2024-02-29T10:00:00.000+0000" };

  const makeFull = async (): Promise<string> =>
    ((await post("/sobjects/Tool__c", { Name: "full", ...FULL })).body as { id: string }).id;
  const valuesOf = async (id: string): Promise<unknown> => {
    const { body } = await call(`/sobjects/Tool__c/${id}?fields=${Object.keys(FULL).join(",")}`);
    const { attributes: _where, ...values } = body as Record<string, unknown>;
    return values;
  };

  it("clears by null, and leaves alone what is not named", async () => {
    const id = await makeFull();
    await call(`/sobjects/Tool__c/${id}`, { method: "PATCH", body: { Name: "renamed" } });
    expect(await valuesOf(id)).toEqual(FILLED);
    const nothing = Object.fromEntries(Object.keys(FULL).map((name) => [name, null]));
    await call(`/sobjects/Tool__c/${id}`, { method: "PATCH", body: nothing });
    expect(await valuesOf(id)).toEqual(EMPTY);
  });

  it("clears by null in the User Interface API and in GraphQL too", async () => {
    const [one, two] = [await makeFull(), await makeFull()];
    const nothing = Object.fromEntries(Object.keys(FULL).map((name) => [name, null]));
    await call(`/ui-api/records/${one}`, { method: "PATCH", body: { fields: nothing } });
    const { errors } = await graphql(
      call,
      `mutation { uiapi { Tool__cUpdate(input: { Id: "${two}", Tool__c: { Day__c: null, At__c: null, Amount__c: null, Flag__c: null, Note__c: null } }) { Record { Id } } } }`,
    );
    expect([errors, await valuesOf(one), await valuesOf(two)]).toEqual([[], EMPTY, EMPTY]);
  });

  it("clears a bulk cell by #N/A, and leaves alone an empty one and a missing column", async () => {
    const [one, two] = [await makeFull(), await makeFull()];
    const operation = { operation: "update" };
    await ingest(
      `Id,Day__c,At__c,Amount__c,Flag__c,Note__c\n${one},#N/A,#N/A,#N/A,#N/A,#N/A\n${two},,,,,\n`,
      operation,
    );
    expect([await valuesOf(one), await valuesOf(two)]).toEqual([EMPTY, FILLED]);
    await ingest(`Id,Note__c\n${two},m\n`, operation);
    expect(await valuesOf(two)).toEqual({ ...FILLED, Note__c: "m" });
  });

  it.each(["Day__c", "At__c", "Amount__c", "Flag__c"])("%s is not cleared by an empty text of JSON", async (name) => {
    const answer = await post("/sobjects/Tool__c", { Name: "x", [name]: "" });
    expect([answer.status, codesOf(answer)]).toEqual([400, ["JSON_PARSER_ERROR"]]);
  });

  it("stores an empty text as no text, and finds it by null and by ''", async () => {
    const answer = await post("/sobjects/Tool__c", { Name: "empty", Note__c: "" });
    expect(await stored((answer.body as { id: string }).id, "Note__c")).toBeNull();
    for (const literal of ["null", "''"])
      expect(await query(call, `SELECT Id FROM Tool__c WHERE Name = 'empty' AND Note__c = ${literal}`)).toHaveLength(1);
  });

  it("refuses a whole collection and a whole tree for one value that is of no type", async () => {
    const record = (Day__c: string, referenceId: string): object => ({
      attributes: { type: "Tool__c", referenceId },
      Name: "together",
      Day__c,
    });
    const records = [record("2024-02-29", "a"), record("2023-02-29", "b")];
    for (const path of ["/composite/sobjects", "/composite/tree/Tool__c"]) {
      const answer = await post(path, { records });
      expect([answer.status, codesOf(answer)]).toEqual([400, ["JSON_PARSER_ERROR"]]);
    }
    expect(await query(call, "SELECT Id FROM Tool__c WHERE Name = 'together'")).toEqual([]);
  });

  it("writes each value as each interface writes it", async () => {
    const id = await makeFull();
    const names = Object.keys(FULL).join(",");
    const fields = Object.keys(FULL)
      .map((name) => `Tool__c.${name}`)
      .join(",");
    const { body: ui } = await call(`/ui-api/records/${id}?fields=${fields}`);
    expect((ui as { fields: unknown }).fields).toEqual({
      Amount__c: { displayValue: "5.00", value: 5 },
      At__c: { displayValue: "2/29/2024, 2:00 AM", value: "2024-02-29T10:00:00.000Z" },
      Day__c: { displayValue: "2/29/2024", value: "2024-02-29" },
      Flag__c: { displayValue: null, value: true },
      Note__c: { displayValue: null, value: "n" },
    });
    const { data } = await graphql(
      call,
      `{ uiapi { query { Tool__c(where: { Id: { eq: "${id}" } }) { edges { node { Amount__c { value } At__c { value } Day__c { value } Flag__c { value } } } } } } }`,
    );
    expect(at(data, "uiapi.query.Tool__c.edges.0.node")).toEqual({
      Amount__c: { value: 5 },
      At__c: { value: "2024-02-29T10:00:00.000Z" },
      Day__c: { value: "2024-02-29" },
      Flag__c: { value: true },
    });
    const job = await post("/jobs/query", {
      operation: "query",
      query: `SELECT ${names} FROM Tool__c WHERE Id = '${id}'`,
    });
    const path = `/jobs/query/${(job.body as { id: string }).id}`;
    let results = await call(`${path}/results`);
    for (let tries = 0; results.status !== 200 && tries < 50; tries += 1) results = await call(`${path}/results`);
    expect(results.text.split("\n")[1]).toBe('"2024-02-29","2024-02-29T10:00:00.000Z","5.0","true","n"');
    expect((await call(`/query?q=SELECT+Amount__c+FROM+Tool__c+WHERE+Id='${id}'`)).text).toContain('"Amount__c":5.0');
  });

  it.each([
    ["Day__c = 2024-02-29", true],
    ["Day__c = 2023-02-29", null],
    ["Day__c = '2024-02-29'", null],
    ["Day__c > 2024-02-28T00:00:00Z", null],
    ["At__c = 2024-02-29T10:00:00Z", true],
    ["At__c = 2024-02-29T10:00:00.000Z", true],
    ["At__c = 2024-02-29T11:00:00%2B01:00", true],
    ["At__c = 2024-02-29T02:00:00-08:00", true],
    ["At__c > 2024-02-29T10:00:00Z", false],
    ["At__c = 2024-02-29T10:00:00", null],
    ["At__c = 2024-02-29", null],
    ["Amount__c = 5", true],
    ["Amount__c = 5.00", true],
    ["Amount__c = '5'", null],
    ["Flag__c = true", true],
    ["Flag__c = TRUE", true],
    ["Flag__c = 'true'", null],
    ["Note__c = n", null],
  ])("a query's filter %s finds the record: %s (null: it is refused)", async (filter, expected) => {
    const id = await makeFull();
    const soql = `SELECT+Id+FROM+Tool__c+WHERE+Id='${id}'+AND+${filter.replaceAll(" ", "+")}`;
    const { status, body } = await call(`/query?q=${soql}`);
    expect(status === 200 ? (body as { totalSize: number }).totalSize === 1 : null).toBe(expected);
  });
});
