import { FormulaError } from "./formulaError.ts";
import type { FormulaVariable } from "./formulaVariable.ts";
import { resolveName, type NameSpace } from "./resolveName.ts";
import { scanFormula, type FormulaToken } from "./scanFormula.ts";

export interface RewrittenFormula {
  /** The formula with every name a variable `v0`, `v1` ... and every function in capitals. */
  readonly text: string;
  readonly variables: readonly FormulaVariable[];
}

const RESERVED = /^(true|false|null)$/i;
const CONTROL_CHARACTER = /\p{Cc}/u;

class Rewriter {
  readonly variables: FormulaVariable[] = [];
  readonly #text: string;
  readonly #tokens: readonly FormulaToken[];
  readonly #names: NameSpace;
  readonly #functions: ReadonlySet<string>;
  readonly #numbers = new Map<string, string>();
  #at = 0;

  constructor(text: string, names: NameSpace, functions: ReadonlySet<string>) {
    this.#text = text;
    this.#tokens = scanFormula(text);
    this.#names = names;
    this.#functions = functions;
  }

  rewrite(): string {
    const parts: string[] = [];
    while (this.#at < this.#tokens.length) {
      parts.push(this.#token(this.#tokens[this.#at]!));
      this.#at += 1;
    }
    if (parts.length === 0) throw this.#fault("Syntax error. The formula is empty");
    return parts.join(" ");
  }

  #fault = (message: string): FormulaError => new FormulaError(message, this.#text);

  #token(token: FormulaToken): string {
    switch (token.kind) {
      case "string":
        return this.#string(token.value);
      case "number":
        return token.text
          .replace(/^\./, "0.")
          .replace(/\.$/, "")
          .replace(/^0+(?=\d)/, "");
      case "symbol":
        return token.text;
      case "name":
        return this.#name(token.parts);
    }
  }

  /** The engine knows neither control characters nor one kind of quote inside the other. */
  #string(value: string): string {
    if (CONTROL_CHARACTER.test(value)) return this.#variable({ source: "text", path: [value], type: "string" });
    return `"${value.replace(/["'\\]/g, "\\$&")}"`;
  }

  #isSymbol(offset: number, text: string): boolean {
    const token = this.#tokens[this.#at + offset];
    return token?.kind === "symbol" && token.text === text;
  }

  #name(parts: readonly string[]): string {
    if (parts.length === 1 && this.#isSymbol(1, "(")) return this.#call(parts[0]!.toUpperCase());
    if (parts.length === 1 && RESERVED.test(parts[0]!)) return parts[0]!.toUpperCase();
    return this.#variable(resolveName(this.#names, parts, this.#fault));
  }

  #call(name: string): string {
    if (name === "PRIORVALUE" || name === "ISCHANGED") return this.#change(name);
    if (name === "ISNEW" || name === "ISCLONE") return this.#state(name);
    if (!this.#functions.has(name)) throw this.#fault(`Unknown function ${name}. Check spelling.`);
    return name;
  }

  /** PRIORVALUE(X) and ISCHANGED(X) look at the record before the save, and so become variables. */
  #change(name: "PRIORVALUE" | "ISCHANGED"): string {
    const argument = this.#tokens[this.#at + 2];
    if (argument?.kind !== "name" || !this.#isSymbol(3, ")"))
      throw this.#fault(`Incorrect parameter for function ${name}(). Expected a field`);
    const field = resolveName(this.#names, argument.parts, this.#fault);
    if (field.source !== "record" || field.path.length !== 1)
      throw this.#fault(`Incorrect parameter for function ${name}(). Expected a field of the record itself`);
    this.#at += 3;
    if (name === "PRIORVALUE") return this.#variable({ ...field, source: "prior" });
    return this.#variable({ source: "isChanged", path: field.path, type: "boolean", fieldType: field.type });
  }

  #state(name: "ISNEW" | "ISCLONE"): string {
    if (!this.#isSymbol(2, ")")) throw this.#fault(`Incorrect number of parameters for function ${name}(). Expected 0`);
    this.#at += 2;
    return this.#variable({ source: name === "ISNEW" ? "isNew" : "isClone", path: [], type: "boolean" });
  }

  #variable(variable: FormulaVariable): string {
    const key = `${variable.source}:${variable.path.join(".")}`;
    let name = this.#numbers.get(key);
    if (name === undefined) {
      name = `v${this.variables.push(variable) - 1}`;
      this.#numbers.set(key, name);
    }
    return name;
  }
}

/** Turns what the engine does not know into variables and functions that it does. */
export function rewriteFormula(text: string, names: NameSpace, functions: ReadonlySet<string>): RewrittenFormula {
  const rewriter = new Rewriter(text, names, functions);
  return { text: rewriter.rewrite(), variables: rewriter.variables };
}
