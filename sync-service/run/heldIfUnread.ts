/** What can't be read whole holds the run: whatever it would decide from the rest is not worth a look. */
import { CurrenciesUnreadableError, PolicyError, ShortReadingError } from "../crm/errors.ts";
import { RunHeldError } from "./runErrors.ts";
import type { HeldCause } from "./runTypes.ts";

/** For work that writes nothing. @throws RunHeldError where rows are missing, or there is no policy or currency to go by. */
export async function heldIfUnread<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const held = causeOf(error);
    throw held === null ? error : new RunHeldError(held, { cause: error });
  }
}

function causeOf(error: unknown): HeldCause | null {
  if (error instanceof PolicyError || error instanceof CurrenciesUnreadableError)
    return { codes: [error.code], reason: error.message };
  if (error instanceof ShortReadingError) return { codes: [`${error.code}:${error.object}`], reason: error.message };
  return null;
}
