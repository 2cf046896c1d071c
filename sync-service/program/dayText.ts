import type { Day } from "./facts.ts";

// Texts that are stored have one language; what it writes out in letters, no reader takes for another day.
const long = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** `December 15, 2023`, for people. */
export function dayText(day: Day): string {
  return long.format(new Date(`${day}T00:00:00Z`));
}
