import { addDays, dayInZone, type Day } from "c/programDays";
import { rowsOf, type Connection, type Figure, type Text } from "c/programAnswer";

/** A completed run, as every query of the account page asks for it. */
export interface RunNode {
  readonly Id: string;
  readonly As_Of_Date__c: Text;
  readonly Finished_At__c: Text;
  /** A formula over the org's clock: pages trust no device's. */
  readonly Hours_Since_Finish__c: Figure;
}

export interface PolicyNode {
  readonly Id: string;
  readonly Effective_From_Date__c: Text;
  readonly Effective_To_Date__c: Text;
  readonly Stale_After_Hours__c: Figure;
  readonly Time_Zone__c: Text;
  readonly Trailing_Window_Days__c: Figure;
}

export interface ClockAnswer {
  readonly lastRun: Connection<RunNode>;
  readonly Partner_Program_Policy__mdt: Connection<PolicyNode>;
}

export interface ProgramClock {
  /** The day that the stored figures are about. */
  readonly asOf: Day;
  /** The org's day, in the programme's zone. */
  readonly today: Day;
  readonly finishedAt: string;
  readonly isStale: boolean;
  readonly staleAfterHours: number;
  readonly windowDays: number;
  /** Id of the policy row in force; rows of the other policy tables name it. */
  readonly policyId: string;
}

const HOUR_MS = 3_600_000;

function isInForce(policy: PolicyNode, day: Day): boolean {
  const from = policy.Effective_From_Date__c.value;
  const to = policy.Effective_To_Date__c.value;
  return (from === null || from <= day) && (to === null || to >= day);
}

/** null where nothing was ever calculated for the partner, or no policy is in force. */
export function programClock(answer: ClockAnswer): ProgramClock | null {
  const [run] = rowsOf(answer.lastRun);
  const asOf = run?.As_Of_Date__c.value;
  const finishedAt = run?.Finished_At__c.value;
  if (!asOf || !finishedAt) return null;
  const policy = rowsOf(answer.Partner_Program_Policy__mdt).find((row) => isInForce(row, asOf));
  const zone = policy?.Time_Zone__c.value;
  if (!policy || !zone) return null;
  const hours = run?.Hours_Since_Finish__c.value ?? 0;
  const staleAfterHours = policy.Stale_After_Hours__c.value ?? 0;
  return {
    asOf,
    today: dayInZone(new Date(Date.parse(finishedAt) + hours * HOUR_MS).toISOString(), zone),
    finishedAt,
    isStale: hours > staleAfterHours,
    staleAfterHours,
    windowDays: policy.Trailing_Window_Days__c.value ?? 0,
    policyId: policy.Id,
  };
}

/** First day of the trailing window. */
export function windowStart({ asOf, windowDays }: Pick<ProgramClock, "asOf" | "windowDays">): Day {
  return addDays(asOf, 1 - windowDays);
}

/** The first day on which a deal of that close date is out of the trailing window. */
export function leavesOn(closeDate: Day, { windowDays }: Pick<ProgramClock, "windowDays">): Day {
  return addDays(closeDate, windowDays);
}
