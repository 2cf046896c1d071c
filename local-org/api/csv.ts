import { SalesforceError } from "../salesforceError.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm */
const DELIMITERS: Readonly<Record<string, string>> = {
  BACKQUOTE: "`",
  CARET: "^",
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  TAB: "\t",
};

/** How a job's CSV is written. */
export interface CsvForm {
  /** `SEMICOLON` */
  readonly columnDelimiter: string;
  /** `LF` or `CRLF` */
  readonly lineEnding: string;
}

/** Reads the form from a job's definition. Throws INVALIDJOB for one that the platform does not have. */
export function csvForm(definition: { columnDelimiter?: string; lineEnding?: string; contentType?: string }): CsvForm {
  const { columnDelimiter = "COMMA", lineEnding = "LF", contentType = "CSV" } = definition;
  if (contentType !== "CSV") throw new SalesforceError("INVALIDJOB", "contentType must be CSV");
  if (DELIMITERS[columnDelimiter] === undefined)
    throw new SalesforceError("INVALIDJOB", `columnDelimiter must be one of ${Object.keys(DELIMITERS).join(", ")}`);
  if (lineEnding !== "LF" && lineEnding !== "CRLF")
    throw new SalesforceError("INVALIDJOB", "lineEnding must be LF or CRLF");
  return { columnDelimiter, lineEnding };
}

export function delimiterOf({ columnDelimiter }: CsvForm): string {
  return DELIMITERS[columnDelimiter] ?? ",";
}

export function lineEndOf({ lineEnding }: CsvForm): string {
  return lineEnding === "CRLF" ? "\r\n" : "\n";
}

/** One CSV line as Bulk API 2.0 writes it: every cell quoted. */
export function csvLine(cells: readonly string[], delimiter = ",", lineEnd = "\n"): string {
  let line = "";
  for (const cell of cells)
    line += `${line === "" ? "" : delimiter}"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
  return line + lineEnd;
}
