import { fillText, formatCount } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import { label } from "./labels";
import type { PartnerNode } from "./partnerTierAnswer";
import type { ProgressView, RequirementView, TierCase } from "./tierView";

interface Measure {
  readonly key: string;
  readonly name: string;
  readonly has: bigint;
  readonly gap: bigint;
  readonly write: (value: bigint) => string;
}

const count = (value: bigint): string => formatCount(Number(value));
const people = (value: number | null): bigint => BigInt(value ?? 0);

/** Never 100 before it is reached: nothing is rounded up to a requirement. */
function percentOf(has: bigint, needed: bigint): number {
  return needed === 0n || has >= needed ? 100 : Number((has * 100n) / needed);
}

function rowOf({ key, name, has, gap, write }: Measure): RequirementView {
  const needed = has + gap;
  const isMet = gap === 0n;
  return {
    key,
    name,
    standing: isMet ? write(has) : fillText(label.standing, write(has), write(needed)),
    missing: isMet ? label.reached : fillText(label.missing, write(gap)),
    isMet,
    percent: percentOf(has, needed),
  };
}

function rowsOf(partner: PartnerNode): readonly RequirementView[] {
  return [
    {
      key: "earr",
      name: label.earr,
      has: toCents(partner.Trailing_eARR__c.value),
      gap: toCents(partner.Next_Tier_eARR_Gap__c.value),
      write: formatUsd,
    },
    {
      key: "technical",
      name: label.technical,
      has: people(partner.Technical_Resources__c.value),
      gap: people(partner.Next_Tier_Technical_Gap__c.value),
      write: count,
    },
    {
      key: "sales",
      name: label.sales,
      has: people(partner.Sales_Trained_Resources__c.value),
      gap: people(partner.Next_Tier_Sales_Gap__c.value),
      write: count,
    },
  ].map(rowOf);
}

/** The stored gaps, as progress; without a next tier what the partner has. */
export function progressOf({ partner }: TierCase): ProgressView {
  const next = partner.Next_Tier__c.value;
  if (next !== null) return { heading: fillText(label.toNext, next), note: null, requirements: rowsOf(partner) };
  const isEnrolled = partner.Partner_Status__c.value === "Enrolled";
  const note = partner.Is_Global_Strategic__c.value ? label.designated : label.highest;
  return {
    heading: label.standingHeading,
    note: isEnrolled ? note : label.notEvaluated,
    requirements: rowsOf(partner).map((row) => ({ ...row, missing: "" })),
  };
}
