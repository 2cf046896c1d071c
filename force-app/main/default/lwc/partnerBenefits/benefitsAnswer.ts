import type { Connection, Figure, Flag, Text } from "c/programAnswer";
import type { ClockAnswer } from "c/programClock";

export interface BenefitNode {
  readonly Id: string;
  readonly Benefit__c: Text;
  readonly Status__c: Text;
  readonly Reason__c: Text;
  readonly Invited_Date__c: Text;
  readonly Invitation_Ends_Date__c: Text;
}

export interface RuleNode {
  readonly Id: string;
  readonly MasterLabel: Text;
  readonly Policy__c: Text;
  readonly Key__c: Text;
  readonly Group__c: Text;
  readonly Lowest_Tier__c: Text;
  readonly Is_By_Invitation__c: Flag;
  readonly Product_Scope__c: Text;
  readonly Agreements__c: Text;
  readonly Description__c: Text;
  readonly Note__c: Text;
  readonly Sort_Order__c: Figure;
}

export interface BenefitsPartnerNode {
  readonly Id: string;
  readonly Partner_Status__c: Text;
  readonly Partner_Tier__c: Text;
  readonly Partner_Benefits__r: Connection<BenefitNode>;
}

export interface BenefitsAnswer extends ClockAnswer {
  readonly Account: Connection<BenefitsPartnerNode>;
  readonly Partner_Benefit_Rule__mdt: Connection<RuleNode>;
}
