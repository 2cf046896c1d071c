import type { GraphqlDocument } from "lightning/graphql";
import userId from "@salesforce/user/Id";
import AnswerCard from "c/answerCard";
import type { ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { rights } from "c/programRights";
import type { View } from "c/portfolioTable";
import { label } from "./labels";
import { portfolioQuery } from "./portfolioQuery";
import * as portfolio from "./readPortfolio";
import { readPortfolio, tierCounts, type Partner, type Portfolio, type PortfolioAnswer } from "./readPortfolio";

export type { Partner } from "./readPortfolio";

interface Tab {
  readonly view: View;
  readonly text: string;
  readonly help: string;
  readonly partners: readonly Partner[];
  readonly isEmpty: boolean;
}

/** A manager's partners: by tier, nearest to the next, at risk in January, provisional results, and quiet ones. */
export default class PartnerPortfolio extends AnswerCard<PortfolioAnswer> {
  label = label;
  /** Administrators look after the programme, not after partners of their own. */
  scope = rights.isAdministrator ? "all" : "mine";

  get query(): GraphqlDocument {
    return portfolioQuery;
  }

  get portfolio(): Portfolio | null {
    return this.answer && readPortfolio(this.answer);
  }

  get variables(): Readonly<Record<string, unknown>> {
    const whose = this.scope === "mine" ? { Partner_Manager__c: { eq: userId } } : {};
    return { where: { Partner_Status__c: { in: ["Enrolled", "Suspended"] }, ...whose } };
  }

  get isEmpty(): boolean {
    return this.portfolio?.partners.length === 0;
  }

  get hasPartners(): boolean {
    return (this.portfolio?.partners.length ?? 0) > 0;
  }

  get clock(): ProgramClock | null {
    return this.portfolio?.clock ?? null;
  }

  get scopes(): { label: string; value: string }[] {
    return [
      { label: label.mine, value: "mine" },
      { label: label.all, value: "all" },
    ];
  }

  get counts(): { readonly tier: string; readonly count: number }[] {
    return tierCounts(this.portfolio?.partners ?? []);
  }

  /** A portfolio beyond one answer's length is cut off by name, which must not go unsaid. */
  get cutText(): string | null {
    const { partners = [], total = 0 } = this.portfolio ?? {};
    return total > partners.length ? fillText(label.cut, partners.length, total) : null;
  }

  get tabs(): Tab[] {
    const partners = this.portfolio?.partners ?? [];
    const tab = (view: View, title: string, help: string, shown: readonly Partner[]): Tab => ({
      view,
      text: fillText(title, shown.length),
      help,
      partners: shown,
      isEmpty: shown.length === 0,
    });
    return [
      tab("tier", label.byTier, label.byTierHelp, portfolio.byTier(partners)),
      tab("nearest", label.nearest, label.nearestHelp, portfolio.nearest(partners)),
      tab("risk", label.risk, label.riskHelp, portfolio.atRisk(partners)),
      tab("provisional", label.provisional, label.provisionalHelp, portfolio.provisional(partners)),
      tab("quiet", label.quiet, label.quietHelp, portfolio.quiet(partners)),
    ];
  }

  handleScope(event: CustomEvent<{ value: string }>): void {
    this.scope = event.detail.value;
  }
}
