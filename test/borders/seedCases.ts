/** Seeds for the local org that can't be restored, and what is said of each: file, line, and the column or value at fault. */
export interface SeedCase {
  readonly what: string;
  /** File contents by name. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** All of them stand in the refusal. */
  readonly says: readonly string[];
}

const rows = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;
const accounts = (...lines: readonly string[]) => ({ "Account.csv": rows("Id,Name", ...lines) });
const account = (columns: string, ...lines: readonly string[]) => ({ "Account.csv": rows(columns, ...lines) });
const deal = (column: string, value: string) => ({
  "Opportunity.csv": rows(`Name,StageName,CloseDate,${column}`, `Deal,Prospecting,2023-12-01,${value}`),
});
const closing = (day: string) => ({
  "Opportunity.csv": rows("Name,StageName,CloseDate", "Deal,Prospecting,2023-12-01", `Deal,Prospecting,${day}`),
});

const files: readonly SeedCase[] = [
  {
    what: "an object that is none",
    files: { "Nope.csv": rows("Id") },
    says: ['Nope.csv:1: there is no object "Nope"'],
  },
  {
    what: "the plural of an object",
    files: { "Accounts.csv": rows("Name", "x") },
    says: ['Accounts.csv:1: there is no object "Accounts"'],
  },
  {
    what: "rows of custom metadata",
    files: { "Partner_Course__mdt.csv": rows("DeveloperName", "x") },
    says: ["Partner_Course__mdt.csv:1", "its rows belong to the package"],
  },
  { what: "a file without a header", files: { "Account.csv": "" }, says: ["Account.csv:1: there is no header"] },
  { what: "a file of blank lines", files: { "Account.csv": "\n\n" }, says: ["Account.csv:1: there is no header"] },
  {
    what: "a suffix in capitals, with a fault",
    files: { "Contact.CSV": rows("FirstName", "x") },
    says: ["Contact.CSV:2: Required fields are missing: [LastName]"],
  },
  {
    what: "a spreadsheet called CSV",
    files: { "Account.csv": Buffer.from("504b0304140006000800d5f2a1b3ff00", "hex") },
    says: ["Account.csv:1", "not UTF-8"],
  },
  {
    what: "letters of another encoding",
    files: { "Account.csv": Buffer.from("Name\nHarbor\nM\xfcller\n", "latin1") },
    says: ["Account.csv:3", "not UTF-8"],
  },
  {
    what: "UTF-16",
    files: { "Account.csv": Buffer.from("\ufeffName\nHarbor\n", "utf16le") },
    says: ["Account.csv:1", "not UTF-8"],
  },
];

const headers: readonly SeedCase[] = [
  {
    what: "an unknown field",
    files: account("Name,Nope", "x,y"),
    says: ['Account.csv:1: Account has no field "Nope"'],
  },
  {
    what: "a field of another object",
    files: account("Name,CloseDate", "x,2023-01-01"),
    says: ['Account.csv:1: Account has no field "CloseDate"'],
  },
  { what: "a label for a field's name", files: account("Account Name", "x"), says: ['has no field "Account Name"'] },
  {
    what: "a path for a field's name",
    files: account("Name,Parent.Name", "x,y"),
    says: ['has no field "Parent.Name"'],
  },
  {
    what: "a column twice",
    files: account("Name,name", "x,y"),
    says: ['Account.csv:1: column "name" stands twice'],
  },
  { what: "a column without a name", files: account("Name,", "x,y"), says: ['Account.csv:1: Account has no field ""'] },
  {
    what: "semicolons for commas",
    files: account("Name;Phone", "x;1"),
    says: ['Account.csv:1: Account has no field "Name;Phone"', "separated by commas"],
  },
  {
    what: "tabs for commas",
    files: account("Name\tPhone", "x\t1"),
    says: ["Account.csv:1: Account has no field", "separated by commas"],
  },
  {
    what: "a formula's column",
    files: { "Deal_Registration__c.csv": rows("Hours_Since_Submission__c", "5") },
    says: ["Deal_Registration__c.csv:1: Hours_Since_Submission__c is a formula"],
  },
  {
    what: "a currency in an org that has one alone",
    files: account("Name,CurrencyIsoCode", "x,USD"),
    says: ['Account.csv:1: Account has no field "CurrencyIsoCode"'],
  },
];

