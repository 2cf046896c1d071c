/** The login, the API version, the clock and the allowances. */
import { CrmError } from "../crm/errors.ts";
import { apiVersion, type Org } from "../crm/org.ts";
import { readApiVersions, readLimits } from "../crm/readLimits.ts";
import type { ServicePolicy } from "../crm/readPolicy.ts";
import { fault, type Finding, ok, warning } from "./finding.ts";

/** A signed login is good for three minutes, by Salesforce's clock. */
const mostSkewSeconds = 60;
/** No signed login succeeds against a real org so far off. */
const dayOfSeconds = 86_400;

export async function checkLogin(org: Org): Promise<Finding> {
  try {
    const versions = await readApiVersions(org);
    if (!versions.includes(apiVersion))
      return fault(
        "API version",
        `The org serves ${versions.at(0) ?? "none"} to ${versions.at(-1) ?? "none"}, not ${apiVersion}`,
        "update the service: it was made for a version that this org no longer, or not yet, serves",
      );
    return ok("Login", `Logged in; the org serves API version ${apiVersion}`);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return fault("Login", error.message, "mend the login first: nothing else can be looked at without it");
  }
}

export function checkClock(org: Org): Finding {
  const skew = Math.round(Math.abs(org.clock.skewMs) / 1000);
  if (skew > dayOfSeconds)
    return ok("Clock", `The org lives at ${org.clock.stamp()}, on a clock of its own: only a local org does`);
  if (skew <= mostSkewSeconds) return ok("Clock", `This machine's clock is within ${skew} s of the org's`);
  return warning(
    "Clock",
    `This machine's clock is ${skew} s off the org's`,
    "set it by NTP: runs follow the org's clock, but a signed login is refused beyond three minutes",
  );
}

export async function checkLimits(org: Org, policy: ServicePolicy): Promise<Finding> {
  const { DailyApiRequests: calls } = await readLimits(org);
  const used = calls.Max - calls.Remaining;
  const percent = Math.floor((used * 100) / Math.max(1, calls.Max));
  const state = `${used} of ${calls.Max} API calls of the last 24 hours are used (${percent} %)`;
  if (percent < policy.apiOrgLimitPercent) return ok("API calls", state);
  return fault(
    "API calls",
    `${state}; runs stop at ${policy.apiOrgLimitPercent} %`,
    "find out who uses them (Setup > System Overview), or raise Api_Org_Limit_Percent__c of the policy",
  );
}
