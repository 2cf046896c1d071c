/** A deal registration's life. Approved never expires. */
import type { Day, Instant, RegistrationFacts } from "./facts.ts";
import type { ProgramPolicy } from "./policy.ts";
import { addDays, dayOf } from "./windows.ts";

/**
 * Whether the run sets a registration to Expired: still Submitted or Action
 * Required after its last day. That day is the recorded one, but never later
 * than submission plus the period and its extensions; where none is recorded,
 * submission plus one period.
 */
export function isExpired(registration: RegistrationFacts, policy: ProgramPolicy, asOf: Day): boolean {
  const isWaiting = registration.status === "Submitted" || registration.status === "Action Required";
  const last = lastDay(registration, policy);
  return isWaiting && last !== null && last < asOf;
}

/**
 * The day by which a registration should be decided: so many business days
 * (Monday to Friday) after the day of submission. Shown, without effect.
 */
export function decisionTarget(submittedAt: Instant, policy: ProgramPolicy): Day {
  let day = dayOf(submittedAt, policy.timeZone);
  let left = policy.registrationTargetBusinessDays;
  while (left > 0) {
    day = addDays(day, 1);
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5) left -= 1;
  }
  return day;
}

function lastDay({ submittedAt, expiresDate }: RegistrationFacts, policy: ProgramPolicy): Day | null {
  if (submittedAt === null) return expiresDate;
  const submitted = dayOf(submittedAt, policy.timeZone);
  const period = policy.registrationExpiryDays;
  if (expiresDate === null) return addDays(submitted, period);
  const cap = addDays(submitted, period * (1 + policy.registrationExtensions));
  return expiresDate < cap ? expiresDate : cap;
}
