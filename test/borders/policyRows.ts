/** Rows of a policy that can be followed, but for what a test changes. */
import {
  benefitSettings,
  courseSettings,
  policySettings,
  requirementSettings,
  type Setting,
} from "../../sync-service/crm/policyFields.ts";
import type { PolicyRows } from "../../sync-service/crm/readPolicy.ts";

const policy = {
  DeveloperName: "Guide",
  Effective_From_Date__c: "2023-01-01",
  Time_Zone__c: "America/Los_Angeles",
  Training_Required_Of__c: "All partners",
  Professional_Services_Families__c: "Professional Services",
  Resale_Excluded_Families__c: "Segment;Engage; SendGrid",
  Grace_Period_Days__c: "0.0",
};
const whole = "Policy__r.DeveloperName";

export type PolicyKind = keyof PolicyRows;
type Cells = Readonly<Record<string, string>>;

export const settingsOf: Readonly<Record<PolicyKind, Readonly<Record<string, Setting<unknown>>>>> = {
  policies: policySettings,
  requirements: requirementSettings,
  benefits: benefitSettings,
  courses: courseSettings,
};

/** With changes to the first row of each kind; of the requirements that is Registered's. */
export function policyRows(changes: Partial<Record<PolicyKind, Cells>> = {}): PolicyRows {
  const tiers = ["Registered", "Bronze", "Silver", "Gold"];
  const changed = (kind: PolicyKind, at: number): Cells => (at === 0 ? (changes[kind] ?? {}) : {});
  return {
    policies: [cells("policies", { ...policy, ...changed("policies", 0) })],
    requirements: tiers.map((tier, rank) =>
      cells("requirements", {
        DeveloperName: tier,
        [whole]: "Guide",
        Tier__c: tier,
        Rank__c: `${rank + 1}.0`,
        eARR__c: rank === 1 ? "20000.50" : `${rank * 1000}`,
        ...changed("requirements", rank),
      }),
    ),
    benefits: [
      cells("benefits", {
        DeveloperName: "Portal",
        [whole]: "Guide",
        Key__c: "Portal",
        Lowest_Tier__c: "Bronze",
        ...changed("benefits", 0),
      }),
    ],
    courses: [
      cells("courses", {
        DeveloperName: "Course",
        [whole]: "Guide",
        Key__c: "Course",
        Class__c: "Sales",
        ...changed("courses", 0),
      }),
    ],
  };
}

/** Cells in the settings' order; what a test does not name gets a value that fits by the field's name. */
function cells(kind: PolicyKind, values: Cells): string[] {
  return Object.values(settingsOf[kind]).map(({ field }) => values[field] ?? fitting(field));
}

function fitting(field: string): string {
  if (field.startsWith("Is_")) return "true";
  if (/Date__c$|Agreements|Scope|Note|Focus/.test(field)) return "";
  if (field === "Trailing_Window_Days__c") return "365.0";
  return field === "MasterLabel" ? "Label" : "10.0";
}
