import { picksOf, rowsOf } from "c/programAnswer";
import { fillText, formatList } from "c/programFormat";
import type { BenefitNode, BenefitsPartnerNode, RuleNode } from "./benefitsAnswer";
import { label } from "./labels";

export interface BenefitView {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly isAvailable: boolean;
  readonly status: string;
  /** What stands in the way, as the service stored it. */
  readonly blocked: string | null;
  /** What would open it. */
  readonly opens: string | null;
  /** Everything it takes, whatever is there already. */
  readonly needs: string;
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

function opensText(status: string, rule: RuleNode): string | null {
  const agreements = formatList(picksOf(rule.Agreements__c));
  const texts: Readonly<Record<string, string>> = {
    "Tier Too Low": fillText(label.opensAtTier, rule.Lowest_Tier__c.value ?? ""),
    "Not In Scope": fillText(label.opensInScope, formatList(picksOf(rule.Product_Scope__c))),
    "Invitation Needed": label.opensByInvitation,
    "Agreement Needed": fillText(label.opensByAgreement, agreements),
    "Membership Blocked": label.opensWithMembership,
  };
  return texts[status] ?? null;
}

function needsText(rule: RuleNode): string {
  const scope = picksOf(rule.Product_Scope__c);
  return [
    fillText(label.fromTier, rule.Lowest_Tier__c.value ?? ""),
    ...(rule.Is_By_Invitation__c.value ? [label.byInvitation] : []),
    ...(scope.length > 0 ? [fillText(label.forScope, formatList(scope))] : []),
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
    blocked: isAvailable ? null : (row?.Reason__c.value ?? null),
    opens: opensText(status, rule),
    needs: needsText(rule),
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
