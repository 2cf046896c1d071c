import { LightningElement, api } from "lwc";
import fresh from "@salesforce/label/c.Freshness_Fresh";
import staleHeading from "@salesforce/label/c.Freshness_Stale_Heading";
import staleText from "@salesforce/label/c.Freshness_Stale_Text";
import { fillText, formatDay, formatInstant } from "c/programFormat";

interface Clock {
  readonly asOf: string;
  readonly finishedAt: string;
  readonly isStale: boolean;
  readonly staleAfterHours: number;
}

/** From which run the figures are; red once they are older than the policy allows. */
export default class FiguresFreshness extends LightningElement {
  @api clock: Clock | null = null;

  staleHeading = staleHeading;

  get isStale(): boolean {
    return this.clock?.isStale ?? false;
  }

  get text(): string {
    const { clock } = this;
    if (!clock) return "";
    const at = formatInstant(clock.finishedAt);
    return clock.isStale ? fillText(staleText, at, clock.staleAfterHours) : fillText(fresh, formatDay(clock.asOf), at);
  }
}
