/** Cells that can't be read: object, record and field are named, with what would do, and the value is not repeated. */
import { UnexpectedAnswerError } from "../../sync-service/crm/errors.ts";
import { cellCases } from "./cellCases.ts";

test.each(cellCases)("$kind of '$cell' is refused by object, record and field", ({ read, cell }) => {
  expect(() => read(cell)).toThrow(/^Opportunity 006000000000001AAA: Field__c can't be read \(.+\)/);
  expect(() => read(cell)).toThrow(UnexpectedAnswerError);
  if (cell.length > 4) expect(() => read(cell)).not.toThrow(cell);
});
