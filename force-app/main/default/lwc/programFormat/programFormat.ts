import locale from "@salesforce/i18n/locale";
import timeZone from "@salesforce/i18n/timeZone";

const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
const count = new Intl.NumberFormat(locale);
const list = new Intl.ListFormat(locale, { type: "conjunction" });
const choice = new Intl.ListFormat(locale, { type: "disjunction" });

/** A calendar day, written as the reader writes days; it is the same day in every time zone. */
export function formatDay(value: string | null | undefined): string {
  return value ? day.format(new Date(`${value}T00:00:00Z`)) : "";
}

/** A moment, in the reader's own time zone. */
export function formatInstant(value: string | null | undefined): string {
  return value ? instant.format(new Date(value)) : "";
}

export function formatCount(value: number | null | undefined): string {
  return count.format(value ?? 0);
}

/** `A, B, and C`. */
export function formatList(values: readonly string[]): string {
  return list.format(values);
}

/** `A, B, or C`. */
export function formatChoice(values: readonly string[]): string {
  return choice.format(values);
}

/** Puts values where a label has `{0}`, `{1}`, …; every language keeps its own order of words. */
export function fillText(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d+)\}/g, (place, at: string) => {
    const value = values[Number(at)];
    if (value === undefined) return place;
    return typeof value === "number" ? formatCount(value) : value;
  });
}

/** The text for one, or the text for any other number, with the number in its place. */
export function fillCount(value: number, one: string, many: string, ...more: readonly (string | number)[]): string {
  return fillText(value === 1 ? one : many, value, ...more);
}
