import type { Connection, Figure, Flag, Text } from "c/programAnswer";
import type { ClockAnswer } from "c/programClock";

export interface AttributionNode {
  readonly Id: string;
  readonly Source__c: Text;
  readonly Role__c: Text;
  readonly Credit_Status__c: Text;
  readonly Credit_Reason__c: Text;
  readonly Credit_eARR__c: Figure;
  readonly Is_Resale_Unauthorized__c: Flag;
  readonly Opportunity__r: {
    readonly Id: string;
    readonly Name: Text;
    readonly CloseDate: Text;
    readonly Account: { readonly Name: Text } | null;
    readonly Owner: { readonly Name?: Text } | null;
  } | null;
}

export interface EvidencePartnerNode {
  readonly Id: string;
  readonly Partner_Status__c: Text;
  readonly Trailing_eARR__c: Figure;
  readonly Year_To_Date_eARR__c: Figure;
  readonly Annual_Window_eARR__c: Figure;
  readonly Partner_Manager__r: { readonly Name: Text } | null;
  readonly Partner_Tier_Reviews__r: Connection<{ readonly Program_Year__c: Figure }>;
}

export interface EvidenceAnswer extends ClockAnswer {
  readonly Opportunity_Partner__c: Connection<AttributionNode>;
  readonly Account: Connection<EvidencePartnerNode>;
}
