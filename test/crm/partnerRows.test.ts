import { makeId } from "../../local-org/records/recordId.ts";
import { IdNumbers } from "../../sync-service/crm/idNumbers.ts";
import { PartnerRows } from "../../sync-service/crm/partnerRows.ts";
import type { Row } from "../../sync-service/crm/restQuery.ts";
import { flag, rowReader, text } from "../../sync-service/crm/rowReader.ts";

interface Paper {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly isSigned: boolean;
}

const reader = rowReader<Paper>("Paper__c", {
  id: text("Id"),
  partnerId: text("Partner__c"),
  kind: text("Kind__c"),
  isSigned: flag("Is_Signed__c"),
});
const [acme, other, nobody] = [makeId("001", 1), makeId("001", 2), makeId("001", 3)];
const paper = (number: number) => makeId("a01", number);
const papers = () =>
  new PartnerRows<Paper>({ read: reader.read, id: "id", idColumn: 0, contentColumn: 2 }, new IdNumbers());

function kept(rows: readonly Row[]): PartnerRows<Paper> {
  const all = papers();
  const page = all.page();
  for (const row of rows) page.take(row);
  page.keep();
  all.finish();
  return all;
}

test("Every partner has its own rows, in the order in which they came, whatever others say", () => {
  const all = kept([
    [paper(1), acme, "Terms", "true"],
    [paper(2), other, "Terms", "true"],
    [paper(3), acme, "Terms", "true"],
    [paper(4), acme, "Addendum", "false"],
  ]);
  expect(all.length).toBe(4);
  expect(all.of(acme)).toEqual([
    { id: paper(1), partnerId: acme, kind: "Terms", isSigned: true },
    { id: paper(3), partnerId: acme, kind: "Terms", isSigned: true },
    { id: paper(4), partnerId: acme, kind: "Addendum", isSigned: false },
  ]);
  expect(all.of(other)).toEqual([{ id: paper(2), partnerId: other, kind: "Terms", isSigned: true }]);
  expect(all.of(nobody)).toEqual([]);
});

test("More rows than are taken up at once are all there", () => {
  const numbers = Array.from({ length: 10_000 }, (_, number) => number + 1);
  const all = kept(numbers.map((number) => [paper(number), number % 2 === 0 ? acme : other, "Terms", "true"]));
  expect(all.of(acme).map(({ id }) => id)).toEqual(numbers.filter((number) => number % 2 === 0).map(paper));
  expect(all.of(other)).toHaveLength(5_000);
});

test("A page that is dropped leaves nothing behind", () => {
  const all = papers();
  const [torn, sound] = [all.page(), all.page()];
  torn.take([paper(1), acme, "Terms", "true"]);
  sound.take([paper(2), acme, "Terms", "true"]);
  torn.drop();
  sound.keep();
  all.finish();
  expect(all.of(acme).map(({ id }) => id)).toEqual([paper(2)]);
  expect(all.length).toBe(1);
});

test.each([
  ["a cell that can't be read", [paper(2), acme, "Terms", "perhaps"], "Is_Signed__c"],
  ["no partner", [paper(2), "", "Terms", "true"], "Partner__c"],
])("A row with %s is refused by name, also where another row says the same", (_what, row, field) => {
  const page = papers().page();
  page.take([paper(1), acme, "Terms", "true"]);
  expect(() => page.take(row)).toThrow(new RegExp(`Paper__c ${paper(2)}: ${field} can't be read`));
});
