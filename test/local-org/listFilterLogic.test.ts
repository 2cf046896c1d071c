import { restClient } from "../support/restClient.ts";
import { writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

const LOGICS: readonly (readonly [logic: string, found: string])[] = [
  ["1 AND 2 AND 3", "abc"],
  ["1 OR 2 OR 3", "a ab abc b c"],
  ["1 AND (2 OR 3)", "ab abc"],
  ["(1 AND 2) OR 3", "ab abc c"],
  ["1 and not 2", "a"],
  ["NOT (1 OR 3)", "b none"],
];
const WRONG = ["1 AND 2 OR 3", "1 AND 4", "1 AND (2", "1 2"];

/** Filter 1 wants an a in the name, 2 a b, 3 a c. */
function listView(name: string, logic: string): string {
  const filters = ["a", "b", "c"].map((letter) => {
    const pattern = `<field>Trail__c</field><operation>contains</operation><value>${letter}</value>`;
    return `<filters>${pattern}</filters>`;
  });
  return `<ListView xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><booleanFilter>${logic}</booleanFilter><columns>NAME</columns><filterScope>Everything</filterScope>${filters.join("")}<label>${name}</label></ListView>`;
}

describe("list views with filter logic", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    const views = [...LOGICS.map(([logic]) => logic), ...WRONG].map((logic, at): [string, string] => [
      `objects/Tool__c/listViews/L${at}.listView-meta.xml`,
      listView(`L${at}`, logic),
    ]);
    const seed = {
      Tool__c: [
        "Id,Name,Trail__c",
        ...["a", "b", "c", "ab", "abc", "none"].map((t) => `${t},${t},${t === "none" ? "" : t}`),
      ],
    };
    org = await startOrg({ packageDirectory: writeToolPackage(directory, Object.fromEntries(views)), seed });
    call = restClient(org);
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  it.each(LOGICS.map(([logic, found], at) => [logic, found, at] as const))("%s finds %s", async (_logic, found, at) => {
    const { body } = await call(`/ui-api/list-records/Tool__c/L${at}`);
    const { records } = body as { records: { fields: { Name: { value: string } } }[] };
    expect(records.map(({ fields }) => fields.Name.value).join(" ")).toBe(found);
  });

  it.each(WRONG.map((logic, at) => [logic, at + LOGICS.length] as const))("%s is refused", async (_logic, at) => {
    const answer = await call(`/ui-api/list-records/Tool__c/L${at}`);
    expect([answer.status, (answer.body as { errorCode: string }[])[0]!.errorCode]).toEqual([
      400,
      "FUNCTIONALITY_NOT_ENABLED",
    ]);
  });
});
