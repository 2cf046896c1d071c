import { fillText, formatDay } from "c/programFormat";
import { label } from "./labels";
import type { PartnerNode } from "./partnerTierAnswer";

/** A sentence of the explanation, apart from the rule that it rests on: `(R-2).` must not break over two lines. */
export interface Explained {
  readonly text: string;
  readonly rule: string;
}

/** The stored explanation sentence by sentence, with amounts as the rest of the card writes them: cents where there are any. */
export function explanationOf(partner: PartnerNode): readonly Explained[] {
  const text = partner.Partner_Tier_Explanation__c.value;
  const sentences = text ? text.split(/(?<=\(R-\d+\)\.) /) : [];
  return sentences.map((sentence) => {
    const [, words = sentence, rule = ""] = /^(.*) (\(R-\d+\)\.)$/.exec(sentence) ?? [];
    return { text: words.replaceAll(/(USD [\d,]+)\.00\b/g, "$1"), rule };
  });
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
