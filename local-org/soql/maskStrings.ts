import { malformedQuery, unexpectedToken } from "./queryError.ts";

export interface StringLiteral {
  readonly value: string;
  readonly pattern: string;
}

export interface MaskedText {
  /** The query with the inside of every string replaced by `x`, character for character. */
  readonly text: string;
  /** What each string says, by the offset of its opening quote. */
  readonly strings: ReadonlyMap<number, StringLiteral>;
}

// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  N: "\n",
  r: "\r",
  R: "\r",
  t: "\t",
  T: "\t",
  b: "\b",
  B: "\b",
  f: "\f",
  F: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

/** One character or escape sequence of a string: its length in the text, its value, its LIKE pattern. */
function readCharacter(text: string, at: number): { length: number; value: string; pattern: string } {
  const character = text.charAt(at);
  if (character !== "\\") return { length: 1, value: character, pattern: character };
  const next = text.charAt(at + 1);
  if (next === "%" || next === "_") return { length: 2, value: next, pattern: `\\${next}` };
  if (next === "\\") return { length: 2, value: "\\", pattern: "\\\\" };
  const unicode = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
  if (unicode !== undefined) {
    const value = String.fromCharCode(Number.parseInt(unicode, 16));
    return { length: 6, value, pattern: value };
  }
  const value = ESCAPES[next];
  if (value === undefined) throw malformedQuery(`Illegal character in query: invalid string escape '\\${next}'`);
  return { length: 2, value, pattern: value };
}

function readString(text: string, start: number): { end: number; literal: StringLiteral } {
  let value = "";
  let pattern = "";
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== "'") {
    const read = readCharacter(text, at);
    value += read.value;
    pattern += read.pattern;
    at += read.length;
  }
  if (at >= text.length)
    throw malformedQuery(`line 1:${start} no viable alternative at character ''' (the string is not closed)`);
  return { end: at + 1, literal: { value, pattern } };
}

/**
 * Takes the strings out before the Apex grammar sees the query: Apex knows no `\%` and no `\_`,
 * and takes comments, which SOQL sent to an API must not have.
 */
export function maskStrings(text: string): MaskedText {
  const strings = new Map<number, StringLiteral>();
  let masked = "";
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "'") {
      const { end, literal } = readString(text, at);
      strings.set(at, literal);
      masked += `'${"x".repeat(end - at - 2)}'`;
      at = end;
      continue;
    }
    const isComment = /^(\/\/|\/\*)/.test(text.slice(at, at + 2));
    if (isComment || character === ";") throw unexpectedToken(character);
    masked += character;
    at += 1;
  }
  return { text: masked, strings };
}
