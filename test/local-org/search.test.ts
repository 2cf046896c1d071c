import { restClient } from "../support/restClient.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { signInPlainUser } from "./uiApiPlainUser.ts";

describe("A search for words", () => {
  let org: TestOrg;
  let call: ReturnType<typeof restClient>;

  beforeAll(async () => {
    org = await startOrg({
      seed: {
        Account: [
          "Id,Name,Phone,Description,Partner_Status__c",
          "a,Harbor Systems,555-0100,boats and docks,Enrolled",
          "b,Harbor-Light Systems,555-0101,lamps,Enrolled",
          "c,Harborside Digital,555-0102,boats,",
          "d,Lake Digital,555-0103,the harbor of the lake,",
        ],
        Contact: ["LastName,Email,AccountId", "Harbor,ann@harbor.example,a", "Stone,bo@lake.example,d"],
      },
    });
    call = restClient(org);
  });
  afterAll(() => org.close());

  const found = async (sosl: string, as = call): Promise<unknown[]> => {
    const { status, body, text } = await as(`/search?q=${encodeURIComponent(sosl)}`);
    if (status !== 200) throw new Error(text);
    return (body as { searchRecords: { Name?: string; Id: string }[] }).searchRecords.map(({ Name, Id }) => Name ?? Id);
  };

  it.each([
    ["whole words, in any case", "FIND {HARBOR} IN NAME FIELDS", ["Harbor Systems", "Harbor-Light Systems"]],
    [
      "beginnings where an asterisk says so",
      "FIND {harbor*} IN NAME FIELDS",
      ["Harbor Systems", "Harbor-Light Systems", "Harborside Digital"],
    ],
    ["one character for a question mark", "FIND {l?ke} IN NAME FIELDS", ["Lake Digital"]],
    ["words that stand together", 'FIND {"Harbor Systems"} IN NAME FIELDS', ["Harbor Systems"]],
    [
      "several words, wherever each stands",
      "FIND {systems harbor} IN NAME FIELDS",
      ["Harbor Systems", "Harbor-Light Systems"],
    ],
    ["either", "FIND {lake OR light} IN NAME FIELDS", ["Harbor-Light Systems", "Lake Digital"]],
    ["one without the other", "FIND {harbor AND NOT light} IN NAME FIELDS", ["Harbor Systems"]],
    ["brackets", "FIND {(lake OR harbor) AND digital} IN NAME FIELDS", ["Lake Digital"]],
    ["an escaped wildcard as no letter", "FIND {harbor\\*} IN NAME FIELDS", ["Harbor Systems", "Harbor-Light Systems"]],
    ["words of a long text, if all fields are meant", "FIND {lamps} IN ALL FIELDS", ["Harbor-Light Systems"]],
    ["telephone numbers alone", "FIND {555 0103} IN PHONE FIELDS", ["Lake Digital"]],
  ])("finds %s", async (_what, find, expected) => {
    expect(await found(`${find} RETURNING Account(Name ORDER BY Name)`)).toEqual(expected);
  });

  it("takes conditions, order and limits for each object", async () => {
    const sosl =
      "FIND {harbor* OR lake} RETURNING Account(Name WHERE Name LIKE 'Harbor%' ORDER BY Name DESC LIMIT 2), Contact(Name)";
    expect(await found(sosl)).toEqual(["Harborside Digital", "Harbor-Light Systems", "Harbor", "Stone"]);
    expect(await found(`${sosl} LIMIT 1`)).toEqual(["Harborside Digital"]);
  });

  it("goes through every object where none is named, and answers ids", async () => {
    const ids = (await found("FIND {lake} IN ALL FIELDS")) as string[];
    expect(ids.map((id) => id.slice(0, 3)).sort()).toEqual(["001", "003"]);
  });

  it("answers a bare list before version 37", async () => {
    const response = await fetch(
      `${org.instanceUrl}/services/data/v36.0/search?q=${encodeURIComponent("FIND {lake} RETURNING Account(Name)")}`,
      { headers: { Authorization: `Bearer ${org.connection.accessToken}` } },
    );
    expect(await response.json()).toMatchObject([{ Name: "Lake Digital" }]);
  });

  it.each([
    ["a term of one character", "FIND {a} IN NAME FIELDS RETURNING Account", "MALFORMED_SEARCH"],
    ["no term", "FIND RETURNING Account", "MALFORMED_SEARCH"],
    ["brackets that stay open", "FIND {(harbor} RETURNING Account", "MALFORMED_SEARCH"],
    ["an object that does not exist", "FIND {harbor} RETURNING Nothing(Id)", "INVALID_TYPE"],
    ["a field that does not exist", "FIND {nothing99} RETURNING Account(Nothing)", "INVALID_FIELD"],
    ["what is not supported", "FIND {harbor} RETURNING Account WITH SNIPPET", "FUNCTIONALITY_NOT_ENABLED"],
  ])("refuses %s", async (_what, sosl, errorCode) => {
    const { status, body } = await call(`/search?q=${encodeURIComponent(sosl)}`);
    expect([status, (body as { errorCode: string }[])[0]!.errorCode]).toEqual([400, errorCode]);
  });

  it("can be asked by parameters, in which no word is an operator", async () => {
    const byGet = await call("/parameterizedSearch?q=harbor+systems&sobject=Account&Account.fields=Name&in=NAME");
    expect((byGet.body as { searchRecords: unknown[] }).searchRecords).toHaveLength(2);
    const body = {
      q: "harbor",
      in: "NAME",
      fields: ["Name"],
      sobjects: [{ name: "Account", limit: 1 }],
      overallLimit: 5,
    };
    const byPost = await call("/parameterizedSearch", { method: "POST", body });
    expect(byPost.body).toMatchObject({ searchRecords: [{ Name: "Harbor Systems" }] });
  });

  it("neither reads nor answers what the user may not read", async () => {
    const plain = await signInPlainUser(org);
    expect(await found("FIND {Enrolled} RETURNING Account(Name)")).toHaveLength(2);
    expect(await found("FIND {Enrolled} RETURNING Account(Name)", plain)).toEqual([]);
    await expect(found("FIND {lake} RETURNING Account(Partner_Status__c)", plain)).rejects.toThrow("INVALID_FIELD");
    await expect(found("FIND {lake} RETURNING Partner_Benefit__c(Id)", plain)).rejects.toThrow("INVALID_TYPE");
  });
});
