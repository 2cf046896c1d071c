import { LightningElement, api } from "lwc";

interface Agreement {
  readonly key: string;
  readonly type: string;
  readonly look: "good" | "soon" | "missing";
  readonly text: string;
  readonly use: string;
}

const LOOKS = {
  good: { icon: "utility:success", variant: "success" },
  soon: { icon: "utility:warning", variant: "warning" },
  missing: { icon: "utility:dash", variant: undefined },
};

/** The agreements of the programme: in force, ending, missing. */
export default class PartnerAgreementList extends LightningElement {
  @api agreements: readonly Agreement[] = [];

  get items(): object[] {
    return this.agreements.map((agreement) => ({ ...agreement, ...LOOKS[agreement.look] }));
  }
}
