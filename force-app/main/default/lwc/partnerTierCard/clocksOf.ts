import { windowStart } from "c/programClock";
import { yearOf } from "c/programDays";
import { fillText, formatDay } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import { label } from "./labels";
import type { ClockView, TierCase } from "./tierView";

/** What the trailing window supports today, and what the calendar year gives in January. */
export function clocksOf({ partner, clock }: TierCase): readonly ClockView[] {
  const year = String(yearOf(clock.asOf));
  const resold = toCents(partner.Trailing_Resold_eARR__c.value);
  const influenced = toCents(partner.Trailing_Influenced_eARR__c.value);
  const qualified = partner.Qualified_Tier__c.value;
  const projected = partner.Projected_Annual_Tier__c.value;
  return [
    {
      key: "trailing",
      title: fillText(label.trailingClock, clock.windowDays),
      tier: qualified,
      amount: formatUsd(toCents(partner.Trailing_eARR__c.value)),
      split: resold === 0n ? null : fillText(label.split, formatUsd(influenced), formatUsd(resold)),
      period: fillText(label.period, formatDay(windowStart(clock)), formatDay(clock.asOf)),
      meaning: fillText(label.trailingMeaning, qualified ?? label.noTier),
    },
    {
      key: "annual",
      title: fillText(label.annualClock, year),
      tier: projected,
      amount: formatUsd(toCents(partner.Year_To_Date_eARR__c.value)),
      split: null,
      period: fillText(label.period, formatDay(`${year}-01-01`), formatDay(clock.asOf)),
      meaning: fillText(label.annualMeaning, projected ?? label.noTier, String(yearOf(clock.asOf) + 1)),
    },
  ];
}