const shapes: readonly SeedCase[] = [
  {
    what: "a row too narrow",
    files: account("Name,Phone", "x"),
    says: ["Account.csv:2: 1 cells, but the header has 2"],
  },
  { what: "a row too wide", files: account("Name", "x,y"), says: ["Account.csv:2: 2 cells, but the header has 1"] },
  {
    what: "an open quote",
    files: account("Name", "x", '"y'),
    says: ["Account.csv:3: a quoted cell is never closed"],
  },
  { what: "a quote in the middle", files: account("Name", 'a 5" pipe and a 6" pipe'), says: ["Account.csv:2"] },
  { what: "text after a quote", files: account("Name", '"x"y'), says: ["Account.csv:2"] },
  {
    what: "a wrong row after a line break in quotes",
    files: account("Name,BillingStreet", 'x,"a', 'b"', "y"),
    says: ["Account.csv:4: 1 cells"],
  },
];

const ids: readonly SeedCase[] = [
  { what: "a label twice", files: accounts("a,x", "a,y"), says: ['Account.csv:3: Id "a" stands twice'] },
  {
    what: "an id twice",
    files: accounts("001000000000001AAA,x", "001000000000001AAA,y"),
    says: ['Account.csv:3: Id "001000000000001AAA" stands twice'],
  },
  {
    what: "an id of another object",
    files: accounts("003000000000001AAA,x"),
    says: ['Account.csv:2: Id "003000000000001AAA" does not begin with 001'],
  },
  {
    what: "the id of a user whom the org comes with",
    files: { "User.csv": rows("Id,LastName", "005000000000001AAA,x") },
    says: ['User.csv:2: Id "005000000000001AAA" is that of a record which every org comes with'],
  },
  {
    what: "a reference to nobody",
    files: { "Contact.csv": rows("LastName,AccountId", "x,nobody") },
    says: ['Contact.csv:2: AccountId: there is no Account "nobody"'],
  },
  {
    what: "a reference to a label of another object",
    files: { ...accounts("a,x"), "Contact.csv": rows("Id,LastName,AccountId", "c,x,c") },
    says: ['Contact.csv:2: AccountId: there is no Account "c"'],
  },
  {
    what: "a reference to an id of nobody",
    files: { "Contact.csv": rows("LastName,AccountId", "x,001000000000009AAA") },
    says: ['Contact.csv:2: AccountId: there is no Account "001000000000009AAA"'],
  },
  {
    what: "an owner of no name that is known",
    files: account("Name,OwnerId", "x,somebody"),
    says: ['Account.csv:2: OwnerId: there is no User "somebody"'],
  },
  {
    what: "a child without its master",
    files: { "Partner_Agreement__c.csv": rows("Type__c", "Baseline Partner Agreement") },
    says: ["Partner_Agreement__c.csv:2: Required fields are missing", "Partner__c"],
  },
];

