/** A number as it was written, because a binary number loses cents at 18 digits. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  /** How messages show it. */
  toJSON(): number {
    return Number(this.text);
  }
}

/** Parses a JSON body and keeps every number as it was written. */
export function parseWithNumbers(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context: { source?: string }) =>
    typeof value === "number" ? new NumberText(context.source ?? String(value)) : value,
  );
}
