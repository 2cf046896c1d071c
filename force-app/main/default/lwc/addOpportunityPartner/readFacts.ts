interface Text {
  readonly value: string | null;
}

interface Edges<T> {
  readonly edges: readonly { readonly node: T }[];
}

interface PartnerNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Partner_Status__c: Text & { readonly label: string | null };
  readonly Partner_Tier__c: Text;
  readonly Partner_Benefits__r: Edges<{
    readonly Invited_Date__c: Text;
    readonly Invitation_Ends_Date__c: Text;
  }> | null;
  readonly Partner_Agreements__r: Edges<{ readonly Effective_Date__c: Text; readonly End_Date__c: Text }> | null;
}

/** Days from and to which something is on record; a blank start means that it never began. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface PartnerFacts {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
  readonly statusLabel: string;
  readonly tier: string | null;
  readonly invitation: Period | null;
  readonly addenda: readonly Period[];
}

/** The partner of an answer; null where the reader may not see the account. */
export function readFacts(data: unknown): PartnerFacts | null {
  const answer = data as { uiapi: { query: { Account: Edges<PartnerNode> } } };
  const node = answer.uiapi.query.Account.edges[0]?.node;
  if (!node) return null;
  const invited = node.Partner_Benefits__r?.edges[0]?.node;
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    status: node.Partner_Status__c.value,
    statusLabel: node.Partner_Status__c.label ?? "",
    tier: node.Partner_Tier__c.value,
    invitation: invited ? { from: invited.Invited_Date__c.value, to: invited.Invitation_Ends_Date__c.value } : null,
    addenda:
      node.Partner_Agreements__r?.edges.map(({ node: { Effective_Date__c, End_Date__c } }) => ({
        from: Effective_Date__c.value,
        to: End_Date__c.value,
      })) ?? [],
  };
}

/** Both ends count; no end means none. */
export function covers(period: Period | null, day: string): boolean {
  if (!period?.from) return false;
  return period.from <= day && (period.to === null || period.to >= day);
}
