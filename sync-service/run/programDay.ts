/** Which day a run is as of, and which policy is in force on it. */
import { PolicyError } from "../crm/errors.ts";
import type { Day, Instant } from "../program/facts.ts";
import type { ServicePolicy } from "../crm/readPolicy.ts";
import { selectPolicy } from "../program/policy.ts";
import { dayOf } from "../program/windows.ts";

export interface ProgramDay {
  readonly asOf: Day;
  readonly policy: ServicePolicy;
  /** The org's clock: when the rows that this run adds will have been created. */
  readonly now: Instant;
}

/** `asOf` null: today by the org's clock, in the zone of the policy in force. */
export function programDay(policies: readonly ServicePolicy[], asOf: Day | null, now: Instant): ProgramDay {
  // The zone belongs to the policy, the policy to the day: the day in UTC finds the first of them.
  const zone = policyOn(policies, asOf ?? dayOf(now, "UTC")).timeZone;
  const day = asOf ?? dayOf(now, zone);
  return { asOf: day, policy: policyOn(policies, day), now };
}

function policyOn(policies: readonly ServicePolicy[], day: Day): ServicePolicy {
  try {
    const { name } = selectPolicy(policies, day);
    return policies.find((policy) => policy.name === name)!;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PolicyError(`${reason}: add a Partner_Program_Policy row that covers it`, { cause: error });
  }
}
