/** Bad input on the borders that need no org: each is refused in words that say what is wrong, and never repeated where it may be secret. */
import { assumption, day, planHash, recordId } from "../../sync-service/cliArguments.ts";
import { readConfig } from "../../sync-service/config.ts";
import { date, decimalCell, flagCell, instantCell, integerCell, listedCell, textCell } from "./badCells.ts";

const base = { SF_LOGIN_URL: "https://login.salesforce.com", SF_CLIENT_ID: "3MVG9" };
const secret = "S3CR3T-that-nobody-may-see";

type Environment = Readonly<Record<string, string>>;

const environments: readonly (readonly [Environment, string])[] = [
  [{ SF_LOGIN_URL: "https://x.example" }, "SF_CLIENT_ID is missing"],
  [{ SF_LOGIN_URL: "ftp://x.example", SF_CLIENT_ID: "c", SF_CLIENT_SECRET: secret }, "SF_LOGIN_URL is no http"],
  [{ SF_LOGIN_URL: "javascript:alert(1)", SF_CLIENT_ID: "c", SF_CLIENT_SECRET: secret }, "SF_LOGIN_URL is no http"],
  [{ SF_LOGIN_URL: "login.salesforce.com", SF_CLIENT_ID: "c", SF_CLIENT_SECRET: secret }, "SF_LOGIN_URL is no http"],
  [{ SF_LOGIN_URL: " ", SF_CLIENT_ID: "c", SF_CLIENT_SECRET: secret }, "SF_LOGIN_URL is no http"],
  [{ SF_CLIENT_ID: secret }, "SF_LOGIN_URL"],
  [{ SF_CLIENT_SECRET: secret }, "SF_LOGIN_URL"],
  [{ SF_USERNAME: secret }, "SF_PRIVATE_KEY_FILE is missing"],
  [{ ...base, SF_USERNAME: "u", SF_PRIVATE_KEY_FILE: `/nowhere/${secret}` }, "SF_PRIVATE_KEY_FILE names a file"],
  [{ ...base, SF_USERNAME: "u" }, "SF_PRIVATE_KEY_FILE is missing"],
  [{ ...base, SF_PRIVATE_KEY_FILE: "/nowhere" }, "SF_USERNAME is missing"],
  [{ ...base }, "SF_USERNAME is missing"],
  [{ ...base, SF_CLIENT_SECRET: secret, SF_USERNAME: "u" }, "keep one of the two"],
  [{ ...base, SF_CLIENT_SECRET: secret, SF_PRIVATE_KEY_FILE: "/nowhere" }, "keep one of the two"],
  [{ SYNC_CRON: "nightly" }, "SYNC_CRON is no cron expression"],
  [{ SYNC_CRON: "99 2 * * *" }, "SYNC_CRON is no cron expression"],
  [{ SYNC_CRON: "0 25 * * *" }, "SYNC_CRON is no cron expression"],
  [{ SYNC_CRON: "0 2 * *" }, "SYNC_CRON is no cron expression"],
  [{ SYNC_POLL_SECONDS: "0" }, "SYNC_POLL_SECONDS is below 1"],
  [{ SYNC_POLL_SECONDS: "-5" }, "SYNC_POLL_SECONDS is below 1"],
  [{ SYNC_POLL_SECONDS: "3601" }, "SYNC_POLL_SECONDS is above 3600"],
  [{ SYNC_POLL_SECONDS: "ten" }, "SYNC_POLL_SECONDS is no number"],
  [{ SYNC_POLL_SECONDS: "1.5" }, "SYNC_POLL_SECONDS is no whole number"],
  [{ SYNC_STOP_SECONDS: "-1" }, "SYNC_STOP_SECONDS is below 0"],
  [{ SYNC_STOP_SECONDS: "9999" }, "SYNC_STOP_SECONDS is above 3600"],
  [{ SYNC_STOP_SECONDS: "soon" }, "SYNC_STOP_SECONDS is no number"],
  [{ HTTP_PORT: "99999" }, "HTTP_PORT is no port"],
  [{ HTTP_PORT: "-1" }, "HTTP_PORT is no port"],
  [{ HTTP_PORT: "http" }, "HTTP_PORT is no number"],
  [{ HTTP_PORT: "80.5" }, "HTTP_PORT is no port"],
  [{ HTTP_HOST: "0.0.0.0" }, "needs HTTP_TOKEN"],
  [{ HTTP_HOST: "::" }, "needs HTTP_TOKEN"],
  [{ HTTP_HOST: "127.0.0.1.example.com" }, "needs HTTP_TOKEN"],
  [{ HTTP_TOKEN: "short" }, "HTTP_TOKEN is shorter"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL is none of"],
  [{ LOG_LEVEL: "INFO" }, "LOG_LEVEL is none of"],
];

const words: readonly (readonly [string, (text: string) => unknown, string, RegExp])[] = [
  ...[
    "2023-02-29",
    "2023-13-01",
    "2023-00-10",
    "23-01-01",
    "2023-1-1",
    "20230101",
    "today",
    "",
    " 2023-01-01",
    "2023-01-01T00:00:00Z",
    "0000-00-00",
    "2023-06-31",
  ].map((text) => ["--as-of", day, text, /no date of the form/] as const),
  ...[
    "001",
    "a",
    "",
    "0010000000000000000",
    "003000000000001AAA",
    "001000000000001'--",
    "001000000000001AA",
    "Northwind",
  ].map((text) => ["--partner", recordId, text, /no account id/] as const),
  ...["", "abc", "G".repeat(64), "A".repeat(64), "a".repeat(63), "a".repeat(65), `${"a".repeat(63)} `].map(
    (text) => ["--approve", planHash, text, /no plan hash/] as const,
  ),
  ...[
    "",
    "eARR",
    "eARR=",
    "eARR=much",
    "eARR=-1",
    "eARR=1e9",
    "technical=1.5",
    "technical=-1",
    "sales=many",
    "agreement=",
    "agreement=Treaty",
    "tier=Gold",
    "invitation=",
  ].map((text) => ["--with", (given: string) => assumption(given), text, /./] as const),
];

const cells: readonly (readonly [string, (cell: string) => unknown, string])[] = [
  ...["2023-1-1", "01/02/2023", "", "2023-01-01T00:00:00Z", "null"].map((cell) => ["a day", date, cell] as const),
  ...["", "yesterday", "2023-99-99T00:00:00Z", "NaN"].map((cell) => ["an instant", instantCell, cell] as const),
  ...["", "1,000", "$5", "NaN", "Infinity", "1.2.3", "--1", "0x10"].map(
    (cell) => ["an amount", decimalCell, cell] as const,
  ),
  ...["", "1.5", "1e400", "many", "9007199254740993"].map((cell) => ["a whole number", integerCell, cell] as const),
  ...["yes", "1", "TRUE", "null"].map((cell) => ["a checkbox", flagCell, cell] as const),
  ...["", "Enroled", "enrolled", "Enrolled ", "Gold;Silver"].map((cell) => ["a picklist", listedCell, cell] as const),
  ["a required text", textCell, ""],
];

test.each(environments)("The environment %j is refused: %s", (environment, fault) => {
  expect(() => readConfig(environment)).toThrow(fault);
  expect(() => readConfig(environment)).not.toThrow(secret);
});

test.each(words)("%s refuses %p %j", (_option, read, text, fault) => {
  expect(() => read(text)).toThrow(fault);
});

test.each(cells)(
  "A record with %s %p of %j is refused by object, record and field, its value not repeated",
  (_kind, read, cell) => {
    expect(() => read(cell)).toThrow(/^Opportunity 006000000000001AAA: Field__c can't be read \(/);
    if (cell.length > 4) expect(() => read(cell)).not.toThrow(cell);
  },
);

test("That is a good hundred cases", () => {
  expect(environments.length + words.length + cells.length).toBeGreaterThanOrEqual(100);
});
