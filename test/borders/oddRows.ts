/** Rows that the platform stores and no programme makes sense of, beside a programme that is as it should be. */
import { attribution, type Seed, smallProgram } from "../journeys/programSeed.ts";

type SeedRow = Readonly<Record<string, string>>;

/** What is expected of each odd row after a run: a verdict, a skip that is reported, or no effect. */
export interface OddRow {
  readonly what: string;
  readonly object: string;
  readonly rows: readonly SeedRow[];
  readonly soql: string;
  readonly expected: readonly Readonly<Record<string, unknown>>[];
}

const verdict = "SELECT Credit_Status__c, Credit_Reason__c, Credit_eARR__c FROM Opportunity_Partner__c";
const counted = (usd: number) => ({ Credit_Status__c: "Counted", Credit_Reason__c: null, Credit_eARR__c: usd });
const excluded = (reason: string) => ({ Credit_Status__c: "Excluded", Credit_Reason__c: reason });

/** A won deal of 100 with something odd, and the partner Odd on it. */
const deal = (
  name: string,
  odd: SeedRow,
  expected: Readonly<Record<string, unknown>>,
  added: SeedRow = {},
): OddRow => ({
  what: `a deal with ${name}`,
  object: "Opportunity",
  rows: [
    {
      Id: name,
      Name: name,
      ...won,
      ...odd,
      ...Object.fromEntries(Object.entries(added).map(([k, v]) => [`+${k}`, v])),
    },
  ],
  soql: `${verdict} WHERE Opportunity__r.Name = '${name}'`,
  expected: [expected],
});

const won = {
  AccountId: "Customer",
  StageName: "Closed Won",
  CloseDate: "2023-06-01",
  CreatedDate: "2023-04-01T10:00:00Z",
  LastStageChangeDate: "2023-06-01T18:00:00Z",
  eARR__c: "100",
  CurrencyIsoCode: "USD",
};

const deals: readonly OddRow[] = [
  deal("an amount below nothing", { eARR__c: "-5000" }, counted(-5000)),
  deal("an amount of nothing", { eARR__c: "0" }, counted(0)),
  deal("no amount", { eARR__c: "" }, excluded("No eARR")),
  deal(
    "the largest amount",
    { eARR__c: "9999999999999999.99", CloseDate: "2001-01-01" },
    { Credit_Status__c: "Counted" },
  ),
  deal("a close in the year 4000", { CloseDate: "4000-12-31" }, counted(100)),
  deal("a close in the year 1700", { CloseDate: "1700-01-01" }, counted(100)),
  deal("a creation in 1900", { CreatedDate: "1900-01-01T00:00:00Z" }, counted(100)),
  deal(
    "no close but a creation in 1900",
    { CreatedDate: "1900-01-01T00:00:00Z", LastStageChangeDate: "" },
    excluded("Added After Close"),
  ),
  deal("a close that was recorded in 2999", { LastStageChangeDate: "2999-01-01T00:00:00Z" }, counted(100)),
  deal("a partner added in 1900", {}, counted(100), { CreatedDate: "1900-01-01T00:00:00Z" }),
  deal("a partner added in 2999", {}, excluded("Added After Close"), { CreatedDate: "2999-01-01T00:00:00Z" }),
  deal("a currency of nobody", { CurrencyIsoCode: "XXX" }, excluded("Currency Rate Missing")),
  deal("a currency whose rate is nothing", { CurrencyIsoCode: "GBP" }, excluded("Currency Rate Missing")),
];

const tier = (name: string) => `SELECT Partner_Tier__c, Partner_Program_Year__c FROM Account WHERE Name = '${name}'`;
const account = (what: string, name: string, odd: SeedRow, expected: Readonly<Record<string, unknown>>): OddRow => ({
  what,
  object: "Account",
  rows: [{ Id: name, Name: name, Partner_Status__c: "Enrolled", Partner_Enrolled_Date__c: "2023-10-01", ...odd }],
  soql: tier(name),
  expected: [expected],
});
const registered = { Partner_Tier__c: "Registered", Partner_Program_Year__c: 2023 };

const accounts: readonly OddRow[] = [
  account("a partner enrolled in 2999", "Futura", { Partner_Enrolled_Date__c: "2999-01-01" }, registered),
  account("a partner enrolled on no day", "Dayless", { Partner_Enrolled_Date__c: "" }, registered),
  account(
    "a partner of next year already",
    "Early",
    { Partner_Tier__c: "Silver", Partner_Program_Year__c: "2024" },
    {
      Partner_Tier__c: "Silver",
      Partner_Program_Year__c: 2024,
    },
  ),
  account(
    "an account with a tier that is no partner",
    "Stranger",
    { Partner_Status__c: "", Partner_Tier__c: "Gold" },
    {
      Partner_Tier__c: "Gold",
      Partner_Program_Year__c: null,
    },
  ),
  account("a partner named like a formula", '=HYPERLINK("http://x","y")', {}, registered),
  account("a partner with line breaks in its name", "Two, lines of 🎉", {}, registered),
  account("a partner whose stored figures are below nothing", "Negative", { Trailing_eARR__c: "-1" }, registered),
];

const figures = (name: string) =>
  `SELECT Technical_Resources__c, Sales_Trained_Resources__c FROM Account WHERE Name = '${name}'`;
