import { LightningElement, api } from "lwc";
import heading from "@salesforce/label/c.TierCard_Roll_Off";
import amountColumn from "@salesforce/label/c.TierCard_Roll_Off_Amount";
import dayColumn from "@salesforce/label/c.TierCard_Roll_Off_Day";
import dealsColumn from "@salesforce/label/c.TierCard_Roll_Off_Deals";
import leftColumn from "@salesforce/label/c.TierCard_Roll_Off_Left";

interface RollOff {
  readonly days: readonly object[];
  readonly crossing: string | null;
  readonly note: string | null;
}

/** What leaves the trailing window, day by day, and what is left then. */
export default class PartnerRollOff extends LightningElement {
  @api rollOff: RollOff = { days: [], crossing: null, note: null };

  label = { heading, amountColumn, dayColumn, dealsColumn, leftColumn };

  get hasDays(): boolean {
    return this.rollOff.days.length > 0;
  }
}
