/** Days of the week as Intl numbers them: 7 = Sunday. */
interface WeekInfo {
  readonly firstDay: number;
}

/** A locale's pattern in the letters of ICU, from the order and separators of its own parts. */
function pattern(
  locale: string,
  options: Intl.DateTimeFormatOptions,
  letters: Readonly<Record<string, string>>,
): string {
  const parts = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(0);
  return parts
    .map(({ type, value }) => letters[type] ?? (type === "literal" ? value.replace(/[\u202f\u00a0]/g, " ") : ""))
    .join("");
}

const SHORT = { year: "yyyy", month: "M", day: "d" };
const MEDIUM = { year: "yyyy", month: "MMM", day: "d" };
const LONG = { year: "yyyy", month: "MMMM", day: "d" };
const TIME = { hour: "h", minute: "mm", second: "ss", dayPeriod: "a" };

/** `@salesforce/i18n/*` of one user. */
export function i18nOf(localeSid: string, timeZone: string, currency: string): Readonly<Record<string, unknown>> {
  const locale = localeSid.replaceAll("_", "-");
  const { hour12 = true } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  const time = { ...TIME, hour: hour12 ? "h" : "HH" };
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => WeekInfo };
  const shortDate = pattern(locale, { year: "numeric", month: "numeric", day: "numeric" }, SHORT);
  const mediumDate = pattern(locale, { dateStyle: "medium" }, MEDIUM);
  const longDate = pattern(locale, { dateStyle: "long" }, LONG);
  const shortTime = pattern(locale, { timeStyle: "short" }, time);
  const mediumTime = pattern(locale, { timeStyle: "medium" }, time);
  return {
    lang: "en-US",
    dir: "ltr",
    locale,
    timeZone,
    currency,
    // Lightning counts from 1 = Sunday.
    firstDayOfWeek: ((info.getWeekInfo?.().firstDay ?? 7) % 7) + 1,
    "dateTime.shortDateFormat": shortDate,
    "dateTime.mediumDateFormat": mediumDate,
    "dateTime.longDateFormat": longDate,
    "dateTime.shortTimeFormat": shortTime,
    "dateTime.mediumTimeFormat": mediumTime,
    "dateTime.shortDateTimeFormat": `${shortDate}, ${shortTime}`,
    "dateTime.mediumDateTimeFormat": `${mediumDate}, ${mediumTime}`,
    "dateTime.longDateTimeFormat": `${longDate}, ${mediumTime}`,
  };
}
