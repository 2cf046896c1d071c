import { SalesforceError } from "../salesforceError.ts";

const WINDOW = 80;

/** The line around the fault and a caret below it, as the platform prints them above its message. */
function excerpt(text: string, at: number): string {
  const rowStart = text.lastIndexOf("\n", at - 1) + 1;
  const rowEnd = text.indexOf("\n", at);
  const row = text.slice(rowStart, rowEnd < 0 ? undefined : rowEnd);
  const column = at - rowStart;
  const cut = Math.max(0, column - WINDOW / 2);
  const shown = row.slice(cut, cut + WINDOW);
  const rowNumber = text.slice(0, at).split("\n").length;
  const caret = `${" ".repeat(column - cut)}^`;
  return `\n${shown}\n${caret}\nERROR at Row:${rowNumber}:Column:${column + 1}\n`;
}

/** An error that shows where in the query it stands. */
export function queryErrorAt(errorCode: string, text: string, at: number, message: string): SalesforceError {
  return new SalesforceError(errorCode, excerpt(text, at) + message);
}

export function malformedQuery(message: string): SalesforceError {
  return new SalesforceError("MALFORMED_QUERY", message);
}

export function unexpectedToken(token: string): SalesforceError {
  return malformedQuery(`unexpected token: '${token}'`);
}
