import { LightningElement, api } from "lwc";
import projected from "@salesforce/label/c.PortfolioTable_Projected";
import annual from "@salesforce/label/c.PortfolioTable_Annual";
import blocked from "@salesforce/label/c.PortfolioTable_Not_Enrolled";
import figuresMet from "@salesforce/label/c.PortfolioTable_Figures_Met";
import missingEarr from "@salesforce/label/c.PortfolioTable_Missing_eARR";
import missingSales from "@salesforce/label/c.PortfolioTable_Missing_Sales";
import missingTechnical from "@salesforce/label/c.PortfolioTable_Missing_Technical";
import nextTier from "@salesforce/label/c.PortfolioTable_Next_Tier";
import quietIn from "@salesforce/label/c.PortfolioTable_Quiet";
import showAll from "@salesforce/label/c.PortfolioTable_Show_All";
import topTier from "@salesforce/label/c.PortfolioTable_Top_Tier";
import { fillText, formatList } from "c/programFormat";
import { formatUsd, toCents } from "c/usdAmount";
import type { Partner } from "c/partnerPortfolio";

export type View = "tier" | "nearest" | "risk" | "provisional" | "quiet";

const FIRST = 10;

/** Partners of one view of the portfolio, each with what that view is about. */
export default class PortfolioTable extends LightningElement {
  @api partners: readonly Partner[] = [];
  @api view: View = "tier";

  isWhole = false;

  /** Short enough to see what else the page holds; the rest is one click away. */
  get shown(): readonly Partner[] {
    return this.isWhole ? this.partners : this.partners.slice(0, FIRST);
  }

  get moreText(): string | null {
    const isCut = this.partners.length > FIRST && !this.isWhole;
    return isCut ? fillText(showAll, this.partners.length) : null;
  }

  get rows(): { readonly partner: Partner; readonly text: string }[] {
    return this.shown.map((partner) => ({ partner, text: this.textOf(partner) }));
  }

  handleMore(): void {
    this.isWhole = true;
  }

  textOf(partner: Partner): string {
    switch (this.view) {
      case "risk":
        return fillText(projected, partner.projectedTier ?? "");
      case "provisional":
        return fillText(annual, partner.annualTier ?? "");
      case "quiet":
        return fillText(quietIn, partner.quietQuarter ?? "");
      case "tier":
      case "nearest":
      default:
        return this.missing(partner);
    }
  }

  missing({ nextTier: next, gap, status }: Partner): string {
    if (status !== "Enrolled") return fillText(blocked, status ?? "");
    if (next === null) return topTier;
    const parts = [
      ...(toCents(gap.eArr) > 0n ? [fillText(missingEarr, formatUsd(toCents(gap.eArr)))] : []),
      ...(gap.technical > 0 ? [fillText(missingTechnical, gap.technical)] : []),
      ...(gap.sales > 0 ? [fillText(missingSales, gap.sales)] : []),
    ];
    // An agreement may still be missing, which the account page names.
    return parts.length > 0 ? fillText(nextTier, next, formatList(parts)) : fillText(figuresMet, next);
  }
}
