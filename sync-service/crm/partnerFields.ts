/** The `out` fields of a partner account: the one list that reading and writing share. */
import type { StoredPartner } from "../program/facts.ts";

export const partnerFields: Readonly<Record<keyof StoredPartner, string>> = {
  tier: "Partner_Tier__c",
  tierSinceDate: "Partner_Tier_Since_Date__c",
  programYear: "Partner_Program_Year__c",
  qualifiedTier: "Qualified_Tier__c",
  annualTier: "Annual_Tier__c",
  projectedAnnualTier: "Projected_Annual_Tier__c",
  trailingEarr: "Trailing_eARR__c",
  trailingInfluencedEarr: "Trailing_Influenced_eARR__c",
  trailingResoldEarr: "Trailing_Resold_eARR__c",
  annualWindowEarr: "Annual_Window_eARR__c",
  yearToDateEarr: "Year_To_Date_eARR__c",
  technicalResources: "Technical_Resources__c",
  salesTrainedResources: "Sales_Trained_Resources__c",
  nextTier: "Next_Tier__c",
  nextTierEarrGap: "Next_Tier_eARR_Gap__c",
  nextTierTechnicalGap: "Next_Tier_Technical_Gap__c",
  nextTierSalesGap: "Next_Tier_Sales_Gap__c",
  explanation: "Partner_Tier_Explanation__c",
  activityReview: "Partner_Activity_Review__c",
};
