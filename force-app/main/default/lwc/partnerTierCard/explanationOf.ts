import { fillText, formatDay } from "c/programFormat";
import { label } from "./labels";
import type { PartnerNode } from "./partnerTierAnswer";

/** The stored explanation sentence by sentence; each ends with the rule that it rests on. */
export function explanationOf(partner: PartnerNode): readonly string[] {
  const text = partner.Partner_Tier_Explanation__c.value;
  return text ? text.split(/(?<=\(R-\d+\)\.) /) : [];
}

export function sinceText(partner: PartnerNode): string {
  const since = partner.Partner_Tier_Since_Date__c.value;
  const year = partner.Partner_Program_Year__c.value;
  const parts = [
    ...(since === null ? [] : [fillText(label.since, formatDay(since))]),
    ...(year === null ? [] : [fillText(label.programYear, String(year))]),
  ];
  return parts.join(" · ");
}
