import { windowStart, type ProgramClock } from "c/programClock";
import { yearOf, type Day } from "c/programDays";
import { fillText } from "c/programFormat";
import { toCents } from "c/usdAmount";
import type { EvidencePartnerNode } from "./evidenceAnswer";
import { label } from "./labels";

export type WindowName = "trailing" | "yearToDate" | "lastYear" | "all";

export interface EvidenceWindow {
  readonly name: WindowName;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** What the tier card says of it; null where the card has no such figure. */
  readonly storedCents: bigint | null;
}

const EVER = { from: "0000-01-01", to: "9999-12-31" };

/** The periods that the programme looks at, and everything. */
export function evidenceWindows(clock: ProgramClock, partner: EvidencePartnerNode): readonly EvidenceWindow[] {
  const year = yearOf(clock.asOf);
  return [
    {
      name: "trailing",
      title: fillText(label.trailing, clock.windowDays),
      from: windowStart(clock),
      to: clock.asOf,
      storedCents: toCents(partner.Trailing_eARR__c.value),
    },
    {
      name: "yearToDate",
      title: String(year),
      from: `${year}-01-01`,
      to: clock.asOf,
      storedCents: toCents(partner.Year_To_Date_eARR__c.value),
    },
    {
      name: "lastYear",
      title: String(year - 1),
      from: `${year - 1}-01-01`,
      to: `${year - 1}-12-31`,
      storedCents: toCents(partner.Annual_Window_eARR__c.value),
    },
    { name: "all", title: label.all, ...EVER, storedCents: null },
  ];
}
