import { signIn } from "../force-app/signIn.ts";
import { restClient, type Answer } from "../support/restClient.ts";
import { rule, writeToolPackage } from "../support/toolPackage.ts";
import { startOrg, TemporaryDirectory, type TestOrg } from "../support/withOrg.ts";

/** A rule asks only records of its own mode, so that all of them can stand in one package. */
const FORMULAS: Readonly<Record<string, string>> = {
  Isnew: "ISNEW()",
  Ischanged: "ISCHANGED(Trail__c)",
  Priorvalue: 'PRIORVALUE(Trail__c) = "first"',
  User: 'BEGINS($User.Username, "tool_user")',
  Profile: '$Profile.Name = "Standard User"',
  Organization: "$Organization.Name = Name",
  Permission: "$Permission.Sharpen",
  Metadata: "$CustomMetadata.Kind__mdt.Sharp.Word__c = Name",
  Label: "$Label.Forbidden = Name",
};

describe("what a rule may look at", () => {
  const directory = new TemporaryDirectory();
  let org: TestOrg;
  let userToken: string;
  beforeAll(async () => {
    const rules = Object.entries(FORMULAS).map(([name, formula]): [string, string] => [
      `objects/Tool__c/validationRules/${name}.validationRule-meta.xml`,
      rule(name, `AND(Mode__c = "${name}", ${formula})`),
    ]);
    org = await startOrg({ packageDirectory: writeToolPackage(directory, Object.fromEntries(rules)) });
    userToken = (await signIn(org, "Tool_User")).accessToken!;
  });
  afterAll(async () => {
    await org.close();
    directory.remove();
  });

  const administrator = (): ReturnType<typeof restClient> => restClient(org);
  const user = (): ReturnType<typeof restClient> => restClient(org, userToken);

  async function create(call: ReturnType<typeof restClient>, values: object): Promise<Answer> {
    return call("/sobjects/Tool__c", { method: "POST", body: { Name: "saw", ...values } });
  }

  function messageOf(answer: Answer): string | null {
    return answer.status < 300 ? null : (answer.body as { message: string }[])[0]!.message;
  }

  it.each([
    { what: "ISNEW() on create", mode: "Isnew", values: {}, as: administrator, refused: true },
    {
      what: "ISCHANGED() on create, when nothing has changed yet",
      mode: "Ischanged",
      values: { Trail__c: "a" },
      as: administrator,
      refused: false,
    },
    {
      what: "PRIORVALUE() on create, which is the value itself",
      mode: "Priorvalue",
      values: { Trail__c: "first" },
      as: administrator,
      refused: true,
    },
    { what: "$User of another user", mode: "User", values: {}, as: administrator, refused: false },
    { what: "$User of the caller", mode: "User", values: {}, as: user, refused: true },
    { what: "$Profile of another profile", mode: "Profile", values: {}, as: administrator, refused: false },
    { what: "$Profile of the caller", mode: "Profile", values: {}, as: user, refused: true },
    { what: "$Organization", mode: "Organization", values: { Name: "Local Org" }, as: administrator, refused: true },
    { what: "$Organization of another name", mode: "Organization", values: {}, as: administrator, refused: false },
    { what: "$Permission that the caller has", mode: "Permission", values: {}, as: administrator, refused: true },
    { what: "$Permission that the caller lacks", mode: "Permission", values: {}, as: user, refused: false },
    { what: "$CustomMetadata", mode: "Metadata", values: { Name: "blade" }, as: administrator, refused: true },
    { what: "$CustomMetadata with another value", mode: "Metadata", values: {}, as: administrator, refused: false },
    { what: "$Label", mode: "Label", values: { Name: "axe" }, as: administrator, refused: true },
    { what: "$Label with another text", mode: "Label", values: {}, as: administrator, refused: false },
  ])("sees $what", async ({ mode, values, as, refused }) => {
    const answer = await create(as(), { ...values, Mode__c: mode });
    expect(messageOf(answer)).toBe(refused ? `${mode} holds.` : null);
  });

  it.each([
    { what: "ISNEW() on update", mode: "Isnew", from: "a", to: "b", refused: false },
    { what: "ISCHANGED() of a field that changes", mode: "Ischanged", from: "a", to: "b", refused: true },
    {
      what: "ISCHANGED() of a field that is given the value that it has",
      mode: "Ischanged",
      from: "a",
      to: "a",
      refused: false,
    },
    { what: "PRIORVALUE() that was so", mode: "Priorvalue", from: "first", to: "b", refused: true },
    { what: "PRIORVALUE() that is so only now", mode: "Priorvalue", from: "a", to: "first", refused: false },
  ])("sees $what", async ({ mode, from, to, refused }) => {
    const created = await create(administrator(), { Trail__c: from });
    const { id } = created.body as { id: string };
    const body = { Mode__c: mode, Trail__c: to };
    const answer = await administrator()(`/sobjects/Tool__c/${id}`, { method: "PATCH", body });
    expect(messageOf(answer)).toBe(refused ? `${mode} holds.` : null);
  });
});

describe("what a package may not hold is refused at load, by file and reason", () => {
  const directory = new TemporaryDirectory();
  afterAll(() => directory.remove());

  it.each([
    [
      "a custom setting that does not exist",
      "$Setup.Settings__c.Limit__c > 1",
      /Hierarchy custom setting Settings__c does not exist/,
    ],
    ["a label that does not exist", '$Label.Gone = "a"', /\$Label\.Gone does not exist/],
    ["a custom permission that does not exist", "$Permission.Gone", /\$Permission\.Gone does not exist/],
    [
      "a custom metadata type that does not exist",
      '$CustomMetadata.Gone__mdt.Row.Word__c = "a"',
      /Custom metadata type Gone__mdt does not exist/,
    ],
    ["a comparison of text with a number", "Trail__c > 1", /Incorrect|type/],
    ["text where yes or no belongs", "Trail__c", /type/],
  ])("%s", async (_what, formula, reason) => {
    const file = "objects/Tool__c/validationRules/Broken.validationRule-meta.xml";
    const packageDirectory = writeToolPackage(directory, { [file]: rule("Broken", formula) });
    await expect(startOrg({ packageDirectory })).rejects.toThrow(reason);
    await expect(startOrg({ packageDirectory })).rejects.toThrow(file);
  });
});
