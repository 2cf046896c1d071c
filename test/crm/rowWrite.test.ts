import { csvOf } from "../../sync-service/crm/csvWriter.ts";
import { type RowList, rowsBetween, rowsInOrder } from "../../sync-service/crm/rowWrite.ts";

const numbers = Array.from({ length: 100 }, (_, number) => number);
const keysOf = (rows: RowList) => Array.from(rows, ({ key }) => key);

test("Rows that are made one by one are the same each time they are gone through, and those without a row are not counted", () => {
  const rows = rowsInOrder(numbers, (number) => (number % 3 === 0 ? null : { key: String(number), values: {} }));
  expect(rows.length).toBe(66);
  expect(keysOf(rows)).toHaveLength(66);
  expect(keysOf(rows)).toEqual(keysOf(rows));
});

test.each([
  [0, 10],
  [10, 35],
  [90, 100],
  [90, 250],
  [0, 100],
])("Rows from %i to %i of a hundred are those, and as many as is said", (from, until) => {
  const rows = rowsInOrder(numbers, (number) => ({ key: String(number), values: {} }));
  const some = rowsBetween(rows, from, until);
  expect(keysOf(some)).toEqual(numbers.slice(from, until).map(String));
  expect(keysOf(some)).toHaveLength(some.length);
});

test("Every row of a list that is made anew goes into one part, in order", () => {
  const rows = rowsInOrder(numbers, (number) => ({ key: String(number), values: { Name: "n".repeat(number) } }));
  const parts = [...csvOf("Id", rows, 1_000)];
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.flatMap((part) => keysOf(part.rows))).toEqual(numbers.map(String));
});
