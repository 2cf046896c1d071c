import type { Connection, Figure, Text } from "c/programAnswer";
import type { ClockAnswer } from "c/programClock";

export interface ReviewNode {
  readonly Id: string;
  readonly Type__c: Text;
  readonly Status__c: Text;
  readonly As_Of_Date__c: Text;
  readonly Program_Year__c: Figure;
  readonly Window_Start_Date__c: Text;
  readonly Window_End_Date__c: Text;
  readonly Previous_Tier__c: Text;
  readonly Tier__c: Text;
  readonly eARR__c: Figure;
  readonly Technical_Resources__c: Figure;
  readonly Sales_Trained_Resources__c: Figure;
  readonly Explanation__c: Text;
  readonly CreatedDate: Text;
}

export interface CreditNode {
  readonly Credit_eARR__c: Figure;
  readonly Opportunity__r: { readonly CloseDate: Text } | null;
}

export interface ThresholdNode {
  readonly Id: string;
  readonly Policy__c: Text;
  readonly Tier__c: Text;
  readonly Rank__c: Figure;
  readonly eARR__c: Figure;
}

export interface HistoryAnswer extends ClockAnswer {
  readonly Account: Connection<{
    readonly Id: string;
    readonly Partner_Status__c: Text;
    readonly Trailing_eARR__c: Figure;
  }>;
  readonly Partner_Tier_Review__c: Connection<ReviewNode>;
  readonly Opportunity_Partner__c: Connection<CreditNode>;
  readonly Partner_Tier_Requirement__mdt: Connection<ThresholdNode>;
}
