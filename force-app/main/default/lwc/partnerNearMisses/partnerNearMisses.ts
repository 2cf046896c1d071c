import { LightningElement, api } from "lwc";
import closedOn from "@salesforce/label/c.Evidence_Closed_On";
import heading from "@salesforce/label/c.Evidence_Near_Miss_Heading";
import how from "@salesforce/label/c.Evidence_Near_Miss_How";
import until from "@salesforce/label/c.Evidence_Near_Miss_Until";
import who from "@salesforce/label/c.Evidence_Near_Miss_Who";
import { fillText } from "c/programFormat";

interface NearMiss {
  readonly key: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly closed: string;
  readonly why: string;
  readonly who: string;
  readonly how: string;
  readonly until: string;
}

/** Won opportunities that do not count and still could; nothing where there are none. */
export default class PartnerNearMisses extends LightningElement {
  @api misses: readonly NearMiss[] = [];

  label = { how, until, who };

  get hasMisses(): boolean {
    return this.misses.length > 0;
  }

  get heading(): string {
    return fillText(heading, this.misses.length);
  }

  get items(): object[] {
    return this.misses.map((miss) => ({ ...miss, closedText: fillText(closedOn, miss.closed) }));
  }
}
