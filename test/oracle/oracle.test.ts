/** The service against the programme's rules, written a second time in SQL and from their text alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Campaign } from "./campaign.ts";
import { compareProgramme } from "./compareProgramme.ts";
import { differencesOf } from "./differencesOf.ts";
import { runProgramme } from "./runProgramme.ts";

const programmes = Array.from({ length: 20 }, (_, index) => index + 14);
const campaign = new Campaign();
const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));

describe("A random programme of fifty partners on the edges of the rules", () => {
  test.each(programmes)(
    "number %i: every tier, figure, verdict, benefit, review and expiry is what the rules' text says",
    async (programme) => {
      const comparison = await runProgramme(programme);
      campaign.add(programme, comparison);
      expect(comparison.differences).toEqual([]);
      expect(comparison.fieldsCompared).toBeGreaterThan(3000);
    },
    60_000,
  );

  test("together they met every verdict, benefit status and review, and every side of every threshold", () => {
    expect(campaign.programmes).toBe(programmes.length);
    expect(campaign.metLessThan(1)).toEqual([]);
  });
});

describe("The sample programme", () => {
  test("every tier, figure, verdict, benefit, review and expiry is what the rules' text says", async () => {
    const now = readFileSync(join(sample, "clock.txt"), "utf8").trim();
    const comparison = await compareProgramme(sample, now);
    expect(comparison.differences).toEqual([]);
    expect(comparison.fieldsCompared).toBeGreaterThan(10_000);
  });
});

describe("What counts as a difference", () => {
  const value = { object: "Account", label: "Partner-1", field: "Partner_Tier__c" };

  test("a value that stands otherwise is named with what was expected and what was found", () => {
    const [difference] = differencesOf([{ ...value, value: "Gold" }], [{ ...value, value: "Silver" }]);
    expect(difference).toEqual({ ...value, expected: "Gold", found: "Silver" });
  });

  test("a row that is missing differs, and so does one that nobody expected", () => {
    const other = { ...value, label: "Partner-2", value: "" };
    expect(differencesOf([{ ...value, value: "" }], [other])).toEqual([
      { ...value, expected: "", found: null },
      { ...value, label: "Partner-2", expected: null, found: "" },
    ]);
  });
});