const noResources = [{ Technical_Resources__c: 0, Sales_Trained_Resources__c: 0 }];
const training = (what: string, odd: SeedRow): OddRow => ({
  what: `a course ${what}`,
  object: "Partner_Training__c",
  rows: [{ Contact__c: "Odd person", Course__c: "Twilio_Platform", Completed_Date__c: "2023-03-01", ...odd }],
  soql: figures("Odd"),
  expected: noResources,
});

const papers: readonly OddRow[] = [
  training("completed in 2999", { Completed_Date__c: "2999-01-01" }),
  training("completed on no day", { Completed_Date__c: "" }),
  training("that expired before it was completed", { Expires_Date__c: "2022-01-01" }),
  training("that nobody offers", { Course__c: "Basket_Weaving" }),
  training("of a contact without an account", { Contact__c: "Nobody's person" }),
  {
    what: "an agreement that ends before it begins",
    object: "Partner_Agreement__c",
    rows: [{ Partner__c: "Dayless", ...baseline("2023-05-01", "2023-01-01") }],
    soql: "SELECT Status__c FROM Partner_Benefit__c WHERE Partner__r.Name = 'Dayless' AND Benefit__c = 'Partner_Portal'",
    expected: [{ Status__c: "Membership Blocked" }],
  },
  {
    what: "an agreement in force from 2999 on",
    object: "Partner_Agreement__c",
    rows: [{ Partner__c: "Futura", ...baseline("2999-01-01", "") }],
    soql: "SELECT Status__c FROM Partner_Benefit__c WHERE Partner__r.Name = 'Futura' AND Benefit__c = 'Partner_Portal'",
    expected: [{ Status__c: "Membership Blocked" }],
  },
  {
    what: "a benefit that no rule knows",
    object: "Partner_Benefit__c",
    rows: [
      { Partner__c: "Odd", Benefit__c: "Free_Lunch", Key__c: "", Status__c: "Available", Is_Available__c: "true" },
    ],
    soql: "SELECT Status__c, Is_Available__c FROM Partner_Benefit__c WHERE Benefit__c = 'Free_Lunch'",
    expected: [{ Status__c: "Available", Is_Available__c: true }],
  },
  {
    what: "an approved registration of no deal",
    object: "Deal_Registration__c",
    rows: [{ Partner__c: "Odd", Opportunity__c: "", ...registration("Approved", "2023-05-01T10:00:00Z", "") }],
    soql: "SELECT Status__c FROM Deal_Registration__c WHERE Partner__r.Name = 'Odd' AND Status__c = 'Approved'",
    expected: [{ Status__c: "Approved" }],
  },
  {
    what: "a registration that expired before it was submitted",
    object: "Deal_Registration__c",
    rows: [
      { Partner__c: "Odd", Opportunity__c: "", ...registration("Submitted", "2023-12-01T10:00:00Z", "2023-01-01") },
    ],
    soql: "SELECT Status__c FROM Deal_Registration__c WHERE Partner__r.Name = 'Odd' AND Status__c != 'Approved'",
    expected: [{ Status__c: "Expired" }],
  },
];

function baseline(from: string, to: string): SeedRow {
  return { Type__c: "Baseline Partner Agreement", Effective_Date__c: from, End_Date__c: to };
}

function registration(status: string, submitted: string, expires: string): SeedRow {
  return { Customer_Name__c: "x", Status__c: status, Submitted_At__c: submitted, Expires_Date__c: expires };
}

export const oddRows: readonly OddRow[] = [...deals, ...accounts, ...papers];

/** The small programme with every odd row in it, in an org with several currencies. */
export function oddProgram(): Seed {
  const { Opportunity: usual = [], ...rest } = smallProgram();
  const seed: Record<string, SeedRow[]> = {
    ...rest,
    Opportunity: usual.map((row) => ({ CurrencyIsoCode: "USD", ...row })),
    CurrencyType: [
      { IsoCode: "USD", ConversionRate: "1", IsActive: "true", IsCorporate: "true" },
      { IsoCode: "GBP", ConversionRate: "0.8", IsActive: "true", IsCorporate: "false" },
    ],
    DatedConversionRate: [
      { IsoCode: "GBP", StartDate: "2000-01-01", NextStartDate: "9999-12-31", ConversionRate: "0" },
    ],
  };
  add(seed, "Account", [
    { Id: "Odd", Name: "Odd", Partner_Status__c: "Enrolled", Partner_Enrolled_Date__c: "2023-10-01" },
  ]);
  add(seed, "Contact", [
    { Id: "Odd person", LastName: "Odd", AccountId: "Odd" },
    { Id: "Nobody's person", LastName: "Alone", AccountId: "" },
  ]);
  for (const { object, rows } of oddRows) add(seed, object, rows);
  const names = deals.flatMap(({ rows }) => rows);
  add(
    seed,
    "Opportunity_Partner__c",
    names.map((row) => ({
      ...attribution(String(row.Id), "Odd"),
      ...(row["+CreatedDate"] === undefined ? {} : { CreatedDate: row["+CreatedDate"] }),
    })),
  );
  return Object.fromEntries(Object.entries(seed).map(([object, rows]) => [object, sameColumns(rows)]));
}

function add(seed: Record<string, SeedRow[]>, object: string, rows: readonly SeedRow[]): void {
  seed[object] = [...(seed[object] ?? []), ...rows];
}

/** A seed file has one header. */
function sameColumns(rows: readonly SeedRow[]): Record<string, string>[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !name.startsWith("+"));
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])));
}
