/** The first row of a result page: the columns' names, which later pages may leave out. */
import { UnexpectedAnswerError } from "./errors.ts";
import type { Row } from "./restQuery.ts";
import type { RowQuery } from "./soql.ts";

/**
 * Columns are matched by place, so the places have to be right. Sources disagree on
 * whether every page repeats them; a first cell that is an id is no name of a column.
 * @throws UnexpectedAnswerError where the page begins with other columns.
 */
export function isHeaderOf(cells: Row, { columns, object }: RowQuery): boolean {
  const isSame =
    cells.length === columns.length && cells.every((cell, at) => cell.toLowerCase() === columns[at]?.toLowerCase());
  if (isSame) return true;
  if (cells.length === columns.length && /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/.test(cells[0] ?? "")) return false;
  throw new UnexpectedAnswerError(`A result page of ${object} begins with other columns than were asked for`);
}
