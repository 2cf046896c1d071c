import otherDeal from "@salesforce/label/c.LastChance_Other_Deal";
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
        readonly Opportunity__r: Named | null;
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

/** Every partner once, registrations first: they are a claim, other deals only a hint. */
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
  for (const { node } of others.edges)
    add(node.Partner__r, (name) => fillText(otherDeal, name, node.Opportunity__r?.Name.value ?? ""));
  return [...found.values()];
}
