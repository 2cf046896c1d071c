import { signIn } from "../force-app/signIn.ts";
import { restClient, type Answer } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

const SEED = {
  Account: ["Id,Name", "harbor,Harbor Systems"],
  Contact: [
    "Id,FirstName,LastName,AccountId",
    "amy,Amy,Taylor,harbor",
    "bo,Bo,Anders,harbor",
    "cem,Cem,Young,harbor",
    "dana,Dana,Zorn,",
  ],
};

type Body = Record<string, unknown>;
const bodyOf = <T = Body>(answer: Answer): T => answer.body as T;

describe("Lightning pages learn of objects, choices and related lists", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;
  let harbor: string;

  beforeAll(async () => {
    org = await startOrg({ seed: SEED });
    call = restClient(org);
    const found = await call("/query?q=SELECT+Id+FROM+Account");
    harbor = bodyOf<{ records: { Id: string }[] }>(found).records[0]!.Id;
  });
  afterAll(() => org.close());

  it("describes an object with every part that the platform's sample has", async () => {
    const info = bodyOf(await call("/ui-api/object-info/account"));
    const sample =
      "apiName childRelationships createable custom defaultRecordTypeId deletable dependentFields eTag feedEnabled fields keyPrefix label labelPlural layoutable mruEnabled nameFields queryable recordTypeInfos searchable themeInfo updateable";
    for (const part of sample.split(" ")) expect(info).toHaveProperty(part);
    expect([info["apiName"], info["keyPrefix"], info["nameFields"]]).toEqual(["Account", "001", ["Name"]]);
    expect(Object.keys(info["recordTypeInfos"] as Body)).toEqual(["012000000000000AAA"]);
  });

  it("describes a field with every part that the platform's sample has", async () => {
    const info = bodyOf<{ fields: Record<string, Body> }>(await call("/ui-api/object-info/Contact"));
    expect(info.fields["AccountId"]).toMatchObject({
      apiName: "AccountId",
      dataType: "Reference",
      reference: true,
      referenceToInfos: [{ apiName: "Account", nameFields: ["Name"] }],
      relationshipName: "Account",
      createable: true,
      updateable: true,
      required: false,
    });
    const sample =
      "apiName calculated compound compoundComponentName compoundFieldName controllerName controllingFields createable custom dataType extraTypeInfo filterable filteredLookupInfo highScaleNumber htmlFormatted inlineHelpText label length nameField polymorphicForeignKey precision reference referenceTargetField referenceToInfos relationshipName required scale searchPrefilterable sortable unique updateable";
    for (const part of sample.split(" ")) expect(info.fields["LastName"]).toHaveProperty(part);
  });

  it("hides fields and rights that the user does not have", async () => {
    const asExecutive = restClient(org, (await signIn(org, "Partner_Account_Executive")).accessToken!);
    const asPlainUser = await signInPlainUser(org);
    const infoFor = async (client: typeof call, object: string): Promise<{ fields: Body; createable: boolean }> =>
      bodyOf(await client(`/ui-api/object-info/${object}`));
    const agreements = [
      await infoFor(call, "Partner_Agreement__c"),
      await infoFor(asExecutive, "Partner_Agreement__c"),
    ];
    expect(agreements.map(({ createable }) => createable)).toEqual([true, false]);
    const deals = [await infoFor(call, "Opportunity"), await infoFor(asPlainUser, "Opportunity")];
    expect(deals.map(({ fields }) => "eARR__c" in fields)).toEqual([true, false]);
  });

  it("describes several objects at once, and says which it does not know", async () => {
    const answer = await call("/ui-api/object-info/batch/Account,Nothing__c");
    const { hasErrors, results } = bodyOf<{ hasErrors: boolean; results: { statusCode: number }[] }>(answer);
    expect([hasErrors, ...results.map(({ statusCode }) => statusCode)]).toEqual([true, 200, 400]);
  });

  it("lists the choices of a field, and of all fields of the master record type", async () => {
    const one = bodyOf(await call("/ui-api/object-info/Contact/picklist-values/012000000000000AAA/LeadSource"));
    expect(one).toEqual({
      controllerValues: {},
      defaultValue: null,
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      url: "/services/data/v66.0/ui-api/object-info/Contact/picklist-values/012000000000000AAA/LeadSource",
      values: ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"].map((value) => ({
        attributes: null,
        label: value,
        validFor: [],
        value,
      })),
    });
    const all = bodyOf<{ picklistFieldValues: Body }>(
      await call("/ui-api/object-info/Contact/picklist-values/012000000000000AAA"),
    );
    expect(all.picklistFieldValues["LeadSource"]).toEqual(one);
  });

  it.each([
    ["a field without choices", "Contact/picklist-values/012000000000000AAA/Name", 400],
    ["a record type that does not exist", "Contact/picklist-values/012000000000001AAA/LeadSource", 404],
    ["an object that the User Interface API does not serve", "PermissionSet", 400],
  ])("refuses %s", async (_what, path, status) => {
    expect((await call(`/ui-api/object-info/${path}`)).status).toBe(status);
  });

  interface Page extends Body {
    count: number;
    nextPageToken: string | null;
    records: { fields: Record<string, { value: unknown }> }[];
  }
  const namesOf = (page: Page): unknown[] => page.records.map(({ fields }) => fields["LastName"]!.value);

  it("pages through a related list in the order asked for", async () => {
    const path = `/ui-api/related-list-records/${harbor}/Contacts?fields=Contact.LastName&pageSize=2&sortBy=-LastName`;
    const first = bodyOf<Page>(await call(path));
    const second = bodyOf<Page>(await call(`${path}&pageToken=${first.nextPageToken}`));
    expect([namesOf(first), namesOf(second)]).toEqual([["Young", "Taylor"], ["Anders"]]);
    expect([first["currentPageToken"], first.nextPageToken, second.nextPageToken]).toEqual(["0", "2", null]);
    expect(first["listReference"]).toMatchObject({ inContextOfRecordId: harbor, relatedListId: "Contacts" });
  });

  it("takes a condition in GraphQL syntax, in the body of a POST", async () => {
    const answer = await call(`/ui-api/related-list-records/${harbor}/Contacts`, {
      method: "POST",
      body: {
        fields: ["Contact.LastName"],
        sortBy: ["LastName"],
        where: '{ or: [{ LastName: { eq: "Young" } }, { Account: { Name: { like: "Nobody%" } } }] }',
      },
    });
    expect([namesOf(bodyOf<Page>(answer)), bodyOf(answer)["pageSize"]]).toEqual([["Young"], 50]);
  });

  it.each([
    ["a list that does not exist", "Friends?fields=Contact.LastName"],
    ["a page beyond 1,999 records", "Contacts?fields=Contact.LastName&pageSize=2000"],
    ["a condition that is no GraphQL", "Contacts?where={"],
    ["an order by an unknown field", "Contacts?sortBy=Nothing__c"],
  ])("refuses %s", async (_what, path) => {
    expect((await call(`/ui-api/related-list-records/${harbor}/${path}`)).status).toBe(400);
  });
});
