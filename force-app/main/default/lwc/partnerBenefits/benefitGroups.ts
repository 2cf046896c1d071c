import { picksOf, rowsOf } from "c/programAnswer";
import { fillText, formatChoice, formatList } from "c/programFormat";
import type { BenefitNode, BenefitsPartnerNode, RuleNode } from "./benefitsAnswer";
import { label } from "./labels";

export interface BenefitView {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly isAvailable: boolean;
  readonly status: string;
  /** What stands in the way, as the service stored it, where that says more than the status. */
  readonly blocked: string | null;
  /** Everything that would open it. */
  readonly opens: string | null;
  /** What an open one rests on. */
  readonly needs: string | null;
  readonly note: string | null;
  readonly invitation: {
    readonly benefitId: string;
    readonly name: string;
    readonly invitedDate: string | null;
    readonly endsDate: string | null;
  } | null;
}

export interface BenefitGroup {
  readonly name: string;
  readonly benefits: readonly BenefitView[];
}

/** The statuses of R-31 in their order, each with what it takes to get past it. */
const HURDLES: readonly (readonly [string, (rule: RuleNode) => readonly string[]])[] = [
  ["Membership Blocked", () => [label.takesMembership]],
  ["Tier Too Low", (rule) => [fillText(label.takesTier, rule.Lowest_Tier__c.value ?? "")]],
  ["Not In Scope", (rule) => scopeOf(rule).map((scope) => fillText(label.takesScope, scope))],
  ["Invitation Needed", (rule) => (rule.Is_By_Invitation__c.value ? [label.takesInvitation] : [])],
  ["Agreement Needed", (rule) => picksOf(rule.Agreements__c).map((one) => fillText(label.takesAgreement, one))],
];

// Only these reasons say more than what would open it: whose membership it is about, and which papers are missing.
const IN_THE_REASON: readonly string[] = ["Membership Blocked", "Agreement Needed"];

/** One focus of several is enough. */
function scopeOf(rule: RuleNode): readonly string[] {
  const picks = picksOf(rule.Product_Scope__c);
  return picks.length > 0 ? [formatChoice(picks)] : [];
}

/** A status names the first hurdle alone; behind it the others stand all the same, and the last one names itself. */
function opensText(status: string, rule: RuleNode): string | null {
  const first = HURDLES.findIndex(([name]) => name === status);
  if (first === -1 || status === "Agreement Needed") return null;
  return fillText(label.opensWith, formatList(HURDLES.slice(first).flatMap(([, takes]) => takes(rule))));
}

function needsText(rule: RuleNode): string {
  return [
    fillText(label.fromTier, rule.Lowest_Tier__c.value ?? ""),
    ...(rule.Is_By_Invitation__c.value ? [label.byInvitation] : []),
    ...scopeOf(rule).map((scope) => fillText(label.forScope, scope)),
    ...picksOf(rule.Agreements__c),
  ].join(" · ");
}

function viewOf(rule: RuleNode, row: BenefitNode | undefined): BenefitView {
  const status = row?.Status__c.value ?? "";
  const name = rule.MasterLabel.value ?? "";
  const isAvailable = status === "Available";
  const isInvited = rule.Is_By_Invitation__c.value === true && row !== undefined;
  return {
    key: rule.Key__c.value ?? rule.Id,
    name,
    description: rule.Description__c.value ?? "",
    isAvailable,
    status: row?.Status__c.label ?? row?.Status__c.value ?? label.unjudged,
    blocked: IN_THE_REASON.includes(status) ? (row?.Reason__c.value ?? null) : null,
    opens: opensText(status, rule),
    needs: isAvailable ? needsText(rule) : null,
    note: rule.Note__c.value,
    invitation: isInvited
      ? {
          benefitId: row.Id,
          name,
          invitedDate: row.Invited_Date__c.value,
          endsDate: row.Invitation_Ends_Date__c.value,
        }
      : null,
  };
}

/** The benefits of one edition of the programme with this partner's rows, in the guide's order and groups. */
export function benefitGroups(
  rules: readonly RuleNode[],
  partner: BenefitsPartnerNode,
  policyId: string,
): readonly BenefitGroup[] {
  const rows = new Map(rowsOf(partner.Partner_Benefits__r).map((row) => [row.Benefit__c.value, row]));
  const groups = new Map<string, BenefitView[]>();
  const own = rules.filter((rule) => rule.Policy__c.value === policyId);
  for (const rule of [...own].sort((a, b) => (a.Sort_Order__c.value ?? 0) - (b.Sort_Order__c.value ?? 0))) {
    const name = rule.Group__c.label ?? rule.Group__c.value ?? "";
    groups.set(name, [...(groups.get(name) ?? []), viewOf(rule, rows.get(rule.Key__c.value))]);
  }
  return [...groups].map(([name, benefits]) => ({ name, benefits }));
}
