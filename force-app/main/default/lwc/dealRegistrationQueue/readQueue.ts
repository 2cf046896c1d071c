import { addBusinessDays, dayInZone, type Day } from "c/programDays";
import { rowsOf, type Connection, type Figure, type Text } from "c/programAnswer";

interface ClaimNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Customer_Name__c: Text;
  readonly Submitted_At__c: Text;
  readonly Hours_Since_Submission__c: Figure;
  readonly Expires_Date__c: Text;
  readonly Partner__r: { readonly Id: string; readonly Name: Text; readonly Partner_Manager__c: Text } | null;
}

interface PolicyNode {
  readonly Effective_From_Date__c: Text;
  readonly Registration_Decision_Business_Days__c: Figure;
  readonly Time_Zone__c: Text;
}

export interface QueueAnswer {
  readonly waiting: Connection<ClaimNode>;
  readonly asked: Connection<ClaimNode>;
  readonly unmatched: Connection<ClaimNode>;
  readonly Partner_Program_Policy__mdt: Connection<PolicyNode>;
}

export interface Claim {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly submittedAt: string | null;
  readonly expires: Day | null;
  readonly partner: { readonly id: string; readonly name: string; readonly managerId: string | null } | null;
  readonly due: Day | null;
  readonly isOverdue: boolean;
}

export interface Claims {
  readonly rows: readonly Claim[];
  /** Of all there are, those beyond one answer's length included. */
  readonly total: number;
}

export interface Queue {
  /** For a decision. */
  readonly waiting: Claims;
  /** For their partners, who were asked to act: the clock of a decision stands still for them. */
  readonly asked: Claims;
  /** Approved, for a deal to be matched to. */
  readonly unmatched: Claims;
}

const HOUR_MS = 3_600_000;

function clockOf(node: ClaimNode, policies: readonly PolicyNode[]): Pick<Claim, "due" | "isOverdue"> {
  const at = node.Submitted_At__c.value;
  const hours = node.Hours_Since_Submission__c.value;
  const policy = policies.find((one) => at !== null && (one.Effective_From_Date__c.value ?? "") <= at.slice(0, 10));
  const days = policy?.Registration_Decision_Business_Days__c.value ?? null;
  const zone = policy?.Time_Zone__c.value ?? null;
  if (at === null || hours === null || days === null || zone === null) return { due: null, isOverdue: false };
  const due = addBusinessDays(dayInZone(at, zone), days);
  // The org says how long it has been: no device's clock is asked.
  const today = dayInZone(new Date(Date.parse(at) + hours * HOUR_MS).toISOString(), zone);
  return { due, isOverdue: today > due };
}

export function readQueue(answer: QueueAnswer): Queue {
  const policies = rowsOf(answer.Partner_Program_Policy__mdt);
  const claimOf = (node: ClaimNode): Claim => ({
    id: node.Id,
    name: node.Name.value ?? "",
    customer: node.Customer_Name__c.value ?? "",
    submittedAt: node.Submitted_At__c.value,
    expires: node.Expires_Date__c.value,
    partner: node.Partner__r && {
      id: node.Partner__r.Id,
      name: node.Partner__r.Name.value ?? "",
      managerId: node.Partner__r.Partner_Manager__c.value,
    },
    ...clockOf(node, policies),
  });
  const claimsOf = (connection: Connection<ClaimNode>): Claims => {
    const rows = rowsOf(connection).map(claimOf);
    return { rows, total: connection.totalCount ?? rows.length };
  };
  return { waiting: claimsOf(answer.waiting), asked: claimsOf(answer.asked), unmatched: claimsOf(answer.unmatched) };
}
