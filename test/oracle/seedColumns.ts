/** The columns of a seed that the oracle reads, and that a random programme writes; the rest may be left out. */
const out = [
  "Partner_Tier__c",
  "Partner_Tier_Since_Date__c",
  "Partner_Program_Year__c",
  "Qualified_Tier__c",
  "Annual_Tier__c",
  "Projected_Annual_Tier__c",
  "Trailing_eARR__c",
  "Trailing_Influenced_eARR__c",
  "Trailing_Resold_eARR__c",
  "Annual_Window_eARR__c",
  "Year_To_Date_eARR__c",
  "Technical_Resources__c",
  "Sales_Trained_Resources__c",
  "Next_Tier__c",
  "Next_Tier_eARR_Gap__c",
  "Next_Tier_Technical_Gap__c",
  "Next_Tier_Sales_Gap__c",
  "Partner_Activity_Review__c",
] as const;

/** The service's own fields, by object: what oracle and service must agree on. */
export const comparedFields = {
  Account: out,
  Opportunity_Partner__c: ["Credit_Status__c", "Credit_Reason__c", "Credit_eARR__c", "Is_Resale_Unauthorized__c"],
  Partner_Benefit__c: ["Status__c", "Is_Available__c"],
  Deal_Registration__c: ["Status__c"],
  Partner_Tier_Review__c: ["Status__c", "Tier__c", "Previous_Tier__c", "Program_Year__c", "eARR__c"],
} as const;

/** Account's fields that hold money: a stored one is compared as an amount, not as it was typed. */
export const moneyFields: readonly string[] = out.filter(
  (name) => name.endsWith("_eARR__c") || name.endsWith("eARR_Gap__c"),
);

export const seedColumns: Readonly<Record<string, readonly string[]>> = {
  Account: [
    "Id",
    "Name",
    "IsDeleted",
    "Partner_Status__c",
    "Partner_Focus__c",
    "Partner_Enrolled_Date__c",
    "Is_Global_Strategic__c",
    ...out,
  ],
  Contact: ["Id", "LastName", "AccountId", "IsDeleted"],
  Product2: ["Id", "Name", "Family"],
  Opportunity: [
    "Id",
    "Name",
    "StageName",
    "CloseDate",
    "CreatedDate",
    "LastStageChangeDate",
    "IsDeleted",
    "eARR__c",
    "CurrencyIsoCode",
  ],
  OpportunityLineItem: ["Id", "OpportunityId", "Product2Id", "eARR__c", "IsDeleted"],
  Opportunity_Partner__c: [
    "Id",
    "Opportunity__c",
    "Partner__c",
    "Source__c",
    "Role__c",
    "Deal_Registration__c",
    "CreatedDate",
    "IsDeleted",
    ...["Credit_Status__c", "Credit_Reason__c", "Credit_eARR__c", "Is_Resale_Unauthorized__c"],
  ],
  Deal_Registration__c: [
    "Id",
    "Partner__c",
    "Opportunity__c",
    "Customer_Name__c",
    "Status__c",
    "Submitted_At__c",
    "Expires_Date__c",
    "Is_Late_Claim_Approved__c",
    "IsDeleted",
  ],
  Partner_Training__c: ["Id", "Contact__c", "Course__c", "Completed_Date__c", "Expires_Date__c", "IsDeleted"],
  Partner_Agreement__c: ["Id", "Partner__c", "Type__c", "Effective_Date__c", "End_Date__c", "IsDeleted"],
  Partner_Benefit__c: ["Id", "Partner__c", "Benefit__c", "Invited_Date__c", "Invitation_Ends_Date__c", "IsDeleted"],
  Partner_Tier_Review__c: ["Id", "Partner__c", "Type__c", "Status__c", "Program_Year__c", "Tier__c", "Key__c"],
  CurrencyType: ["Id", "IsoCode", "ConversionRate", "DecimalPlaces", "IsActive", "IsCorporate"],
  DatedConversionRate: ["Id", "IsoCode", "StartDate", "NextStartDate", "ConversionRate"],
};
