import { LightningElement, api } from "lwc";
import future from "@salesforce/label/c.History_Legend_Future";
import past from "@salesforce/label/c.History_Legend_Past";
import review from "@salesforce/label/c.History_Legend_Review";
import today from "@salesforce/label/c.History_Today";

interface Chart {
  readonly bands: readonly { readonly key: string; readonly name: string; readonly from: string }[];
  readonly past: string;
  readonly future: string;
  readonly reviews: string;
  readonly todayX: number;
  readonly firstDay: string;
  readonly today: string;
  readonly lastDay: string;
  readonly summary: string;
}

const SIZE = 100;

/** Lines in a square that is stretched to its place; texts stand beside it, so that they are never stretched. */
export default class PartnerEarrChart extends LightningElement {
  @api chart!: Chart;

  label = { future, past, review, today };

  get lines(): object[] {
    const { bands } = this.chart;
    return bands.map(({ key }, at) => ({ key, y: (SIZE * (at + 1)) / bands.length }));
  }

  /** The day stands at its line, on the side with more room. */
  get isBeforeLine(): boolean {
    return this.chart.todayX > SIZE / 2;
  }

  get todayClass(): string {
    return this.isBeforeLine ? "slds-text-align_right" : "slds-text-align_left";
  }

  get todayStyle(): string {
    const { todayX } = this.chart;
    return this.isBeforeLine ? `margin-inline-end: ${SIZE - todayX}%` : `margin-inline-start: ${todayX}%`;
  }
}
