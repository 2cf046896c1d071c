import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What jsforce's own set-up script loads: five uploads of 5,001 rows. */
const BIG_TABLE_ROWS = 25_005;
const ACCOUNTS = 12;
/** The suite's objects; its custom setting serves its Apex alone, which the local org does not run. */
const OBJECTS = ["BigTable__c", "UpsertTable__c"];
const PERMISSION_SET = "JSforceTestPowerUser";

/** Puts the suite's own package, mdapi format, into source format: the files keep every byte but the Apex accesses. */
export function convertPackage(suite: string, to: string): void {
  const from = join(suite, "test", "package", "JSforceTestSuite");
  for (const kind of ["objects", "permissionsets", "layouts"]) mkdirSync(join(to, kind), { recursive: true });
  for (const object of OBJECTS)
    cpSync(join(from, "objects", `${object}.object`), join(to, "objects", `${object}.object-meta.xml`));
  for (const file of readdirSync(join(from, "layouts")))
    cpSync(join(from, "layouts", file), join(to, "layouts", `${file}-meta.xml`));
  const set = readFileSync(join(from, "permissionsets", `${PERMISSION_SET}.permissionset`), "utf8");
  writeFileSync(
    join(to, "permissionsets", `${PERMISSION_SET}.permissionset-meta.xml`),
    set.replaceAll(/\s*<classAccesses>[\s\S]*?<\/classAccesses>/g, ""),
  );
}

function rows(count: number, line: (at: number) => string): string[] {
  return Array.from({ length: count }, (_none, at) => line(at));
}

/** The rows that the suite expects: a scratch org's few samples, and a table of many pages. */
export function writeJsforceSeed(directory: string): void {
  const files: Record<string, readonly string[]> = {
    Account: ["Id,Name", ...rows(ACCOUNTS, (at) => `a${at},Sample Account ${at}`)],
    BigTable__c: ["OwnerId", ...rows(BIG_TABLE_ROWS, () => "System_Administrator")],
    Contact: [
      "Id,FirstName,LastName,AccountId",
      ...rows(2 * ACCOUNTS, (at) => `c${at},Given${at},Family${at},a${at % ACCOUNTS}`),
    ],
    Lead: ["Id,LastName,Company", ...rows(ACCOUNTS, (at) => `l${at},Family${at},Company ${at}`)],
    Opportunity: [
      "Id,Name,AccountId,StageName,CloseDate",
      ...rows(3 * ACCOUNTS, (at) => `o${at},Deal ${at},a${at % ACCOUNTS},Prospecting,2026-0${1 + (at % 9)}-15`),
    ],
    PermissionSetAssignment: ["AssigneeId,PermissionSetId", `System_Administrator,${PERMISSION_SET}`],
  };
  mkdirSync(directory, { recursive: true });
  for (const [object, lines] of Object.entries(files))
    writeFileSync(join(directory, `${object}.csv`), `${lines.join("\n")}\n`);
}
