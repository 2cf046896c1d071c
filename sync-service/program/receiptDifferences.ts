/** What differs between two evidences, field by field. */

export interface EvidenceDifference {
  /** As `earr`, `deals.006…` or `policyRules.requirements.Silver.earr`. */
  readonly field: string;
  /** Canonical JSON of what the review recorded; null = was not there. */
  readonly then: string | null;
  /** The same of what the org gives now; null = is not there any more. */
  readonly now: string | null;
}

/** Fields that hold a set; in other lists, as a deal's or the window, a place has its meaning. */
const unordered = new Set(["technical", "salesTrained", "focus", "policyRules.courses"]);

/** Both texts are canonical JSON; one that is none differs as a whole. */
export function evidenceDifferences(then: string, now: string): EvidenceDifference[] {
  return differences("", parsed(then), parsed(now));
}

function differences(field: string, then: unknown, now: unknown): EvidenceDifference[] {
  if (isRecord(then) && isRecord(now)) return ofRecords(field, then, now);
  if (unordered.has(field) && isList(then) && isList(now)) return ofLists(field, then, now);
  const [before, after] = [textOf(then), textOf(now)];
  return before === after ? [] : [{ field: field || "evidence", then: before, now: after }];
}

function ofRecords(
  field: string,
  then: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): EvidenceDifference[] {
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort();
  return keys.flatMap((key) => differences(field === "" ? key : `${field}.${key}`, then[key], now[key]));
}

/** People and the like: their order says nothing, so each that came or went is told by itself. */
function ofLists(field: string, then: readonly unknown[], now: readonly unknown[]): EvidenceDifference[] {
  const gone = then.filter((value) => !now.includes(value)).map((value) => ({ field, then: textOf(value), now: null }));
  const come = now.filter((value) => !then.includes(value)).map((value) => ({ field, then: null, now: textOf(value) }));
  return [...gone, ...come];
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `Array.isArray` narrows to a list of anything. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
