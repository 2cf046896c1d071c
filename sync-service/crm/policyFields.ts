/** The custom metadata types of the policy: which field holds which setting. */
import { z } from "zod";
import { agreementTypes } from "../program/standingFacts.ts";
import { tiers } from "./picklists.ts";

/** A field of a row, by API name, and the shape its text has to have. */
export interface Setting<T> {
  readonly field: string;
  readonly shape: z.ZodType<T, string>;
}

function setting<T>(field: string, shape: z.ZodType<T, string>): Setting<T> {
  return { field, shape };
}

const filled = z.string().min(1, "is blank");
const blankable = z.string().transform((cell) => (cell === "" ? null : cell));
const date = z.iso.date("is no date");
const optionalDate = blankable.pipe(z.iso.date("is no date").nullable());
const whole = wholeFrom(0);
/** Of what nothing at all would be no rule: a window, a time to live, an age. */
const someWhole = wholeFrom(1);
const percent = percentFrom(0);
/** A share of the allowance: without any, no run could make a call. */
const somePercent = percentFrom(1);
const switched = z.enum(["true", "false"], "is neither true nor false").transform((cell) => cell === "true");
/** A leave that is not given where the row is older than the field. */
const allowed = z.enum(["true", "false", ""], "is neither true nor false").transform((cell) => cell === "true");
const names = z.string().transform((cell) =>
  cell
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== ""),
);
const amount = filled.regex(/^\d+(\.\d+)?(E\d+)?$/i, "is no amount");
const zone = filled.refine(isTimeZone, "is no IANA time zone");
const agreements = names.pipe(
  z.array(z.enum(agreementTypes, { error: `names an agreement that is none of ${agreementTypes.join(", ")}` })),
);

function wholeFrom(least: number) {
  const number = z.number("is no number").int("is no whole number").min(least, `is below ${least}`);
  return filled.transform(Number).pipe(number);
}

function percentFrom(least: number) {
  return filled
    .transform(Number)
    .pipe(z.number("is no number").min(least, `is below ${least}`).max(100, "is above 100"));
}

function oneOf<const V extends string>(values: readonly V[]) {
  return z.enum(values, { error: `is none of ${values.join(", ")}` });
}

/** Of a reading with one implemented value, any other is a fault: no rule is silently ignored. */
function only<const V extends string>(...values: readonly [V, ...V[]]) {
  return z.enum(values, {
    error: `is not supported; supported: ${values.join(", ")}`,
  });
}

export const policySettings = {
  name: setting("DeveloperName", filled),
  label: setting("MasterLabel", filled),
  effectiveFrom: setting("Effective_From_Date__c", date),
  effectiveTo: setting("Effective_To_Date__c", optionalDate),
  timeZone: setting("Time_Zone__c", zone),
  trainingRequiredOf: setting("Training_Required_Of__c", only("All partners", "Segment/Engage focused partners only")),
  annualAutoPublishDate: setting("Annual_Auto_Publish_Date__c", optionalDate),
  professionalServicesFamilies: setting("Professional_Services_Families__c", names),
  resaleExcludedFamilies: setting("Resale_Excluded_Families__c", names),
  trailingWindowDays: setting("Trailing_Window_Days__c", someWhole),
  registrationExpiryDays: setting("Registration_Expiry_Days__c", someWhole),
  registrationExtensions: setting("Registration_Extensions__c", whole),
  registrationTargetBusinessDays: setting("Registration_Decision_Business_Days__c", whole),
  activityExemptDays: setting("Activity_Exempt_Days__c", whole),
  boundaryMinutes: setting("Boundary_Minutes__c", whole),
  maxDemotionsCount: setting("Max_Demotions_Count__c", whole),
  maxDemotionsPercent: setting("Max_Demotions_Percent__c", percent),
  maxRowsDropPercent: setting("Max_Rows_Drop_Percent__c", percent),
  maxTierChangesPercent: setting("Max_Tier_Changes_Percent__c", percent),
  maxBenefitChangesPercent: setting("Max_Benefit_Changes_Percent__c", percent),
  isEmptyInputAllowed: setting("Is_Empty_Input_Allowed__c", allowed),
  isUnratedCurrencyAllowed: setting("Is_Unrated_Currency_Allowed__c", allowed),
  isSeveralRungsAllowed: setting("Is_Multi_Rung_Advance_Allowed__c", switched),
  isSameInstantCounted: setting("Is_Added_At_Close_Counted__c", switched),
  isLateClaimNeeded: setting("Is_Submission_By_Close_Required__c", switched),
  isFocusTrainingCounted: setting("Is_Segment_Sales_Training_Counted__c", switched),
  isFullCreditForEachPartner: setting(
    "Is_Full_Credit_To_Each_Partner__c",
    only("true").transform(() => true as const),
  ),
  isAnnualMoveUnlimited: setting(
    "Is_Multi_Rung_Annual_Move_Allowed__c",
    only("true").transform(() => true as const),
  ),
  isTrainingJudgedAtEvaluation: setting(
    "Is_Training_As_Of_Evaluation__c",
    only("true").transform(() => true as const),
  ),
  apiOrgLimitPercent: setting("Api_Org_Limit_Percent__c", somePercent),
  apiRunLimitPercent: setting("Api_Run_Limit_Percent__c", somePercent),
  staleAfterHours: setting("Stale_After_Hours__c", someWhole),
  /** A switch over rows: where the addendum is not needed, a benefit rule says so by leaving it out. */
  isAddendumNeededForFunds: setting("Is_Addendum_Needed_For_Funds__c", only("true")),
  gracePeriodDays: setting(
    "Grace_Period_Days__c",
    whole.pipe(z.literal(0, { error: "is not supported; supported: 0" })),
  ),
} as const;

const policyOf = setting("Policy__r.DeveloperName", filled);
const computedTiers = oneOf(["Registered", "Bronze", "Silver", "Gold"]);

export const requirementSettings = {
  name: setting("DeveloperName", filled),
  policy: policyOf,
  tier: setting("Tier__c", computedTiers),
  rank: setting("Rank__c", whole),
  technicalResources: setting("Technical_Resources__c", whole),
  salesTrainedResources: setting("Sales_Trained_Resources__c", whole),
  isBaselineRequired: setting("Is_Baseline_Agreement_Required__c", only("true")),
  earr: setting("eARR__c", amount),
} as const;

export const benefitSettings = {
  name: setting("DeveloperName", filled),
  policy: policyOf,
  key: setting("Key__c", filled),
  label: setting("MasterLabel", filled),
  lowestTier: setting("Lowest_Tier__c", oneOf(tiers)),
  isByInvitation: setting("Is_By_Invitation__c", switched),
  productScope: setting("Product_Scope__c", names),
  agreements: setting("Agreements__c", agreements),
  note: setting("Note__c", blankable),
  order: setting("Sort_Order__c", whole),
} as const;

export const courseSettings = {
  name: setting("DeveloperName", filled),
  policy: policyOf,
  key: setting("Key__c", filled),
  label: setting("MasterLabel", filled),
  class: setting("Class__c", oneOf(["Technical", "Sales"])),
  focus: setting("Focus__c", blankable),
} as const;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
