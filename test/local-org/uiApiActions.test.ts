import { signIn } from "../force-app/signIn.ts";
import { restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";

const SEED = {
  Account: [
    "Id,Name,Phone",
    "harbor,Harbor Systems,",
    "hill,Hill Harbor,",
    "lake,Lakeside Digital,555 harbor",
    "percent,100% Water,",
  ],
  Contact: ["Id,LastName,AccountId", "amy,Taylor,harbor"],
  Opportunity: ["Id,Name,AccountId,StageName,CloseDate", "deal,First deal,harbor,Prospecting,2024-01-31"],
  Partner_Agreement__c: [
    "Id,Partner__c,Type__c,Effective_Date__c",
    "paper,harbor,Baseline Partner Agreement,2023-01-01",
  ],
};

interface Action {
  readonly apiName: string;
  readonly [part: string]: unknown;
}
interface Actions {
  readonly actions: Readonly<Record<string, { readonly actions: readonly Action[]; readonly url: string }>>;
}
interface Suggestions {
  readonly count: number;
  readonly nextPageToken: string | null;
  readonly previousPageUrl: string | null;
  readonly records: readonly { readonly fields: Readonly<Record<string, { readonly value: unknown }>> }[];
}

describe("pages ask which buttons to show and what a lookup could lead to", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  let asExecutive: ReturnType<typeof restClient>;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
    asExecutive = restClient(org, (await signIn(org, "Partner_Account_Executive")).accessToken!);
    for (const object of Object.keys(SEED)) {
      const found = await call(`/query?q=${encodeURIComponent(`SELECT Id FROM ${object} ORDER BY Id`)}`);
      ids[object] = (found.body as { records: { Id: string }[] }).records[0]!.Id;
    }
  });
  afterAll(() => org.close());

  const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_all, object: string) => ids[object]!);
  const get = (path: string, client = call): Promise<Answer> => client(`/ui-api/${filled(path)}`);
  const namesOf = ({ body }: Answer): unknown =>
    Object.values((body as Actions).actions).map(({ actions }) => actions.map(({ apiName }) => apiName));

  it.each([
    ["a record's page", "actions/record/{Account}", [["Edit", "Delete"]]],
    [
      "two records' pages",
      "actions/record/{Account},{Contact}",
      [
        ["Edit", "Delete"],
        ["Edit", "Delete"],
      ],
    ],
    ["a record in a list", "actions/list-view-record/{Contact}", [["Edit", "Delete"]]],
    ["two related lists", "actions/record/{Account}/related-list/Contacts,Opportunities", [["New"], ["New"]]],
    ["a record in a related list", "actions/record/{Account}/related-list-record/{Contact}", [["Edit", "Delete"]]],
    ["one button by name", "actions/record/{Account}?apiNames=Delete", [["Delete"]]],
    ["quick actions, of which there are none", "actions/record/{Account}?actionTypes=QuickAction", [[]]],
  ])("shows on %s what the user may do", async (_what, path, names) => {
    const answer = await get(path);
    expect([answer.status, namesOf(answer)]).toEqual([200, names]);
  });

  it("shows nothing that the user may not do", async () => {
    expect(namesOf(await get("actions/record/{Partner_Agreement__c}", asExecutive))).toEqual([[]]);
    expect(namesOf(await get("actions/record/{Opportunity}", asExecutive))).toEqual([["Edit", "Delete"]]);
  });

  it("shows on a list view the button of a new record", async () => {
    const { body } = await get("list-ui/Contact");
    const [{ id }] = (body as { lists: [{ id: string }] }).lists;
    const answer = await get(`actions/list-view/${id}`);
    expect(namesOf(answer)).toEqual([["New"]]);
    expect((answer.body as Actions).actions[id]!.actions[0]).toMatchObject({ targetObject: "Contact" });
  });

  it("describes a button with every part that the platform's documentation has", async () => {
    const { body } = await get("actions/record/{Account}/related-list-record/{Contact}?formFactor=Small");
    const [action] = (body as Actions).actions[ids["Contact"]!]!.actions;
    const orgId = org.org.organizationId.slice(0, 15);
    expect(action).toEqual({
      actionListContext: "RelatedListRecord",
      actionTarget: null,
      actionTargetType: "Invoke",
      apiName: "Edit",
      externalId: `${orgId}:${ids["Account"]}::RelatedListRecord:Small:StandardButton:Edit`,
      iconUrl: "/img/icon/t4v35/action/edit_120.png",
      id: expect.stringMatching(/^0JV/) as unknown,
      isMassAction: "false",
      label: "Edit",
      lwcComponent: null,
      primaryColor: "1DCCBF",
      relatedListRecordId: ids["Contact"],
      relatedSourceObject: null,
      section: "Page",
      sourceObject: ids["Account"],
      subtype: null,
      targetObject: "Contact",
      targetUrl: null,
      type: "StandardButton",
    });
  });

  it.each([
    ["actions/record/001000000000ZZZAAA", 404, "NOT_FOUND"],
    ["actions/list-view/00B000000000001AAA", 404, "NOT_FOUND"],
    ["actions/record/{Account}/related-list/Friends", 400, "INVALID_PARAMETER_VALUE"],
    ["actions/global", 400, "FUNCTIONALITY_NOT_ENABLED"],
    ["actions/record/{Account}/record-edit", 400, "FUNCTIONALITY_NOT_ENABLED"],
    ["lookups/Opportunity/Name", 400, "INVALID_FIELD"],
    ["lookups/Opportunity/AccountId/Contact", 400, "INVALID_TYPE"],
    ["lookups/Opportunity/AccountId?searchType=Search&q=h", 400, "ILLEGAL_QUERY_PARAMETER_VALUE"],
    ["lookups/Opportunity/AccountId?searchType=Guess&q=ha", 400, "ILLEGAL_QUERY_PARAMETER_VALUE"],
  ])("%s is refused", async (path, status, errorCode) => {
    const answer = await get(path);
    expect([answer.status, (answer.body as { errorCode: string }[])[0]!.errorCode]).toEqual([status, errorCode]);
  });

  const suggested = async (parameters: string): Promise<unknown[]> => {
    const { body } = await get(`lookups/Opportunity/AccountId/Account?${parameters}`);
    return (body as Suggestions).records.map(({ fields }) => fields["Name"]!.value);
  };

  it.each([
    ["names that begin so", "searchType=TypeAhead&q=ha", ["Harbor Systems"]],
    ["names that begin so, in any case", "searchType=TypeAhead&q=HILL", ["Hill Harbor"]],
    ["names with what would be a wildcard", "searchType=TypeAhead&q=100%25", ["100% Water"]],
    ["words anywhere in the record", "searchType=Search&q=harb", ["Harbor Systems", "Hill Harbor", "Lakeside Digital"]],
    ["nothing", "searchType=Search&q=zebra", []],
  ])("suggests %s", async (_what, parameters, names) => {
    expect(await suggested(parameters)).toEqual(names);
  });

  it("suggests by default what the user looked at last", async () => {
    expect(await suggested("")).toEqual([]);
    await call(`/query?q=${encodeURIComponent("SELECT Id FROM Account WHERE Name = 'Lakeside Digital' FOR VIEW")}`);
    expect(await suggested("")).toEqual(["Lakeside Digital"]);
  });

  it("pages through suggestions", async () => {
    const page = async (number: number): Promise<unknown[]> => {
      const path = `lookups/Contact/AccountId/Account?searchType=Search&q=harbor&pageSize=2&page=${number}`;
      const { count, nextPageToken, previousPageUrl } = (await get(path)).body as Suggestions;
      return [count, nextPageToken, previousPageUrl !== null];
    };
    expect([await page(1), await page(2)]).toEqual([
      [2, "2", false],
      [1, null, true],
    ]);
  });

  it("answers by object where none is asked for", async () => {
    const { body } = await get("lookups/Opportunity/AccountId?searchType=TypeAhead&q=har");
    expect(body).toMatchObject({ lookupResults: { Account: { count: 1, records: [{ apiName: "Account" }] } } });
  });
});
