import otherDeal from "@salesforce/label/c.LastChance_Other_Deal";
import otherWonDeal from "@salesforce/label/c.LastChance_Other_Won_Deal";
import registered from "@salesforce/label/c.LastChance_Registered";
import { fillText, formatInstant } from "c/programFormat";

interface Text {
  readonly value: string | null;
}

interface Named {
  readonly Id: string;
  readonly Name: Text;
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface Answer {
  readonly uiapi: {
    readonly query: {
      readonly Deal_Registration__c: Edges<
        Named & { readonly Status__c: { readonly label: string }; Submitted_At__c: Text; Partner__r: Named | null }
      >;
      readonly Opportunity_Partner__c: Edges<{
        readonly Opportunity__r: (Named & { readonly IsClosed: { readonly value: boolean } }) | null;
        readonly Partner__r: Named | null;
      }>;
    };
  };
}

/** A partner that may be missing on a deal, and why. */
export interface Suggestion {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly text: string;
}

/** Every partner once: a registration is a claim, an open deal a hint, and a won one the weakest sign. */
export function readSuggestions(data: unknown, attached: ReadonlySet<string>): Suggestion[] {
  const { Deal_Registration__c: registrations, Opportunity_Partner__c: others } = (data as Answer).uiapi.query;
  const found = new Map<string, Suggestion>();
  const add = (partner: Named | null, text: (name: string) => string): void => {
    if (!partner || attached.has(partner.Id) || found.has(partner.Id)) return;
    const name = partner.Name.value ?? "";
    found.set(partner.Id, { partnerId: partner.Id, partnerName: name, text: text(name) });
  };
  for (const { node } of registrations.edges)
    add(node.Partner__r, (name) =>
      fillText(
        registered,
        name,
        node.Name.value ?? "",
        node.Status__c.label,
        formatInstant(node.Submitted_At__c.value),
      ),
    );
  const hints = (isWon: boolean, text: string): void => {
    for (const { node } of others.edges)
      if (node.Opportunity__r?.IsClosed.value === isWon)
        add(node.Partner__r, (name) => fillText(text, name, node.Opportunity__r?.Name.value ?? ""));
  };
  hints(false, otherDeal);
  hints(true, otherWonDeal);
  return [...found.values()];
}
