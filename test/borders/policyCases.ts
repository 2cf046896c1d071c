/** Rows of the policy's custom metadata that can't be followed, as an org gives them, and what is said of each. */
import type { PolicyRows } from "../../sync-service/crm/readPolicy.ts";
import { type PolicyKind, policyRows } from "./policyRows.ts";

export interface PolicyCase {
  readonly what: string;
  readonly rows: PolicyRows;
  readonly says: string;
}

const objects: Readonly<Record<PolicyKind, string>> = {
  policies: "Partner_Program_Policy__mdt Guide",
  requirements: "Partner_Tier_Requirement__mdt Registered",
  benefits: "Partner_Benefit_Rule__mdt Portal",
  courses: "Partner_Course__mdt Course",
};

const value = (kind: PolicyKind, field: string, cell: string, says: string): PolicyCase => ({
  what: `${objects[kind]} with ${field} = "${cell}"`,
  rows: policyRows({ [kind]: { [field]: cell } }),
  says: `${objects[kind]}: ${field} ${says}`,
});

const noTier = "is none of Registered, Bronze, Silver, Gold";
const policies = (field: string, cell: string, says: string) => value("policies", field, cell, says);

const values: readonly PolicyCase[] = [
  policies("Effective_From_Date__c", "", "is no date"),
  policies("Effective_From_Date__c", "2023-02-29", "is no date"),
  policies("Effective_To_Date__c", "31.12.2023", "is no date"),
  policies("Annual_Auto_Publish_Date__c", "spring", "is no date"),
  policies("Time_Zone__c", "", "is blank"),
  policies("Time_Zone__c", "Mars/Olympus", "is no IANA time zone"),
  policies("Training_Required_Of__c", "Nobody", "is not supported; supported: All partners"),
  policies("Trailing_Window_Days__c", "", "is blank"),
  policies("Trailing_Window_Days__c", "a year", "is no number"),
  policies("Trailing_Window_Days__c", "0", "is below 1"),
  policies("Trailing_Window_Days__c", "-1", "is below 1"),
  policies("Trailing_Window_Days__c", "365.5", "is no whole number"),
  policies("Registration_Expiry_Days__c", "0", "is below 1"),
  policies("Registration_Extensions__c", "-1", "is below 0"),
  policies("Registration_Decision_Business_Days__c", "two", "is no number"),
  policies("Activity_Exempt_Days__c", "-90", "is below 0"),
  policies("Boundary_Minutes__c", "0.5", "is no whole number"),
  policies("Max_Demotions_Count__c", "-1", "is below 0"),
  policies("Max_Demotions_Percent__c", "101", "is above 100"),
  policies("Max_Demotions_Percent__c", "-1", "is below 0"),
  policies("Max_Rows_Drop_Percent__c", "five", "is no number"),
  policies("Max_Tier_Changes_Percent__c", "200", "is above 100"),
  policies("Max_Benefit_Changes_Percent__c", "", "is blank"),
  policies("Is_Empty_Input_Allowed__c", "maybe", "is neither true nor false"),
  policies("Is_Unrated_Currency_Allowed__c", "1", "is neither true nor false"),
  policies("Is_Multi_Rung_Advance_Allowed__c", "", "is neither true nor false"),
  policies("Is_Added_At_Close_Counted__c", "yes", "is neither true nor false"),
  policies("Is_Full_Credit_To_Each_Partner__c", "false", "is not supported; supported: true"),
  policies("Is_Multi_Rung_Annual_Move_Allowed__c", "false", "is not supported; supported: true"),
  policies("Is_Training_As_Of_Evaluation__c", "false", "is not supported; supported: true"),
  policies("Is_Addendum_Needed_For_Funds__c", "false", "is not supported; supported: true"),
  policies("Api_Org_Limit_Percent__c", "0", "is below 1"),
  policies("Api_Run_Limit_Percent__c", "120", "is above 100"),
  policies("Stale_After_Hours__c", "0", "is below 1"),
  policies("Grace_Period_Days__c", "30", "is not supported; supported: 0"),
  value("requirements", "Tier__c", "Platinum", noTier),
  value("requirements", "Tier__c", "", noTier),
  value("requirements", "Rank__c", "first", "is no number"),
  value("requirements", "Technical_Resources__c", "-3", "is below 0"),
  value("requirements", "Sales_Trained_Resources__c", "1.5", "is no whole number"),
  value("requirements", "Is_Baseline_Agreement_Required__c", "false", "is not supported; supported: true"),
  value("requirements", "eARR__c", "-20000", "is no amount"),
  value("requirements", "eARR__c", "20,000", "is no amount"),
  value("requirements", "eARR__c", "", "is blank"),
  value("benefits", "Key__c", "", "is blank"),
  value("benefits", "Lowest_Tier__c", "Platinum", "is none of "),
  value("benefits", "Is_By_Invitation__c", "perhaps", "is neither true nor false"),
  value("benefits", "Agreements__c", "Treaty", "names an agreement that is none of "),
  value("benefits", "Sort_Order__c", "last", "is no number"),
  value("courses", "Key__c", "", "is blank"),
  value("courses", "Class__c", "Cooking", "is none of Technical, Sales"),
  value("courses", "Policy__r.DeveloperName", "", "is blank"),
];

const good = policyRows();
const whole = (what: string, rows: Partial<PolicyRows>, says: string): PolicyCase => ({
  what,
  rows: { ...good, ...rows },
  says,
});

const wholes: readonly PolicyCase[] = [
  whole("no row at all", { policies: [] }, "Partner_Program_Policy__mdt has no row, or none that may be read"),
  ...["Registered", "Bronze", "Silver", "Gold"].map((tier, at) =>
    whole(`no requirement for ${tier}`, { requirements: good.requirements.toSpliced(at, 1) }, `one row for ${tier}`),
  ),
  whole(
    "two requirements for a tier",
    {
      requirements: [
        ...good.requirements,
        ...policyRows({ requirements: { DeveloperName: "Twin" } }).requirements.slice(0, 1),
      ],
    },
    "policy Guide needs one row for Registered",
  ),
  whole("tiers in another order", policyRows({ requirements: { Rank__c: "9" } }), "Rank__c that rises in the order"),
  whole("two tiers of one rank", policyRows({ requirements: { Rank__c: "2" } }), "Rank__c that rises in the order"),
  whole("no benefits", { benefits: [] }, "Partner_Benefit_Rule__mdt: policy Guide has no rows"),
  whole("a benefit twice", { benefits: [...good.benefits, ...good.benefits] }, "has several rows for Portal"),
  whole("no courses", { courses: [] }, "Partner_Course__mdt: policy Guide has no rows"),
  whole(
    "an end before its beginning",
    policyRows({ policies: { Effective_To_Date__c: "2022-12-31" } }),
    "Guide: Effective_To_Date__c is before Effective_From_Date__c",
  ),
];

export const policyCases: readonly PolicyCase[] = [...values, ...wholes];
