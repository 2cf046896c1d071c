import { ApexErrorListener, ApexParserFactory, type QueryContext } from "@apexdevtools/apex-parser";
import type { SoqlQuery } from "./ast.ts";
import { buildQuery } from "./buildQuery.ts";
import { maskStrings, type MaskedText } from "./maskStrings.ts";
import { unexpectedToken } from "./queryError.ts";

interface TokenLike {
  readonly text: string;
  readonly start: number;
}

class FirstFault extends ApexErrorListener {
  token: TokenLike | null = null;
  message: string | null = null;

  override apexSyntaxError(_line: number, column: number, message: string): void {
    this.note(message, { text: "", start: column });
  }

  override syntaxError(_recognizer: unknown, offending: unknown, _line: number, column: number, message: string): void {
    const token = offending as TokenLike | null;
    this.note(message, token ?? { text: "", start: column });
  }

  private note(message: string, token: TokenLike): void {
    if (this.message !== null) return;
    this.message = message;
    this.token = token;
  }
}

const WORD = /[A-Za-z_]\w*|[^\s\w]|\d+/g;

/** The word that the platform would stumble over. The grammar often reports one too late. */
function faultyToken(text: string, fault: TokenLike, message: string): string {
  const words = [...text.matchAll(WORD)];
  const fromIndex = words.findIndex(
    (word, index) => /^from$/i.test(word[0]) && /^(,|select)$/i.test(words[index - 1]?.[0] ?? ""),
  );
  if (fromIndex >= 0) return words[fromIndex]![0];
  const faultIndex = words.findIndex((word) => word.index === fault.start);
  const before = words[faultIndex - 1]?.[0] ?? "";
  // `SELECT Id FORM Account`: FORM was taken as an alias, and FROM missed at Account.
  if (/'from'/i.test(message) && faultIndex > 1 && /^\w+$/.test(before)) return before;
  return fault.text || (words[faultIndex]?.[0] ?? "<EOF>");
}

function parseTree(masked: MaskedText): QueryContext {
  const fault = new FirstFault();
  const { parser } = ApexParserFactory.createLexerAndParser(masked.text, fault);
  const tree = parser.query();
  if (fault.message !== null && fault.token !== null)
    throw unexpectedToken(faultyToken(masked.text, fault.token, fault.message));
  const next = (parser as unknown as { getCurrentToken(): TokenLike }).getCurrentToken();
  if (next.text !== "<EOF>") throw unexpectedToken(next.text);
  return tree;
}

const CACHE_SIZE = 500;
const cache = new Map<string, SoqlQuery>();

/** Parses a query. Parsing costs some 200 microseconds, so that the last few hundred texts are kept. */
export function parseSoql(text: string): SoqlQuery {
  const known = cache.get(text);
  if (known) {
    cache.delete(text);
    cache.set(text, known);
    return known;
  }
  const masked = maskStrings(text);
  const query = buildQuery(parseTree(masked), text, masked.strings);
  cache.set(text, query);
  if (cache.size > CACHE_SIZE) cache.delete(cache.keys().next().value!);
  return query;
}
