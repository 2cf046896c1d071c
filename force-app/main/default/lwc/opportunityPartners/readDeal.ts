import { domainOf } from "c/customerDomain";

/** A value as `lightning/graphql` answers it. */
interface Value<T> {
  readonly value: T;
}

interface Text {
  readonly value: string | null;
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface AttributionNode {
  readonly Id: string;
  readonly CreatedDate: Value<string>;
  readonly CreatedBy: { readonly Name: Text } | null;
  readonly Source__c: Text;
  readonly Role__c: Text & { readonly label: string | null };
  readonly Credit_Status__c: Text;
  readonly Credit_Reason__c: Text;
  readonly Credit_eARR__c: Value<number | null>;
  readonly Is_Resale_Unauthorized__c: Value<boolean>;
  readonly Deal_Registration__r: {
    readonly Id: string;
    readonly Name: Text;
    readonly Status__c: { readonly label: string };
  } | null;
  readonly Partner__r: {
    readonly Id: string;
    readonly Name: Text;
    readonly Partner_Tier__c: Text;
    readonly Partner_Benefits__r: Edges<unknown> | null;
  } | null;
}

interface DealNode {
  readonly Id: string;
  readonly AccountId: Text;
  readonly IsClosed: Value<boolean>;
  readonly IsWon: Value<boolean>;
  readonly CloseDate: Value<string>;
  readonly eARR__c: Value<number | null> & { readonly displayValue: string | null };
  readonly OpportunityLineItems: Edges<{ readonly Product2: { readonly Family: Text } | null }> | null;
  readonly Account: { readonly Name: Text; readonly Website: Text } | null;
  readonly Opportunity_Partners__r: Edges<AttributionNode> | null;
}

export interface DealAnswer {
  readonly Opportunity: Edges<DealNode>;
}

export interface Attribution {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly tier: string | null;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly source: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly status: string | null;
  readonly reason: string | null;
  readonly creditUsd: number | null;
  readonly isResaleUnauthorized: boolean;
  readonly registration: { readonly id: string; readonly name: string; readonly status: string } | null;
  readonly hasImplementationOffering: boolean;
}

export interface Deal {
  readonly id: string;
  readonly accountId: string | null;
  readonly customer: string;
  readonly domain: string | null;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  readonly closeDate: string;
  /** As the reader writes it, in the deal's own currency; null where none is recorded. */
  readonly eArr: string | null;
  readonly hasLines: boolean;
  readonly families: readonly string[];
  readonly attributions: readonly Attribution[];
}

const nodesOf = <T>(edges: Edges<T> | null): T[] => edges?.edges.map(({ node }) => node) ?? [];

function attributionOf(node: AttributionNode): Attribution {
  const registration = node.Deal_Registration__r;
  return {
    id: node.Id,
    partnerId: node.Partner__r?.Id ?? "",
    partnerName: node.Partner__r?.Name.value ?? "",
    tier: node.Partner__r?.Partner_Tier__c.value ?? null,
    addedAt: node.CreatedDate.value,
    addedBy: node.CreatedBy?.Name.value ?? "",
    source: node.Source__c.value ?? "",
    role: node.Role__c.value ?? "",
    roleLabel: node.Role__c.label ?? "",
    status: node.Credit_Status__c.value,
    reason: node.Credit_Reason__c.value,
    creditUsd: node.Credit_eARR__c.value,
    isResaleUnauthorized: node.Is_Resale_Unauthorized__c.value,
    registration: registration && {
      id: registration.Id,
      name: registration.Name.value ?? "",
      status: registration.Status__c.label,
    },
    hasImplementationOffering: nodesOf(node.Partner__r?.Partner_Benefits__r ?? null).length > 0,
  };
}

/** The deal of an answer; null where the reader may not see it, or it is gone. */
export function readDeal({ Opportunity }: DealAnswer): Deal | null {
  const [node] = nodesOf(Opportunity);
  if (!node) return null;
  const lines = nodesOf(node.OpportunityLineItems);
  return {
    id: node.Id,
    accountId: node.AccountId.value,
    customer: node.Account?.Name.value ?? "",
    domain: domainOf(node.Account?.Website.value ?? null),
    isClosed: node.IsClosed.value,
    isWon: node.IsWon.value,
    closeDate: node.CloseDate.value,
    eArr: node.eARR__c.displayValue,
    hasLines: lines.length > 0,
    families: [...new Set(lines.flatMap(({ Product2 }) => Product2?.Family.value ?? []))],
    attributions: nodesOf(node.Opportunity_Partners__r).map(attributionOf),
  };
}
