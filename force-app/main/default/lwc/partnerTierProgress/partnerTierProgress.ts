import { LightningElement, api } from "lwc";

interface Requirement {
  readonly key: string;
  readonly name: string;
  readonly standing: string;
  readonly missing: string;
  readonly isMet: boolean;
  readonly percent: number;
}

interface Progress {
  readonly heading: string;
  readonly note: string | null;
  readonly requirements: readonly Requirement[];
}

/** The requirements of the next tier: what is there, of how much, and what is missing. */
export default class PartnerTierProgress extends LightningElement {
  @api progress: Progress = { heading: "", note: null, requirements: [] };

  get rows(): object[] {
    return this.progress.requirements.map((row) => ({
      ...row,
      hasBar: this.progress.note === null,
      width: `inline-size: ${row.percent}%`,
      spoken: `${row.standing}. ${row.missing}`,
      barClass: `slds-progress-bar__value${row.isMet ? " slds-progress-bar__value_success" : ""}`,
      missingClass: row.isMet ? "slds-text-color_success" : "slds-text-title_bold",
    }));
  }
}
