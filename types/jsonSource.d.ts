/** JSON.parse source text access (ECMAScript 2026), which TypeScript's library does not declare yet. */
interface RawJson {
  readonly rawJSON: string;
}

interface JSON {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  /** A primitive that JSON.stringify prints as this very text. */
  rawJSON(text: string): RawJson;
  isRawJSON(value: unknown): value is RawJson;
}
