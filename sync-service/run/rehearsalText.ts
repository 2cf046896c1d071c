/** A rehearsal for a terminal. */
import { isShift, type RehearsedPartner, type Shift } from "../program/rehearsal.ts";
import type { RehearsalResult } from "./rehearse.ts";

export function rehearsalText(result: RehearsalResult): string {
  const { asOf, policy, files, partners, totals } = result;
  const moving = partners.filter(({ tier }) => isShift(tier));
  const others = partners.filter(({ tier }) => !isShift(tier));
  const nameWidth = Math.max(0, ...partners.map(({ partnerName }) => partnerName.length));
  const under = policy.now === policy.rehearsed ? policy.now : `${policy.rehearsed} instead of ${policy.now}`;
  return [
    `Rehearsal as of ${asOf}, policy ${under}: nothing was written`,
    `Changed rows: ${files.join(", ")}`,
    "",
    `Would move (${moving.length}):`,
    ...moving.flatMap((partner) => partnerLines(partner, nameWidth)),
    ...(moving.length === 0 ? ["  nobody"] : []),
    "",
    `Would keep the tier, but stand otherwise (${others.length}):`,
    ...others.flatMap((partner) => partnerLines(partner, nameWidth)),
    ...(others.length === 0 ? ["  nobody"] : []),
    "",
    `Of ${totals.partners} partners ${totals.movingUp} would move up and ${totals.movingDown} down;`,
    `${totals.qualifyingHigher} would qualify for more than now, ${totals.qualifyingLower} for less (no tier falls before an annual review, R-14);`,
    `${totals.benefitsGained} benefits would open and ${totals.benefitsLost} close.`,
  ].join("\n");
}

function partnerLines(partner: RehearsedPartner, nameWidth: number): string[] {
  const { partnerName, tier, qualifiedTier, annualTier, projectedAnnualTier } = partner;
  const lines = [
    shiftText("", tier),
    shiftText("qualifies for ", qualifiedTier),
    shiftText("annual review gives ", annualTier),
    shiftText("next annual review, by this year so far: ", projectedAnnualTier),
    listed("gains ", partner.benefitsGained),
    listed("loses ", partner.benefitsLost),
  ].filter((text) => text !== null);
  const [first = "", ...more] = lines;
  const indent = " ".repeat(nameWidth + 4);
  return [`  ${partnerName.padEnd(nameWidth)}  ${first}`, ...more.map((text) => `${indent}${text}`)];
}

function shiftText(what: string, shift: Shift): string | null {
  return isShift(shift) ? `${what}${shift.from ?? "no tier"} -> ${shift.to ?? "no tier"}` : null;
}

function listed(head: string, benefits: readonly string[]): string | null {
  return benefits.length === 0 ? null : `${head}${benefits.join(", ")}`;
}
