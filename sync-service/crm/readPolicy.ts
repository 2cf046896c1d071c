/** The programme's policies, out of four custom metadata types; whatever the service can't follow is refused. */
import Big from "big.js";
import type { ProgramPolicy } from "../program/policy.ts";
import { PolicyError } from "./errors.ts";
import type { Org } from "./org.ts";
import { benefitSettings, courseSettings, policySettings, requirementSettings } from "./policyFields.ts";
import type { Row } from "./restQuery.ts";
import { checkedValues, readSettingRows } from "./settingRows.ts";

/** The programme's rules, and what the service itself has to keep to. */
export interface ServicePolicy extends ProgramPolicy {
  readonly apiOrgLimitPercent: number;
  readonly apiRunLimitPercent: number;
  /** Without a completed run for longer, figures are called stale. */
  readonly staleAfterHours: number;
}

export interface PolicyRows {
  readonly policies: readonly Row[];
  readonly requirements: readonly Row[];
  readonly benefits: readonly Row[];
  readonly courses: readonly Row[];
}

/** The custom metadata types that make up a policy. */
export const policyObjects = {
  policies: "Partner_Program_Policy__mdt",
  requirements: "Partner_Tier_Requirement__mdt",
  benefits: "Partner_Benefit_Rule__mdt",
  courses: "Partner_Course__mdt",
} as const;

/** Every policy of the org. @throws PolicyError naming every row and field at fault. */
export async function readPolicies(org: Org): Promise<ServicePolicy[]> {
  return policiesOf(await readPolicyRows(org));
}

/** The rows themselves, unchecked. */
export async function readPolicyRows(org: Org): Promise<PolicyRows> {
  const [policies, requirements, benefits, courses] = await Promise.all([
    readSettingRows(org, policyObjects.policies, policySettings),
    readSettingRows(org, policyObjects.requirements, requirementSettings),
    readSettingRows(org, policyObjects.benefits, benefitSettings),
    readSettingRows(org, policyObjects.courses, courseSettings),
  ]);
  return { policies, requirements, benefits, courses };
}

/** The policies that rows describe; apart from the reading, so that faults can be tried without an org. */
export function policiesOf(rows: PolicyRows): ServicePolicy[] {
  const faults: string[] = [];
  const parts = partsOf(rows, faults);
  const policies = parts.policies.map((policy) => ({
    ...policy,
    tierRequirements: parts.requirements
      .filter((row) => row.policy === policy.name)
      .map((row) => ({ ...row, earr: new Big(row.earr) }))
      .sort((a, b) => a.rank - b.rank),
    benefitRules: parts.benefits.filter((row) => row.policy === policy.name).sort((a, b) => a.order - b.order),
    courses: parts.courses.filter((row) => row.policy === policy.name),
  }));
  for (const policy of policies) checkWhole(policy, faults);
  if (policies.length === 0 && faults.length === 0)
    faults.push(`${policyObjects.policies} has no row, or none that may be read`);
  if (faults.length > 0) throw new PolicyError(`The programme policy can't be followed: ${faults.join("; ")}`);
  return policies;
}

function partsOf(rows: PolicyRows, faults: string[]) {
  return {
    policies: checkedValues(policyObjects.policies, policySettings, rows.policies, faults),
    requirements: checkedValues(policyObjects.requirements, requirementSettings, rows.requirements, faults),
    benefits: checkedValues(policyObjects.benefits, benefitSettings, rows.benefits, faults),
    courses: checkedValues(policyObjects.courses, courseSettings, rows.courses, faults),
  };
}

const ladder = ["Registered", "Bronze", "Silver", "Gold"];

/** A policy with rows missing would promote or block everyone: it is as faulty as one with a bad value. */
function checkWhole(policy: ProgramPolicy, faults: string[]): void {
  const { name, effectiveFrom, effectiveTo, tierRequirements } = policy;
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    faults.push(`${policyObjects.policies} ${name}: Effective_To_Date__c is before Effective_From_Date__c`);
  const missing = ladder.filter((tier) => tierRequirements.filter((row) => row.tier === tier).length !== 1);
  if (missing.length > 0)
    faults.push(`${policyObjects.requirements}: policy ${name} needs one row for ${missing.join(", ")}`);
  else if (
    ladder.some(
      (tier, at) => tierRequirements[at]?.tier !== tier || tierRequirements[at].rank === tierRequirements[at - 1]?.rank,
    )
  )
    faults.push(
      `${policyObjects.requirements}: policy ${name} needs a Rank__c that rises in the order ${ladder.join(", ")}`,
    );
  const keys = policy.benefitRules.map(({ key }) => key);
  const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (keys.length === 0) faults.push(`${policyObjects.benefits}: policy ${name} has no rows`);
  if (doubled.length > 0)
    faults.push(`${policyObjects.benefits}: policy ${name} has several rows for ${doubled.join(", ")}`);
  if (policy.courses.length === 0) faults.push(`${policyObjects.courses}: policy ${name} has no rows`);
}
