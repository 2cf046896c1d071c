/** Parses a JSON body; numbers come as their source text, because a binary number loses cents at 18 digits. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context: { source?: string }) =>
    typeof value === "number" ? (context.source ?? String(value)) : value,
  );
}
