/** Bad custom metadata, out of an org or out of files: named by row and field, or by file, and no run follows it. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { createOrg } from "../../local-org/createOrg.ts";
import { MetadataError } from "../../local-org/metadata/metadataError.ts";
import { PolicyError } from "../../sync-service/crm/errors.ts";
import { policiesOf } from "../../sync-service/crm/readPolicy.ts";
import { readRehearsedPolicies } from "../../sync-service/crm/readRehearsedPolicies.ts";
import { programOrg, type ProgramOrg } from "../journeys/programOrg.ts";
import { smallProgram } from "../journeys/programSeed.ts";
import { TemporaryDirectory } from "../support/withOrg.ts";
import { policyCases } from "./policyCases.ts";
import { bronze, bronzeXml, packageRowCases, policyFileCases } from "./policyFileCases.ts";
import { policyRows } from "./policyRows.ts";

test.each(policyCases.map((one) => [one.what, one] as const))("%s is refused", (_what, { rows, says }) => {
  expect(() => policiesOf(rows)).toThrow(says);
  expect(() => policiesOf(rows)).toThrow(PolicyError);
});

test("every fault is named at once, in all rows", () => {
  const rows = policyRows({ policies: { Time_Zone__c: "x", Grace_Period_Days__c: "1" }, courses: { Class__c: "y" } });
  expect(() => policiesOf(rows)).toThrow(/Guide: Time_Zone__c.*Guide: Grace_Period_Days__c.*Course: Class__c/);
});

describe("A file of custom metadata", () => {
  let org: ProgramOrg;
  let folders = 0;
  beforeAll(async () => (org = await programOrg(smallProgram())));
  afterAll(() => org.close());

  test.each(policyFileCases.map((one) => [one.what, one] as const))("%s can't be rehearsed", async (_what, one) => {
    folders += 1;
    const directory = join(org.local.directory.write(`policy${folders}/${one.name}`, one.content), "..");
    const rehearsal = readRehearsedPolicies(org.service, directory);
    await expect(rehearsal).rejects.toThrow(one.says);
    await expect(rehearsal).rejects.toMatchObject({ code: "CONFIGURATION", exitCode: 2 });
    await expect(rehearsal).rejects.toThrow(one.name);
  });

  test("of a directory that holds none is named", async () => {
    const nowhere = readRehearsedPolicies(org.service, "nowhere");
    await expect(nowhere).rejects.toThrow("nowhere is no directory that can be read");
  });
});

describe("A package", () => {
  let directory: TemporaryDirectory;
  beforeAll(() => {
    directory = new TemporaryDirectory();
    cpSync(join(import.meta.dirname, "../../force-app"), directory.path, { recursive: true });
  });
  afterAll(() => directory.remove());

  test.each(packageRowCases)("with %s in a row is refused by file and reason", async (_what, from, to, says) => {
    expect(bronzeXml).toContain(from);
    directory.write(`main/default/customMetadata/${bronze}`, bronzeXml.replace(from, to));
    const start = createOrg({ packageDirectory: directory.path, connectionDirectory: null });
    await expect(start).rejects.toThrow(MetadataError);
    await expect(start).rejects.toThrow(bronze);
    await expect(start).rejects.toThrow(says);
  });
});