const values: readonly SeedCase[] = [
  {
    what: "a required value left out",
    files: { "Contact.csv": rows("FirstName", "x") },
    says: ["Contact.csv:2: Required fields are missing: [LastName]"],
  },
  {
    what: "a required value left blank",
    files: { "Opportunity.csv": rows("Name,StageName,CloseDate", "x,Prospecting,") },
    says: ["Opportunity.csv:2: Required fields are missing: [CloseDate]"],
  },
  { what: "a word for a number", files: account("Name,AnnualRevenue", "x,lots"), says: ["Account.csv:2", "lots"] },
  { what: "a thousands separator", files: deal("eARR__c", '"1,000.00"'), says: ["Opportunity.csv:2", "1,000.00"] },
  { what: "a decimal comma", files: deal("eARR__c", '"1000,50"'), says: ["Opportunity.csv:2", "1000,50"] },
  { what: "a currency sign", files: deal("eARR__c", "$1000"), says: ["Opportunity.csv:2", "$1000"] },
  { what: "infinity", files: deal("eARR__c", "Infinity"), says: ["Opportunity.csv:2", "Infinity"] },
  {
    what: "a number that no field holds",
    files: deal("eARR__c", "12345678901234567890"),
    says: ["Opportunity.csv:2", "outside of valid range"],
  },
  { what: "a number of no end", files: deal("eARR__c", "1e400"), says: ["Opportunity.csv:2"] },
  {
    what: "a date of another land",
    files: closing("31.12.2023"),
    says: ["Opportunity.csv:3", "31.12.2023", "yyyy-MM-dd"],
  },
  { what: "a date with slashes", files: closing("12/31/2023"), says: ["Opportunity.csv:3", "12/31/2023"] },
  { what: "the 30th of February", files: closing("2023-02-30"), says: ["Opportunity.csv:3", "2023-02-30"] },
  { what: "a leap day in a year without", files: closing("2023-02-29"), says: ["Opportunity.csv:3", "2023-02-29"] },
  { what: "a month 13", files: closing("2023-13-01"), says: ["Opportunity.csv:3", "2023-13-01"] },
  {
    what: "a date with something after it",
    files: closing("2023-12-01Tomorrow"),
    says: ["Opportunity.csv:3", "2023-12-01Tomorrow"],
  },
  {
    what: "a time without a zone",
    files: deal("CreatedDate", "2023-01-01T10:00:00"),
    says: ["Opportunity.csv:2", "2023-01-01T10:00:00"],
  },
  {
    what: "a time of no day",
    files: deal("CreatedDate", "2023-02-30T10:00:00Z"),
    says: ["Opportunity.csv:2", "2023-02-30T10:00:00Z"],
  },
  {
    what: "a day for a time",
    files: deal("LastStageChangeDate", "2023-01-01"),
    says: ["Opportunity.csv:2", "2023-01-01"],
  },
  { what: "25 o'clock", files: deal("CreatedDate", "2023-01-01T25:00:00Z"), says: ["Opportunity.csv:2"] },
  {
    what: "a picklist value of nobody",
    files: account("Name,Partner_Status__c", "x,Best"),
    says: ["Account.csv:2", "restricted picklist field: Best"],
  },
  {
    what: "two values of a picklist for one",
    files: account("Name,Partner_Tier__c", "x,Gold;Silver"),
    says: ["Account.csv:2", "Gold;Silver"],
  },
  {
    what: "yes for a checkbox",
    files: account("Name,Is_Global_Strategic__c", "x,yes"),
    says: ["Account.csv:2", "yes"],
  },
  {
    what: "an address that is none",
    files: { "Contact.csv": rows("LastName,Email", "x,at home") },
    says: ["Contact.csv:2", "at home"],
  },
  { what: "a text too long", files: account("Name", "x".repeat(256)), says: ["Account.csv:2", "max length=255"] },
  {
    what: "a unique value twice",
    files: { "CurrencyType.csv": rows("IsoCode,ConversionRate", "USD,1", "USD,1") },
    says: ['CurrencyType.csv:3: IsoCode "USD" stands twice'],
  },
  {
    what: "a key of two runs",
    files: { "Partner_Sync_Run__c.csv": rows("Key__c,Status__c", "night,Failed", "night,Failed") },
    says: ['Partner_Sync_Run__c.csv:3: Key__c "night" stands twice'],
  },
  {
    what: "a stage of nobody",
    files: { "Opportunity.csv": rows("Name,StageName,CloseDate", "x,Dreaming,2023-12-01") },
    says: ["Opportunity.csv:2", "Dreaming"],
  },
];

export const seedCases: readonly SeedCase[] = [...files, ...headers, ...shapes, ...ids, ...values];
