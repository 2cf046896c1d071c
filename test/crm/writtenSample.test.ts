import { mostSampled, WrittenSample } from "../../sync-service/crm/writtenSample.ts";

const accounts = { object: "Account", keyField: "Id" } as const;
const rowsFrom = (first: number, count: number, values: Record<string, string>) =>
  Array.from({ length: count }, (_none, at) => ({ key: `001${String(first + at).padStart(12, "0")}`, values }));
const keysOf = (sample: WrittenSample) => sample.rowsOf("Account").map(({ key }) => key);

test("every row that sets a tier is read back before any other", () => {
  const sample = new WrittenSample("run");
  sample.add(accounts, rowsFrom(0, 5000, { Explanation__c: "x" }));
  sample.add(accounts, rowsFrom(5000, 50, { Partner_Tier__c: "Gold" }));
  const tiers = sample.rowsOf("Account").filter(({ values }) => "Partner_Tier__c" in values);
  expect([tiers.length, sample.rowsOf("Account").length]).toEqual([50, mostSampled]);
});

test("the same run looks at the same rows in whatever order they were saved, another run at others", () => {
  const rows = rowsFrom(0, 3000, { Phone: "x" });
  const [one, other, nextNight] = [new WrittenSample("a"), new WrittenSample("a"), new WrittenSample("b")];
  one.add(accounts, rows);
  for (const row of rows.toReversed()) other.add(accounts, [row]);
  nextNight.add(accounts, rows);
  expect(keysOf(one)).toEqual(keysOf(other));
  expect(keysOf(one)).not.toEqual(keysOf(nextNight));
});

test("what is saved twice is expected as it was saved last", () => {
  const sample = new WrittenSample("run");
  sample.add(accounts, rowsFrom(0, 1, { Phone: "1", Site: "here" }));
  sample.add(accounts, rowsFrom(0, 1, { Phone: "2" }));
  expect(sample.rowsOf("Account")).toMatchObject([{ values: { Phone: "2", Site: "here" } }]);
});
