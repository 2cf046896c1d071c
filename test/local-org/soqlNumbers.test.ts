import { DatabaseSync } from "node:sqlite";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import type { Operator } from "../../local-org/soql/ast.ts";
import { compareNumber } from "../../local-org/soql/compareNumber.ts";
import { SqlParameters } from "../../local-org/soql/compileExpression.ts";

const db = new DatabaseSync(":memory:");
const Exact = Decimal.clone({ precision: 60 });

const HOLDS: Readonly<Record<string, (stored: Decimal, literal: Decimal) => boolean>> = {
  "=": (stored, literal) => stored.eq(literal),
  "!=": (stored, literal) => !stored.eq(literal),
  "<": (stored, literal) => stored.lt(literal),
  "<=": (stored, literal) => stored.lte(literal),
  ">": (stored, literal) => stored.gt(literal),
  ">=": (stored, literal) => stored.gte(literal),
};

const EIGHTEEN_DIGITS = 10n ** 18n - 1n;

test("a stored decimal compares with any literal as exact arithmetic says", () => {
  const stored = fc.oneof(
    fc.bigInt({ min: -300n, max: 300n }),
    fc.bigInt({ min: -EIGHTEEN_DIGITS, max: EIGHTEEN_DIGITS }),
  );
  const literal = fc
    .tuple(
      fc.constantFrom("", "-", "+"),
      fc.oneof(fc.nat(3), fc.bigInt({ min: 0n, max: 10n ** 25n })),
      fc.stringMatching(/^(\.[0-9]{1,6})?$/),
    )
    .map(([sign, whole, fraction]) => `${sign}${whole}${fraction}`);
  const operator = fc.constantFrom<Operator>("=", "!=", "<", "<=", ">", ">=");
  fc.assert(
    fc.property(stored, fc.nat(4), operator, literal, (value, scale, comparison, text) => {
      const parameters = new SqlParameters();
      const sql = compareNumber("x", comparison, text, scale, parameters);
      const row = db
        .prepare(`SELECT ${sql} AS holds FROM (SELECT CAST(${value} AS INTEGER) AS x)`)
        .get(...parameters.values);
      const exact = new Exact(value.toString()).div(new Exact(10).pow(scale));
      expect(row?.["holds"] === 1).toBe(HOLDS[comparison]!(exact, new Exact(text)));
    }),
    { seed: 7, numRuns: 2000 },
  );
});
