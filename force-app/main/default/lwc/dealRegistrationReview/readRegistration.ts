import { addDays, dayInZone, type Day } from "c/programDays";

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
        readonly IsWon: { readonly value: boolean };
        readonly LastStageChangeDate: Text;
        readonly CreatedDate: Text;
      })
    | null;
}

interface PolicyNode {
  readonly Effective_From_Date__c: Text;
  readonly Registration_Decision_Business_Days__c: { readonly value: number | null };
  readonly Registration_Expiry_Days__c: { readonly value: number | null };
  readonly Registration_Extensions__c: { readonly value: number | null };
  readonly Time_Zone__c: Text;
}

export interface RegistrationAnswer {
  readonly Deal_Registration__c: Edges<RegistrationNode>;
  readonly Partner_Program_Policy__mdt: Edges<PolicyNode>;
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
    readonly isWon: boolean;
    /** When it reached its stage; for won deals the close moment of R-22. */
    readonly stageAt: string;
  } | null;
  readonly target: { readonly businessDays: number; readonly timeZone: string } | null;
  /** The last day that an extension would give; null where there is none left to give. */
  readonly extendableTo: Day | null;
}

function partnerOf({ Partner__r: partner }: RegistrationNode): Registration["partner"] {
  return partner && { id: partner.Id, name: partner.Name.value ?? "", tier: partner.Partner_Tier__c.value };
}

function dealOf({ Opportunity__r: deal }: RegistrationNode): Registration["deal"] {
  return (
    deal && {
      id: deal.Id,
      name: deal.Name.value ?? "",
      isWon: deal.IsWon.value,
      stageAt: deal.LastStageChangeDate.value ?? deal.CreatedDate.value ?? "",
    }
  );
}

/** Policies come newest first: the first one in force at the submission sets the target and the last day. */
function policyAt(submittedAt: string | null, policies: Edges<PolicyNode>): PolicyNode | undefined {
  const day = submittedAt?.slice(0, 10) ?? "";
  const nodes = policies.edges.map(({ node }) => node);
  return nodes.find((one) => (one.Effective_From_Date__c.value ?? "") <= day) ?? nodes.at(-1);
}

const zoneOf = (policy: PolicyNode): string => policy.Time_Zone__c.value ?? "America/Los_Angeles";

function targetOf(policy: PolicyNode | undefined): Registration["target"] {
  const businessDays = policy?.Registration_Decision_Business_Days__c.value ?? null;
  return policy && businessDays !== null ? { businessDays, timeZone: zoneOf(policy) } : null;
}

/** One period more, up to the day beyond which the sync service takes no extension. */
function extendableTo(
  { Submitted_At__c: { value: at }, Expires_Date__c: { value: last } }: RegistrationNode,
  policy: PolicyNode | undefined,
): Day | null {
  const period = policy?.Registration_Expiry_Days__c.value ?? null;
  if (!policy || period === null || at === null || last === null) return null;
  const latest = addDays(dayInZone(at, zoneOf(policy)), period * (1 + (policy.Registration_Extensions__c.value ?? 0)));
  const next = addDays(last, period);
  if (last >= latest) return null;
  return next < latest ? next : latest;
}

function registrationOf(node: RegistrationNode): Omit<Registration, "target" | "extendableTo"> {
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
export function readRegistration(answer: RegistrationAnswer): Registration | null {
  const node = answer.Deal_Registration__c.edges[0]?.node;
  if (!node) return null;
  const policy = policyAt(node.Submitted_At__c.value, answer.Partner_Program_Policy__mdt);
  return { ...registrationOf(node), target: targetOf(policy), extendableTo: extendableTo(node, policy) };
}
