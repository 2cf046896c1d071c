import { LightningElement, api } from "lwc";

interface Warning {
  readonly key: string;
  readonly variant: string;
  readonly heading: string;
  readonly text: string;
}

/** Nothing at all where there is nothing to warn of. */
export default class PartnerWarnings extends LightningElement {
  @api warnings: readonly Warning[] = [];
}
