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

interface RegistrationNode extends Named {
  readonly Status__c: Text & { readonly label: string | null };
  readonly Customer_Name__c: Text;
  readonly Customer_Domain__c: Text;
  readonly Products__c: Text;
  readonly Estimated_eARR__c: { readonly displayValue: string | null };
  readonly Submitted_At__c: Text;
  readonly Submitted_By__c: Text;
  readonly Submitted_By__r: { readonly Name: Text } | null;
  readonly Hours_Since_Submission__c: { readonly value: number | null };
  readonly Expires_Date__c: Text;
  readonly Decided_At__c: Text;
  readonly Decided_By__r: { readonly Name: Text } | null;
  readonly Decision_Reason__c: Text;
  readonly Is_Late_Claim_Approved__c: { readonly value: boolean };
  readonly Partner__r: (Named & { readonly Partner_Tier__c: Text }) | null;
  readonly Opportunity__r:
    | (Named & {
        readonly IsClosed: { readonly value: boolean };
        readonly LastStageChangeDate: Text;
        readonly CreatedDate: Text;
      })
    | null;
}

interface PolicyNode {
  readonly Effective_From_Date__c: Text;
  readonly Registration_Decision_Business_Days__c: { readonly value: number | null };
  readonly Time_Zone__c: Text;
}

export interface Registration {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly customer: string | null;
  readonly domain: string | null;
  readonly products: readonly string[];
  readonly estimate: string | null;
  readonly submittedAt: string | null;
  readonly submittedById: string | null;
  readonly submittedBy: string;
  /** By the org's clock; null before submission. */
  readonly hoursWaited: number | null;
  readonly expires: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string;
  readonly reason: string | null;
  readonly isLateClaimApproved: boolean;
  readonly partner: { readonly id: string; readonly name: string; readonly tier: string | null } | null;
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly isClosed: boolean;
    /** When it reached its stage; for closed deals the close moment of R-22. */
    readonly stageAt: string;
  } | null;
  readonly target: { readonly businessDays: number; readonly timeZone: string } | null;
}

function partnerOf({ Partner__r: partner }: RegistrationNode): Registration["partner"] {
  return partner && { id: partner.Id, name: partner.Name.value ?? "", tier: partner.Partner_Tier__c.value };
}

function dealOf({ Opportunity__r: deal }: RegistrationNode): Registration["deal"] {
  return (
    deal && {
      id: deal.Id,
      name: deal.Name.value ?? "",
      isClosed: deal.IsClosed.value,
      stageAt: deal.LastStageChangeDate.value ?? deal.CreatedDate.value ?? "",
    }
  );
}

/** Policies come newest first: the first one in force at the submission sets the target. */
function targetOf(submittedAt: string | null, policies: Edges<PolicyNode>): Registration["target"] {
  const day = submittedAt?.slice(0, 10) ?? "";
  const nodes = policies.edges.map(({ node }) => node);
  const policy = nodes.find((one) => (one.Effective_From_Date__c.value ?? "") <= day) ?? nodes.at(-1);
  const businessDays = policy?.Registration_Decision_Business_Days__c.value ?? null;
  return policy && businessDays !== null
    ? { businessDays, timeZone: policy.Time_Zone__c.value ?? "America/Los_Angeles" }
    : null;
}

function registrationOf(node: RegistrationNode): Omit<Registration, "target"> {
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    status: node.Status__c.value ?? "",
    statusLabel: node.Status__c.label ?? "",
    customer: node.Customer_Name__c.value,
    domain: node.Customer_Domain__c.value,
    products: node.Products__c.value?.split(";") ?? [],
    estimate: node.Estimated_eARR__c.displayValue,
    submittedAt: node.Submitted_At__c.value,
    submittedById: node.Submitted_By__c.value,
    submittedBy: node.Submitted_By__r?.Name.value ?? "",
    hoursWaited: node.Hours_Since_Submission__c.value,
    expires: node.Expires_Date__c.value,
    decidedAt: node.Decided_At__c.value,
    decidedBy: node.Decided_By__r?.Name.value ?? "",
    reason: node.Decision_Reason__c.value,
    isLateClaimApproved: node.Is_Late_Claim_Approved__c.value,
    partner: partnerOf(node),
    deal: dealOf(node),
  };
}

/** The registration of an answer; null where the reader may not see it, or it is gone. */
export function readRegistration(data: unknown): Registration | null {
  const { query } = (
    data as {
      uiapi: {
        query: { Deal_Registration__c: Edges<RegistrationNode>; Partner_Program_Policy__mdt: Edges<PolicyNode> };
      };
    }
  ).uiapi;
  const node = query.Deal_Registration__c.edges[0]?.node;
  return node
    ? { ...registrationOf(node), target: targetOf(node.Submitted_At__c.value, query.Partner_Program_Policy__mdt) }
    : null;
}
