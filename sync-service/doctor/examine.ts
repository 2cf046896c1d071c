/** Looks at all that a run needs, in the order in which it would be mended, and writes nothing. */
import type { Org } from "../crm/org.ts";
import { checkAccess } from "./checkAccess.ts";
import { checkClock, checkLimits, checkLogin } from "./checkOrg.ts";
import { checkCurrencies, checkPolicy } from "./checkPolicy.ts";
import { checkRuns } from "./checkRuns.ts";
import type { Finding } from "./finding.ts";

export interface Examination {
  readonly version: 1;
  readonly isFit: boolean;
  readonly findings: readonly Finding[];
}

/** Stops after a fault that hides what comes next: without a login there is nothing to see. */
export async function examine(org: Org): Promise<Examination> {
  const login = await checkLogin(org);
  if (login.level === "fault") return examinationOf([login]);
  const before = [login, checkClock(org), ...(await checkAccess(org))];
  if (before.some(({ level }) => level === "fault")) return examinationOf(before);
  const { finding, policy } = await checkPolicy(org);
  const rest = policy === null ? [] : [await checkLimits(org, policy), ...(await checkRuns(org, policy))];
  return examinationOf([...before, finding, await checkCurrencies(org), ...rest]);
}

function examinationOf(findings: readonly Finding[]): Examination {
  return { version: 1, isFit: findings.every(({ level }) => level !== "fault"), findings };
}
