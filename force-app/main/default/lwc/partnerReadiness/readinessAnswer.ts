import type { Connection, Figure, Flag, Text } from "c/programAnswer";
import type { ClockAnswer, PolicyNode } from "c/programClock";

export interface AgreementNode {
  readonly Id: string;
  readonly Type__c: Text;
  readonly Signed_Date__c: Text;
  readonly Effective_Date__c: Text;
  readonly End_Date__c: Text;
}

export interface ReadinessPartnerNode {
  readonly Id: string;
  readonly Partner_Status__c: Text;
  readonly Partner_Focus__c: Text;
  readonly Technical_Resources__c: Figure;
  readonly Sales_Trained_Resources__c: Figure;
  readonly Next_Tier__c: Text;
  readonly Next_Tier_Technical_Gap__c: Figure;
  readonly Next_Tier_Sales_Gap__c: Figure;
  readonly Partner_Agreements__r: Connection<AgreementNode>;
}

export interface PersonNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Title: Text;
}

export interface TrainingNode {
  readonly Id: string;
  readonly Contact__c: Text;
  readonly Course__c: Text;
  readonly Completed_Date__c: Text;
  readonly Expires_Date__c: Text;
}

export interface CourseNode {
  readonly Id: string;
  readonly MasterLabel: Text;
  readonly Policy__c: Text;
  readonly Key__c: Text;
  readonly Class__c: Text;
  readonly Focus__c: Text;
}

export interface ReadinessAnswer extends ClockAnswer {
  readonly Account: Connection<ReadinessPartnerNode>;
  readonly Contact: Connection<PersonNode>;
  readonly Partner_Training__c: Connection<TrainingNode>;
  readonly Partner_Course__mdt: Connection<CourseNode>;
  readonly Partner_Program_Policy__mdt: Connection<
    PolicyNode & { readonly Is_Segment_Sales_Training_Counted__c: Flag }
  >;
}
