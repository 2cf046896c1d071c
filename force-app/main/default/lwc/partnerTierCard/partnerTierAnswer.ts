import type { Connection, Figure, Flag, Text } from "c/programAnswer";
import type { ClockAnswer } from "c/programClock";

export interface AgreementNode {
  readonly Id: string;
  readonly Type__c: Text;
  readonly Effective_Date__c: Text;
  readonly End_Date__c: Text;
}

export interface CountedNode {
  readonly Id: string;
  readonly Credit_eARR__c: Figure;
  readonly Opportunity__r: { readonly Id: string; readonly Name: Text; readonly CloseDate: Text } | null;
}

export interface PartnerNode {
  readonly Id: string;
  readonly Partner_Status__c: Text;
  readonly Partner_Tier__c: Text;
  readonly Partner_Tier_Since_Date__c: Text;
  readonly Partner_Program_Year__c: Figure;
  readonly Qualified_Tier__c: Text;
  readonly Annual_Tier__c: Text;
  readonly Projected_Annual_Tier__c: Text;
  readonly Is_Global_Strategic__c: Flag;
  readonly Trailing_eARR__c: Figure;
  readonly Trailing_Influenced_eARR__c: Figure;
  readonly Trailing_Resold_eARR__c: Figure;
  readonly Annual_Window_eARR__c: Figure;
  readonly Year_To_Date_eARR__c: Figure;
  readonly Technical_Resources__c: Figure;
  readonly Sales_Trained_Resources__c: Figure;
  readonly Next_Tier__c: Text;
  readonly Next_Tier_eARR_Gap__c: Figure;
  readonly Next_Tier_Technical_Gap__c: Figure;
  readonly Next_Tier_Sales_Gap__c: Figure;
  readonly Partner_Tier_Explanation__c: Text;
  readonly Partner_Activity_Review__c: Text;
  readonly Partner_Agreements__r: Connection<AgreementNode>;
  readonly Opportunity_Partners__r: Connection<CountedNode>;
}

export interface OpenRunNode {
  readonly Id: string;
  readonly Status__c: Text;
  readonly Held_Reason__c: Text;
}

export interface PartnerTierAnswer extends ClockAnswer {
  readonly Account: Connection<PartnerNode>;
  readonly Partner_Tier_Requirement__mdt: Connection<RequirementNode>;
  readonly openRun: Connection<OpenRunNode>;
}

export interface RequirementNode {
  readonly Id: string;
  readonly Policy__c: Text;
  readonly Tier__c: Text;
  readonly Rank__c: Figure;
  readonly eARR__c: Figure;
  readonly Technical_Resources__c: Figure;
  readonly Sales_Trained_Resources__c: Figure;
}
