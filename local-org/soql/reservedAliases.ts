/**
 * Names that no alias may have; without this a bare trailing WHERE would pass as one.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_alias.htm
 */
export const RESERVED_ALIASES: ReadonlySet<string> = new Set([
  "AND",
  "ASC",
  "DESC",
  "EXCLUDES",
  "FIRST",
  "FROM",
  "GROUP",
  "HAVING",
  "IN",
  "INCLUDES",
  "LAST",
  "LIKE",
  "LIMIT",
  "NOT",
  "NULL",
  "NULLS",
  "OFFSET",
  "OR",
  "ORDER",
  "SELECT",
  "USING",
  "WHERE",
  "WITH",
]);
