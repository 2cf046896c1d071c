import type { FieldValue } from "./runOracle.ts";

/** A value on which the rules' text and the service do not agree; null = there is no such row. */
export interface Difference {
  readonly object: string;
  readonly label: string;
  readonly field: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/** What is expected and not found so, and what is found and not expected at all. */
export function differencesOf(expected: readonly FieldValue[], found: readonly FieldValue[]): Difference[] {
  const keyOf = ({ object, label, field }: FieldValue): string => `${object}|${label}|${field}`;
  const left = new Map(found.map((value) => [keyOf(value), value]));
  const differences: Difference[] = [];
  for (const value of expected) {
    const other = left.get(keyOf(value));
    left.delete(keyOf(value));
    if (other?.value !== value.value) {
      const { value: wanted, ...place } = value;
      differences.push({ ...place, expected: wanted, found: other?.value ?? null });
    }
  }
  for (const { value, ...place } of left.values()) differences.push({ ...place, expected: null, found: value });
  return differences;
}
