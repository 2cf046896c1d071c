import { FormulaError } from "./formulaError.ts";

export type FormulaToken =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly text: string }
  /** `Account.Owner.Name`, `$User.Id`, `IF`, `TRUE`. */
  | { readonly kind: "name"; readonly parts: readonly string[] }
  | { readonly kind: "symbol"; readonly text: string };

const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)/y;
// `Owner:User.Name` names the object of a polymorphic reference.
const NAME = /\$?[A-Za-z_]\w*(?::[A-Za-z]\w*)?(?:\s*\.\s*[A-Za-z_]\w*(?::[A-Za-z]\w*)?)*/y;
const SYMBOL = /<>|<=|>=|==|!=|&&|\|\||[-+*/^&=<>!(),]/y;
// A flow writes its resources as merge fields.
const MERGE_FIELD = /\{!\s*([^{}]+?)\s*\}/y;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "'": "'", '"': '"', "\\": "\\" };

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  *tokens(): Generator<FormulaToken, void, undefined> {
    this.#take(BLANK);
    while (this.#at < this.#text.length) {
      yield this.#next();
      this.#take(BLANK);
    }
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #fault(message: string): FormulaError {
    return new FormulaError(`Syntax error. ${message} at position ${this.#at + 1}`, this.#text);
  }

  #next(): FormulaToken {
    const character = this.#text.charAt(this.#at);
    if (character === '"' || character === "'") return { kind: "string", value: this.#string(character) };
    if (this.#text.startsWith("/*", this.#at)) throw this.#fault("A comment that is not closed");
    const number = this.#take(NUMBER);
    if (number) return { kind: "number", text: number[0] };
    const merged = this.#take(MERGE_FIELD);
    const name = merged?.[1] ?? this.#take(NAME)?.[0];
    if (name !== undefined) return { kind: "name", parts: partsOf(name) };
    const symbol = this.#take(SYMBOL);
    if (symbol) return { kind: "symbol", text: symbol[0] };
    throw this.#fault(`Found '${character}'`);
  }

  #string(quote: string): string {
    let value = "";
    let at = this.#at + 1;
    while (at < this.#text.length && this.#text.charAt(at) !== quote) {
      if (this.#text.charAt(at) === "\\") {
        at += 1;
        const escaped = ESCAPES[this.#text.charAt(at)];
        if (escaped === undefined) throw this.#fault("A string with an unknown escape");
        value += escaped;
      } else value += this.#text.charAt(at);
      at += 1;
    }
    if (at >= this.#text.length) throw this.#fault("A string that is not closed");
    this.#at = at + 1;
    return value;
  }
}

function partsOf(name: string): string[] {
  return name.split(".").map((part) => part.trim().replace(/:.*$/, ""));
}

/** The formula's tokens; comments and blanks are gone. */
export function scanFormula(text: string): FormulaToken[] {
  return [...new Scanner(text).tokens()];
}
