/** Values that the service reads and no rule can do with, cell by cell of every object: each ends the run before its first write. */
export interface BrokenCell {
  readonly object: string;
  /** As the query names it. */
  readonly field: string;
  readonly value: unknown;
  readonly says: string;
}

const cell = (object: string, field: string, value: unknown, says: string): BrokenCell => ({
  object,
  field,
  value,
  says,
});

export const brokenCells: readonly BrokenCell[] = [
  cell("Account", "Name", null, "Name can't be read (blank)"),
  cell("Account", "Partner_Status__c", "Terminated", "(none of Applicant, Enrolled, Suspended, Deactivated)"),
  cell("Account", "Partner_Tier__c", "Platinum", "Partner_Tier__c can't be read (none of Registered"),
  cell("Account", "Partner_Enrolled_Date__c", "10/01/2023", "Partner_Enrolled_Date__c can't be read (no date)"),
  cell("Account", "Partner_Program_Year__c", 2023.5, "Partner_Program_Year__c can't be read (no whole number)"),
  cell("Account", "Is_Global_Strategic__c", "yes", "Is_Global_Strategic__c can't be read (neither true nor false)"),
  cell("Account", "Trailing_eARR__c", "lots", "Trailing_eARR__c can't be read"),
  cell(
    "Account",
    "Trailing_eARR__c",
    "12345678901234567890",
    "Trailing_eARR__c can't be read (An amount has more than",
  ),
  cell("Account", "Partner_Focus__c", ["Flex"], "A field holds a structure, not a value"),
  cell("Opportunity_Partner__c", "Partner__c", null, "Partner__c can't be read (blank)"),
  cell("Opportunity_Partner__c", "Source__c", "Rumour", "(none of Twilio Sales, Deal Registration)"),
  cell("Opportunity_Partner__c", "Role__c", null, "(none of Influenced, Resold)"),
  cell("Opportunity_Partner__c", "CreatedDate", "long ago", "CreatedDate can't be read (no date and time)"),
  cell("Opportunity_Partner__c", "Credit_Status__c", "Perhaps", "(none of Counted, Pending, Lost, Excluded)"),
  cell("Opportunity_Partner__c", "Opportunity__r.CloseDate", null, "Opportunity__r.CloseDate can't be read (no date)"),
  cell("Opportunity_Partner__c", "Opportunity__r.eARR__c", "1e999", "Opportunity__r.eARR__c can't be read"),
  cell("Opportunity_Partner__c", "Opportunity__r.IsWon", 1, "Opportunity__r.IsWon can't be read (neither true nor"),
  cell("Partner_Training__c", "Course__c", null, "Course__c can't be read (blank)"),
  cell("Partner_Training__c", "Completed_Date__c", "soon", "Completed_Date__c can't be read (no date)"),
  cell("Partner_Agreement__c", "Type__c", "Treaty", "Type__c can't be read (none of Baseline Partner Agreement"),
  cell("Partner_Agreement__c", "Effective_Date__c", null, "Effective_Date__c can't be read (no date)"),
  cell("Deal_Registration__c", "Status__c", "Lost in the post", "Status__c can't be read (none of Draft"),
  cell("Deal_Registration__c", "Submitted_At__c", "noon", "Submitted_At__c can't be read (no date and time)"),
  cell("Partner_Benefit__c", "Benefit__c", null, "Benefit__c can't be read (blank)"),
  cell("Partner_Benefit__c", "Status__c", "Maybe", "Status__c can't be read (none of Available"),
  cell("Partner_Tier_Review__c", "Type__c", "Whim", "Type__c can't be read (none of "),
  cell("Partner_Sync_Run__c", "Status__c", "Asleep", "Status__c can't be read (none of Requested"),
];
