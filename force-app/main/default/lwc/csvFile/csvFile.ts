type Cell = string | number | null;

// Spreadsheets run what begins like this; a plain number, negative ones included, is no formula.
const FORMULA = /^([=+@\t\r]|-(?!\d+(\.\d+)?$))/;

function cell(value: Cell): string {
  const text = String(value ?? "");
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows for spreadsheets, the head first; lines end as RFC 4180 has it, and a mark in front says that it is UTF-8. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * Hands a text to the browser as a file to keep: the platform has no API for it, and the file never leaves the device.
 * It is plain text, whatever its name says: Lightning Web Security refuses a blob of `text/csv`.
 * https://developer.salesforce.com/docs/platform/lwc/guide/security-lwsec-mime.html
 */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
