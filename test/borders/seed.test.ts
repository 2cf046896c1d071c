/** Bad seeds at the border of the local org: each is refused by file and line, and leaves not one row behind. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SeedError } from "../../local-org/seed/seedError.ts";
import { loadSeed } from "../../local-org/seed/loadSeed.ts";
import { dump } from "../faults/storedState.ts";
import { startOrg, type TestOrg } from "../support/withOrg.ts";
import { type SeedCase, seedCases } from "./seedCases.ts";

let org: TestOrg;
let untouched: readonly string[];
beforeAll(async () => {
  org = await startOrg();
  untouched = dump(org.org.store.db);
});
afterAll(() => org.close());

test.each(seedCases.map((one) => [one.what, one] as const))("a seed with %s is refused", (_what, one) => {
  const refusal = refusalOf(one);
  expect(refusal).toBeInstanceOf(SeedError);
  for (const words of one.says) expect((refusal as SeedError).message).toContain(words);
  expect(dump(org.org.store.db)).toEqual(untouched);
});

test("a seed with many faults names each of them, whatever file it is in", () => {
  const files = {
    "Account.csv": "Name,Partner_Status__c\nx,Best\ny,Worst\n",
    "Contact.csv": "FirstName\nx\n",
    "Nope.csv": "Id\n",
  };
  expect((refusalOf({ what: "", files, says: [] }) as SeedError).faults).toHaveLength(4);
});

function refusalOf({ files }: SeedCase): unknown {
  const directory = mkdtempSync(join(tmpdir(), "seed-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
  const { store, saveRoom, clock } = org.org;
  const room = { store, stages: saveRoom.stages, labels: new Map(), ownerId: "005000000000001AAA", now: clock.stamp() };
  try {
    return loadSeed(room, directory);
  } catch (error) {
    return error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
