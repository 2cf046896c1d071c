import { rowsOf, type Connection, type Figure, type Text } from "c/programAnswer";
import { programClock, type ClockAnswer, type ProgramClock } from "c/programClock";
import { rankOf, TIERS } from "c/tierRank";
import { toCents } from "c/usdAmount";

interface PartnerNode {
  readonly Id: string;
  readonly Name: Text;
  readonly Partner_Status__c: Text;
  readonly Partner_Tier__c: Text;
  readonly Annual_Tier__c: Text;
  readonly Projected_Annual_Tier__c: Text;
  readonly Trailing_eARR__c: Figure;
  readonly Next_Tier__c: Text;
  readonly Next_Tier_eARR_Gap__c: Figure;
  readonly Next_Tier_Technical_Gap__c: Figure;
  readonly Next_Tier_Sales_Gap__c: Figure;
  readonly Partner_Activity_Review__c: Text;
}

export interface PortfolioAnswer extends ClockAnswer {
  readonly Account: Connection<PartnerNode>;
}

export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly status: string | null;
  readonly tier: string | null;
  readonly annualTier: string | null;
  readonly projectedTier: string | null;
  readonly trailing: number | null;
  readonly nextTier: string | null;
  readonly gap: { readonly eArr: number | null; readonly technical: number; readonly sales: number };
  readonly quietQuarter: string | null;
}

export interface Portfolio {
  readonly partners: readonly Partner[];
  readonly total: number;
  readonly clock: ProgramClock | null;
}

function partnerOf(node: PartnerNode): Partner {
  return {
    id: node.Id,
    name: node.Name.value ?? "",
    status: node.Partner_Status__c.value,
    tier: node.Partner_Tier__c.value,
    annualTier: node.Annual_Tier__c.value,
    projectedTier: node.Projected_Annual_Tier__c.value,
    trailing: node.Trailing_eARR__c.value,
    nextTier: node.Next_Tier__c.value,
    gap: {
      eArr: node.Next_Tier_eARR_Gap__c.value,
      technical: node.Next_Tier_Technical_Gap__c.value ?? 0,
      sales: node.Next_Tier_Sales_Gap__c.value ?? 0,
    },
    quietQuarter: node.Partner_Activity_Review__c.value,
  };
}

export function readPortfolio(answer: PortfolioAnswer): Portfolio {
  const partners = rowsOf(answer.Account).map(partnerOf);
  return { partners, total: answer.Account.totalCount ?? partners.length, clock: programClock(answer) };
}

const unmet = ({ gap: { eArr, technical, sales } }: Partner): number =>
  [toCents(eArr) > 0n, technical > 0, sales > 0].filter(Boolean).length;

function byDistance(a: Partner, b: Partner): number {
  const inRequirements = unmet(a) - unmet(b);
  if (inRequirements !== 0) return inRequirements;
  const inCents = toCents(a.gap.eArr) - toCents(b.gap.eArr);
  if (inCents !== 0n) return inCents < 0n ? -1 : 1;
  return a.gap.technical + a.gap.sales - (b.gap.technical + b.gap.sales);
}

/** By tier, the highest first. */
export function byTier(partners: readonly Partner[]): Partner[] {
  return [...partners].sort((a, b) => rankOf(b.tier) - rankOf(a.tier));
}

/** Whoever lacks the fewest requirements of the next tier comes first, then the least revenue, then the fewest people. */
export function nearest(partners: readonly Partner[]): Partner[] {
  return partners.filter(({ nextTier, status }) => nextTier !== null && status === "Enrolled").sort(byDistance);
}

/** Whom this calendar year so far would lower in January. */
export function atRisk(partners: readonly Partner[]): Partner[] {
  return partners.filter(
    ({ status, tier, projectedTier }) =>
      status === "Enrolled" && projectedTier !== null && rankOf(projectedTier) < rankOf(tier),
  );
}

export const provisional = (partners: readonly Partner[]): Partner[] =>
  partners.filter(({ annualTier }) => annualTier !== null);

export const quiet = (partners: readonly Partner[]): Partner[] =>
  partners.filter(({ quietQuarter }) => quietQuarter !== null);

/** How many partners stand in each tier, the highest first; tiers without any are left out. */
export function tierCounts(partners: readonly Partner[]): { tier: string; count: number }[] {
  return [...TIERS]
    .reverse()
    .map((tier) => ({ tier, count: partners.filter((partner) => partner.tier === tier).length }))
    .filter(({ count }) => count > 0);
}
