import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const table = readFileSync(join(root, "docs/errors.md"), "utf8");

/** Texts in capitals that are no error codes. */
const OTHERS = new Set([
  "GET",
  "POST",
  "PATCH",
  "PUT",
  "DELETE",
  "CSV",
  "LF",
  "ASC",
  "DESC",
  "USD",
  "SIGINT",
  "SIGTERM",
]);

function sources(): string[] {
  const crm = join(root, "sync-service/crm");
  const files = readdirSync(crm).map((name) => join(crm, name));
  return [...files, join(root, "sync-service/run/runErrors.ts")].map((file) => readFileSync(file, "utf8"));
}

/** `"NOT_FOUND"` wherever it stands, and `STRING_TOO_LONG: "…"` in a table of advice. */
function codesIn(text: string): string[] {
  const quoted = [...text.matchAll(/"([A-Z]{2,}(?:_[A-Z]+)*)"/g)].map((match) => match[1] ?? "");
  const keys = [...text.matchAll(/^ {2}([A-Z]{2,}(?:_[A-Z]+)+):/gm)].map((match) => match[1] ?? "");
  return [...quoted, ...keys].filter((code) => !OTHERS.has(code) && !code.startsWith("SF_"));
}

const handled = [...new Set(sources().flatMap(codesIn))].sort();

describe("The table of errors", () => {
  test("finds the codes that the service knows", () => {
    expect(handled).toEqual(expect.arrayContaining(["API_LIMIT", "QUERY_TIMEOUT", "STRING_TOO_LONG", "UNPROCESSED"]));
    expect(handled.length).toBeGreaterThan(30);
  });

  test.each(handled)("says what happens at %s", (code) => {
    expect(table).toContain(`\`${code}\``);
  });

  test("knows no code that the service does not", () => {
    const told = [...table.matchAll(/`([A-Z]{2,}(?:_[A-Z]+)+)`/g)].map((match) => match[1] ?? "");
    // Answered by rules that need no word of theirs: any 401, any 400 that is nothing else.
    const byStatus = new Set(["INVALID_SESSION_ID", "INVALID_AUTH_HEADER", "MALFORMED_QUERY"]);
    expect(told.filter((code) => !handled.includes(code) && !byStatus.has(code))).toEqual([]);
  });
});
