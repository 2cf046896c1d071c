import { domainOf } from "c/customerDomain";

interface Text {
  readonly value: string | null;
}

interface Labelled {
  readonly label: string | null;
}

interface Named {
  readonly Id: string;
  readonly Name: Text;
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface DealNode extends Named {
  readonly StageName: Labelled;
  readonly IsClosed: { readonly value: boolean };
  readonly CloseDate: Text;
  readonly eARR__c: { readonly displayValue: string | null };
  readonly Account: { readonly Name: Text; readonly Website: Text } | null;
  readonly OpportunityLineItems: Edges<{ readonly Product2: { readonly Family: Text } | null }> | null;
}

interface ClaimNode extends Named {
  readonly Status__c: Labelled;
  readonly Submitted_At__c: Text;
  readonly Customer_Name__c: Text;
  readonly Customer_Domain__c: Text;
  readonly Products__c: Text;
  readonly Estimated_eARR__c: { readonly displayValue: string | null };
  readonly Partner__r: Named | null;
}

/** A deal or another registration that may be the same business. */
export interface Conflict {
  readonly id: string;
  readonly name: string;
  readonly kind: "deal" | "registration";
  readonly customer: string;
  readonly domain: string | null;
  readonly products: readonly string[];
  readonly status: string;
  readonly isClosed: boolean;
  /** A close date, or an instant of submission. */
  readonly at: string | null;
  readonly amount: string | null;
  readonly partner: string | null;
}

function dealOf(node: DealNode): Conflict {
  const lines = node.OpportunityLineItems?.edges ?? [];
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    kind: "deal",
    customer: node.Account?.Name.value ?? "",
    domain: domainOf(node.Account?.Website.value ?? null),
    products: [...new Set(lines.flatMap(({ node: line }) => line.Product2?.Family.value ?? []))],
    status: node.StageName.label ?? "",
    isClosed: node.IsClosed.value,
    at: node.CloseDate.value,
    amount: node.eARR__c.displayValue,
    partner: null,
  };
}

function claimOf(node: ClaimNode): Conflict {
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    kind: "registration",
    customer: node.Customer_Name__c.value ?? "",
    domain: node.Customer_Domain__c.value,
    products: node.Products__c.value?.split(";") ?? [],
    status: node.Status__c.label ?? "",
    isClosed: false,
    at: node.Submitted_At__c.value,
    amount: node.Estimated_eARR__c.displayValue,
    partner: node.Partner__r?.Name.value ?? null,
  };
}

/** What others claim comes first, for the decision hangs on it; then open deals, then closed ones. */
export function readConflicts(data: unknown): Conflict[] {
  const { query } = (
    data as { uiapi: { query: { Opportunity: Edges<DealNode>; Deal_Registration__c: Edges<ClaimNode> } } }
  ).uiapi;
  const deals = query.Opportunity.edges.map(({ node }) => dealOf(node));
  const claims = query.Deal_Registration__c.edges.map(({ node }) => claimOf(node));
  return [...claims, ...deals.filter(({ isClosed }) => !isClosed), ...deals.filter(({ isClosed }) => isClosed)];
}
