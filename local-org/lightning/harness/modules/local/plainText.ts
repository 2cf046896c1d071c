/** Text of a value that is text, a number or a yes or no; anything else has none. */
export function plainText(value: unknown): string {
  return ["string", "number", "boolean"].includes(typeof value) ? `${value as string | number | boolean}` : "";
}
