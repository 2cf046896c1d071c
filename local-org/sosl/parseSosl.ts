import { notSupported } from "../salesforceError.ts";
import { maskStrings } from "../soql/maskStrings.ts";
import { malformedSearch } from "./searchError.ts";
import { readSearchTerm, type SearchTerm } from "./searchTerm.ts";

export type SearchGroup = "ALL" | "NAME" | "EMAIL" | "PHONE" | "SIDEBAR";

/** One object of RETURNING: what of it is wanted, in SOQL's words. */
export interface SearchTarget {
  readonly object: string;
  /** `Id, Name` */
  readonly fields: string;
  readonly where: string | null;
  /** `ORDER BY Name LIMIT 5`, or empty. */
  readonly tail: string;
}

export interface Search {
  readonly term: SearchTerm;
  readonly group: SearchGroup;
  /** null = every object that can be searched. */
  readonly targets: readonly SearchTarget[] | null;
  readonly limit: number | null;
}

const FIND = /^\s*FIND\s*\{((?:\\.|[^}\\])*)\}\s*/i;
const GROUP = /^IN\s+(ALL|NAME|EMAIL|PHONE|SIDEBAR)\s+FIELDS\b\s*/i;
const LIMIT = /(?:^|\s)LIMIT\s+(\d+)\s*$/i;
const WHERE = /\bWHERE\b/i;
const TAIL = /\b(?:ORDER\s+BY|LIMIT|OFFSET)\b/i;

/** Text cut at commas that stand outside of brackets; strings are masked. */
function topLevelParts(masked: string): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= masked.length; at += 1) {
    const character = masked.charAt(at);
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (at === masked.length || (character === "," && depth === 0)) {
      parts.push({ from, to: at });
      from = at + 1;
    }
  }
  if (depth !== 0) throw malformedSearch("brackets of RETURNING do not match");
  return parts;
}

function targetOf(text: string): SearchTarget {
  const match = /^\s*(\w+)\s*(?:\(([\s\S]*)\))?\s*$/.exec(text);
  if (!match) throw malformedSearch(`unexpected token: ${text.trim()}`);
  const inner = match[2] ?? "Id";
  const masked = maskStrings(inner).text;
  if (/\bUSING\s+LISTVIEW\b/i.test(masked)) throw notSupported("USING ListView in SOSL");
  const tailAt = TAIL.exec(masked)?.index ?? inner.length;
  const whereAt = WHERE.exec(masked)?.index ?? tailAt;
  return {
    object: match[1] ?? "",
    fields: inner.slice(0, whereAt).trim() || "Id",
    where: whereAt < tailAt ? inner.slice(whereAt + "WHERE".length, tailAt).trim() : null,
    tail: inner.slice(tailAt).trim(),
  };
}

function targetsOf(text: string): SearchTarget[] {
  const { text: masked } = maskStrings(text);
  return topLevelParts(masked).map(({ from, to }) => targetOf(text.slice(from, to)));
}

/**
 * Reads a search. Throws MALFORMED_SEARCH.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm
 */
export function parseSosl(text: string): Search {
  const find = FIND.exec(text);
  if (!find) throw malformedSearch("expecting FIND {search term}");
  let rest = text.slice(find[0].length);
  const group = (GROUP.exec(rest)?.[1]?.toUpperCase() ?? "ALL") as SearchGroup;
  rest = rest.replace(GROUP, "");
  if (/\bWITH\b/i.test(maskStrings(rest).text)) throw notSupported("WITH in SOSL");
  const limit = LIMIT.exec(rest)?.[1] ?? null;
  rest = rest.replace(LIMIT, "").trim();
  const returning = /^RETURNING\s+([\s\S]+)$/i.exec(rest)?.[1];
  if (returning === undefined && rest !== "") throw malformedSearch(`unexpected token: ${rest.split(/\s/)[0]}`);
  return {
    term: readSearchTerm(find[1] ?? ""),
    group,
    targets: returning === undefined ? null : targetsOf(returning),
    limit: limit === null ? null : Number(limit),
  };
}
