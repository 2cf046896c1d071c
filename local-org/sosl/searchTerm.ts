import { malformedSearch } from "./searchError.ts";

/** What is looked for: words, each a pattern; several in a row are a phrase. */
export type SearchTerm =
  | { readonly kind: "phrase"; readonly words: readonly RegExp[]; readonly plain: string | null }
  | { readonly kind: "and" | "or"; readonly terms: readonly SearchTerm[] }
  | { readonly kind: "not"; readonly term: SearchTerm };

/** Quoted phrases, brackets, and words with their wildcards and escapes. */
const PIECE = /"((?:\\.|[^"\\])*)"|([()])|((?:\\.|[^\s"()\\])+)/gu;
const SHORTEST = 2;

function patternOf(word: string): RegExp {
  const source = word.replaceAll("*", "[\\p{L}\\p{N}]*").replaceAll("?", "[\\p{L}\\p{N}]");
  return new RegExp(`^${source}$`, "iu");
}

/** Letters and digits make words, whatever else parts them; `*` and `?` stand for characters, unless escaped. */
function phrase(text: string): SearchTerm {
  const words = text.replaceAll(/\\./gu, " ").match(/[\p{L}\p{N}*?]+/gu) ?? [];
  const length = words.join("").replaceAll(/[*?]/g, "").length;
  if (length < SHORTEST)
    throw malformedSearch(`search term must be longer than one character: ${text.replaceAll("\\", "")}`);
  const plain = words.find((word) => !/[*?]/.test(word)) ?? null;
  return { kind: "phrase", words: words.map(patternOf), plain };
}

/** `a AND (b OR "c d") AND NOT e`; words side by side are all wanted. */
class TermReader {
  readonly #pieces: readonly { readonly text: string; readonly isQuoted: boolean }[];
  #at = 0;

  constructor(text: string) {
    this.#pieces = [...text.matchAll(PIECE)].map(([all, quoted, bracket, word]) => ({
      text: quoted ?? bracket ?? word ?? all,
      isQuoted: quoted !== undefined,
    }));
  }

  read(): SearchTerm {
    const term = this.#or();
    if (this.#at < this.#pieces.length) throw malformedSearch(`unexpected token: ${this.#pieces[this.#at]!.text}`);
    return term;
  }

  #takes(word: string): boolean {
    const piece = this.#pieces[this.#at];
    if (!piece || piece.isQuoted || piece.text.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #or(): SearchTerm {
    const terms = [this.#and()];
    while (this.#takes("OR")) terms.push(this.#and());
    return terms.length === 1 ? terms[0]! : { kind: "or", terms };
  }

  #ends(): boolean {
    const piece = this.#pieces[this.#at];
    return !piece || (!piece.isQuoted && (piece.text === ")" || piece.text.toUpperCase() === "OR"));
  }

  #and(): SearchTerm {
    const terms = [this.#one()];
    while (!this.#ends()) {
      this.#takes("AND");
      terms.push(this.#takes("NOT") ? { kind: "not", term: this.#one() } : this.#one());
    }
    return terms.length === 1 ? terms[0]! : { kind: "and", terms };
  }

  #one(): SearchTerm {
    if (this.#takes("(")) {
      const term = this.#or();
      if (!this.#takes(")")) throw malformedSearch("missing closing bracket in the search term");
      return term;
    }
    const piece = this.#pieces[this.#at];
    this.#at += 1;
    if (!piece) throw malformedSearch("unexpected end of the search term");
    return phrase(piece.text);
  }
}

/** Reads what stands between the braces of FIND. Throws MALFORMED_SEARCH. */
export function readSearchTerm(text: string): SearchTerm {
  return new TermReader(text).read();
}

/** Text as one phrase or word after the other, in which no word is an operator. */
export function plainSearchTerm(text: string): SearchTerm {
  const words = text.match(/"[^"]*"|\S+/gu) ?? [""];
  const terms = words.map((word) => phrase(word.replaceAll(/[*?"]/g, " ")));
  return terms.length === 1 ? terms[0]! : { kind: "and", terms };
}

function hasPhrase(words: readonly string[], patterns: readonly RegExp[]): boolean {
  return words.some((_word, at) => patterns.every((pattern, index) => pattern.test(words[at + index] ?? "")));
}

/** True where the texts of a record, each as its words, hold what is looked for. */
export function isFound(term: SearchTerm, texts: readonly (readonly string[])[]): boolean {
  if (term.kind === "phrase") return texts.some((words) => hasPhrase(words, term.words));
  if (term.kind === "not") return !isFound(term.term, texts);
  return term.kind === "and"
    ? term.terms.every((inner) => isFound(inner, texts))
    : term.terms.some((inner) => isFound(inner, texts));
}

/** A word that every record found must have, so that a database can leave most of the others out; null = none. */
export function wordOfAll(term: SearchTerm): string | null {
  if (term.kind === "phrase") return term.plain;
  if (term.kind !== "and") return null;
  return term.terms.map(wordOfAll).find((word) => word !== null) ?? null;
}
