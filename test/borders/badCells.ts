/** Readers of one cell of a record that Salesforce sent. */
import {
  type Column,
  day,
  decimal,
  flag,
  instant,
  integer,
  oneOf,
  rowReader,
  text,
} from "../../sync-service/crm/rowReader.ts";

const path = "Field__c";

function reading(column: Column<unknown>): (cell: string) => unknown {
  const { read } = rowReader<{ id: string; value: unknown }>("Opportunity", { id: text("Id"), value: column });
  return (cell) => read(["006000000000001AAA", cell]).value;
}

export const date = reading(day(path));
export const instantCell = reading(instant(path));
export const decimalCell = reading(decimal(path));
export const integerCell = reading(integer(path));
export const flagCell = reading(flag(path));
export const listedCell = reading(oneOf(path, ["Applicant", "Enrolled", "Suspended", "Deactivated"]));
export const textCell = reading(text(path));
