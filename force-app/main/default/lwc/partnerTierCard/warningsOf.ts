import { rowsOf } from "c/programAnswer";
import { addDays, yearOf, type Day } from "c/programDays";
import { fillCount, fillText, formatDay, formatList } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import { label } from "./labels";
import type { AgreementNode, OpenRunNode } from "./partnerTierAnswer";
import type { TierCase, WarningView } from "./tierView";

interface WarningCase extends TierCase {
  readonly openRun: OpenRunNode | undefined;
}

const BASELINE = "Baseline Partner Agreement";
const NOTICE_DAYS = 90;

function membership({ partner }: WarningCase): WarningView[] {
  const status = partner.Partner_Status__c.value;
  if (status === "Suspended")
    return [{ key: "suspended", variant: "error", heading: label.suspendedHeading, text: label.suspendedText }];
  if (status === "Deactivated")
    return [{ key: "deactivated", variant: "error", heading: label.deactivatedHeading, text: label.deactivatedText }];
  return [];
}

function provisional({ partner }: WarningCase): WarningView[] {
  const annual = partner.Annual_Tier__c.value;
  if (annual === null) return [];
  const text = fillText(
    label.provisionalText,
    annual,
    formatUsd(toCents(partner.Annual_Window_eARR__c.value)),
    partner.Partner_Tier__c.value ?? label.noTier,
  );
  return [{ key: "provisional", variant: "info", heading: label.provisionalHeading, text }];
}

/** What would have to come by the end of the year, from the published requirements of the tier that is at stake. */
function neededToKeep({ partner, order }: WarningCase): readonly string[] {
  const needed = order.requirementOf(partner.Partner_Tier__c.value);
  const earr = toCents(needed?.eARR__c.value) - toCents(partner.Year_To_Date_eARR__c.value);
  const technical = (needed?.Technical_Resources__c.value ?? 0) - (partner.Technical_Resources__c.value ?? 0);
  const sales = (needed?.Sales_Trained_Resources__c.value ?? 0) - (partner.Sales_Trained_Resources__c.value ?? 0);
  return [
    ...(earr > 0n ? [fillText(label.needEarr, formatUsd(earr))] : []),
    ...(technical > 0 ? [fillCount(technical, label.needTechnicalOne, label.needTechnical)] : []),
    ...(sales > 0 ? [fillCount(sales, label.needSalesOne, label.needSales)] : []),
  ];
}

function january(known: WarningCase): WarningView[] {
  const { partner, clock, order } = known;
  const tier = partner.Partner_Tier__c.value;
  const projected = partner.Projected_Annual_Tier__c.value;
  if (tier === null || projected === null || !order.isBelow(projected, tier)) return [];
  const year = yearOf(clock.asOf);
  const needs = neededToKeep(known);
  const drop = fillText(label.januaryText, formatUsd(toCents(partner.Year_To_Date_eARR__c.value)), projected);
  const keep =
    needs.length === 0 ? "" : ` ${fillText(label.januaryKeep, tier, formatList(needs), formatDay(`${year}-12-31`))}`;
  const heading = fillText(label.januaryHeading, tier, projected, String(year + 1));
  return [{ key: "january", variant: "warning", heading, text: `${drop}${keep}` }];
}

const isInForce = ({ Effective_Date__c: from, End_Date__c: to }: AgreementNode, day: Day): boolean =>
  (from.value ?? "") <= day && (to.value === null || to.value >= day);

/** A type is covered for as long as one agreement of it is in force. */
function agreements({ partner, clock }: WarningCase): WarningView[] {
  const all = rowsOf(partner.Partner_Agreements__r);
  const current = all.filter((agreement) => isInForce(agreement, clock.today));
  const horizon = addDays(clock.today, NOTICE_DAYS);
  const types = [...new Set(current.map(({ Type__c }) => Type__c.value ?? ""))];
  const ending = types.flatMap((type) => {
    const own = all.filter((agreement) => agreement.Type__c.value === type);
    if (own.some((agreement) => isInForce(agreement, horizon))) return [];
    const end =
      own
        .map(({ End_Date__c }) => End_Date__c.value ?? "")
        .sort()
        .at(-1) ?? "";
    const text = type === BASELINE ? label.baselineEndsText : label.agreementEndsText;
    const heading = fillText(label.agreementEndsHeading, type, formatDay(end));
    return [{ key: `ends ${type}`, variant: "warning", heading, text } as const];
  });
  if (types.includes(BASELINE)) return ending;
  return [
    { key: "baseline", variant: "error", heading: label.noBaselineHeading, text: label.noBaselineText },
    ...ending,
  ];
}

function activity({ partner }: WarningCase): WarningView[] {
  const quarter = partner.Partner_Activity_Review__c.value;
  if (!quarter) return [];
  const text = fillText(label.inactiveText, quarter);
  return [{ key: "inactive", variant: "warning", heading: label.inactiveHeading, text }];
}

function held({ openRun }: WarningCase): WarningView[] {
  if (openRun?.Status__c.value !== "Held") return [];
  const text = openRun.Held_Reason__c.value ?? label.heldText;
  return [{ key: "held", variant: "warning", heading: label.heldHeading, text }];
}

/** What somebody can act on, the gravest first; a partner that is all right has none. */
export function warningsOf(known: WarningCase): readonly WarningView[] {
  const standing = membership(known);
  if (standing.length > 0) return standing;
  return [...agreements(known), ...held(known), ...provisional(known), ...january(known), ...activity(known)].sort(
    (a, b) => Number(b.variant === "error") - Number(a.variant === "error"),
  );
}
