/** The 2023 policy as the rules give it, for tests. */
import Big from "big.js";
import type { BenefitRule, ProgramPolicy } from "../../sync-service/program/policy.ts";

const addendum = "Resale Partner Addendum";
const fundTerms = "MDF/POC Program Terms";

type Row = readonly [
  key: string,
  lowestTier: BenefitRule["lowestTier"],
  isByInvitation: boolean,
  productScope: readonly string[],
  agreements: BenefitRule["agreements"],
];

const matrix: readonly Row[] = [
  ["Partner_Portal", "Registered", false, [], []],
  ["Product_Roadmap", "Bronze", false, [], []],
  ["Demo_Environment", "Bronze", false, [], []],
  ["Implementation_Offering", "Bronze", false, ["Flex"], []],
  ["Partner_Badge", "Bronze", false, [], []],
  ["Partner_Listing", "Bronze", false, [], []],
  ["Technology_Partner_Program", "Silver", true, [], []],
  ["Market_Development_Funds", "Silver", false, [], [fundTerms, addendum]],
  ["Designated_Partner_Management", "Silver", false, [], []],
  ["Referral_Fees", "Silver", true, ["Segment/Engage"], ["Partner Referral Addendum"]],
  ["Partner_Advisory_Board", "Silver", true, [], []],
  ["Proof_Of_Concept_Funding", "Silver", true, ["Flex"], [fundTerms, addendum]],
  ["Contact_Center_Licenses", "Silver", false, ["Flex"], []],
  ["Reseller_Program", "Silver", true, ["Flex"], [addendum]],
  ["Global_Event_Participation", "Silver", true, [], []],
  ["Executive_Engagement", "Gold", true, ["Flex"], []],
  ["Co_Sell", "Gold", false, [], []],
];

export const policy2023: ProgramPolicy = {
  name: "Program_2023",
  label: "Program 2023",
  effectiveFrom: "2023-01-01",
  effectiveTo: null,
  timeZone: "America/Los_Angeles",
  trainingRequiredOf: "All partners",
  annualAutoPublishDate: null,
  professionalServicesFamilies: ["Professional Services"],
  resaleExcludedFamilies: ["Segment", "Engage", "SendGrid"],
  trailingWindowDays: 365,
  registrationExpiryDays: 90,
  registrationExtensions: 1,
  registrationTargetBusinessDays: 2,
  activityExemptDays: 90,
  boundaryMinutes: 15,
  maxDemotionsCount: 3,
  maxDemotionsPercent: 5,
  maxRowsDropPercent: 10,
  maxTierChangesPercent: 20,
  maxBenefitChangesPercent: 20,
  isEmptyInputAllowed: false,
  isUnratedCurrencyAllowed: false,
  isSeveralRungsAllowed: true,
  isSameInstantCounted: true,
  isLateClaimNeeded: true,
  isFocusTrainingCounted: true,
  isFullCreditForEachPartner: true,
  isAnnualMoveUnlimited: true,
  isTrainingJudgedAtEvaluation: true,
  gracePeriodDays: 0,
  tierRequirements: (
    [
      ["Registered", 0, 0, 0],
      ["Bronze", 3, 1, 20_000],
      ["Silver", 10, 5, 200_000],
      ["Gold", 15, 10, 1_000_000],
    ] as const
  ).map(([tier, technical, sales, earr], index) => ({
    tier,
    rank: index + 1,
    technicalResources: technical,
    salesTrainedResources: sales,
    earr: new Big(earr),
  })),
  benefitRules: matrix.map(([key, lowestTier, isByInvitation, productScope, agreements], order) => ({
    key,
    label: key.replaceAll("_", " "),
    lowestTier,
    isByInvitation,
    productScope,
    agreements,
    note: null,
    order,
  })),
  courses: [
    {
      key: "Twilio_Platform",
      label: "Twilio platform",
      class: "Technical",
      focus: null,
    },
    {
      key: "Sellers_Series_101",
      label: "Sellers Series 101",
      class: "Sales",
      focus: null,
    },
    {
      key: "Segment_Sales",
      label: "Segment sales training",
      class: "Sales",
      focus: "Segment/Engage",
    },
  ],
};
