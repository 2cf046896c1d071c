/** What the commands take on the command line; a fault is told before anything is asked of an org. */
import { InvalidArgumentError } from "commander";
import { type Assumption, parseAssumption } from "./program/assumption.ts";

/** @throws InvalidArgumentError where it is no date of the calendar. */
export function day(text: string): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch {
    // Told below, as for any other text.
  }
  throw new InvalidArgumentError("It is no date of the form YYYY-MM-DD.");
}

/** @throws InvalidArgumentError */
export function recordId(text: string): string {
  if (/^001[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$/.test(text)) return text;
  throw new InvalidArgumentError("It is no account id.");
}

/** @throws InvalidArgumentError */
export function planHash(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  throw new InvalidArgumentError("It is no plan hash (64 hexadecimal digits).");
}

/** One more of any number of assumptions. @throws InvalidArgumentError saying what can be assumed. */
export function assumption(text: string, before: readonly Assumption[] = []): Assumption[] {
  try {
    return [...before, parseAssumption(text)];
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
