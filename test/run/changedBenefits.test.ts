import { makeId } from "../../local-org/records/recordId.ts";
import type { BenefitDecision } from "../../sync-service/program/decision.ts";
import { ChangedBenefits, noBenefits } from "../../sync-service/run/changedBenefits.ts";

const partnerId = makeId("001", 1);
const row = (number: number) => makeId("a02", number);

function decided(benefitKey: string, given: Partial<BenefitDecision> = {}): BenefitDecision {
  const facts = { rowId: null, partnerId, benefitKey, status: "Available", isAvailable: true, reason: null } as const;
  return { ...facts, isChanged: true, isLost: false, isGained: true, ...given };
}

test("Changed benefits come back as they were decided, rows by id and new ones by key; unchanged ones do not", () => {
  const book = new ChangedBenefits();
  const closed = { status: "Tier Too Low", isAvailable: false, reason: "From Gold on (R-30)." } as const;
  const range = book.add([
    decided("Partner_Portal", { rowId: row(2), ...closed }),
    decided("Sandbox", { rowId: row(1) }),
    decided("Logo", { rowId: row(3), isChanged: false }),
  ]);
  const added = book.add([decided("Webinars"), decided("Badge", closed)]);
  expect(book.of(range, partnerId)).toEqual([
    { rowId: row(1), partnerId, benefitKey: "Sandbox", status: "Available", isAvailable: true, reason: null },
    { rowId: row(2), partnerId, benefitKey: "Partner_Portal", ...closed },
  ]);
  expect(book.of(added, partnerId).map(({ rowId, benefitKey }) => [rowId, benefitKey])).toEqual([
    [null, "Badge"],
    [null, "Webinars"],
  ]);
  expect(book.add([decided("Logo", { rowId: row(3), isChanged: false })])).toBe(noBenefits);
});

test("A first night's rows are all there: seventeen for each of a thousand partners", () => {
  const book = new ChangedBenefits();
  const keys = Array.from({ length: 17 }, (_, key) => `Benefit_${String.fromCharCode(65 + key)}`);
  const ranges = Array.from({ length: 1_000 }, () => book.add(keys.map((key) => decided(key))));
  for (const range of ranges) expect(book.of(range, partnerId).map(({ benefitKey }) => benefitKey)).toEqual(keys);
});
