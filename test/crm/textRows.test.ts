import { TextRows } from "../../sync-service/crm/textRows.ts";

test("Rows come back as they were, whatever their cells hold and however long they are", () => {
  const rows = [
    ["1", "", 'a "b", c\nd\u0000', "Größe 株式会社"],
    ["2", "x".repeat(3_000_000)],
    ...Array.from({ length: 5_000 }, (_, row) => [String(row), "y".repeat(row % 700)]),
    [],
  ];
  const texts = new TextRows();
  const places = rows.map((row) => texts.add(row));
  expect(places.map((place) => texts.at(place))).toEqual(rows);
});
