import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { answerOf, rowsOf, troubleOf, type Trouble } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { earrChart, type EarrChart } from "./earrChart";
import type { HistoryAnswer } from "./historyAnswer";
import { HISTORY_QUERY } from "./historyQuery";
import { label } from "./labels";
import { reviewViews, type ReviewView } from "./reviewViews";

/** How a partner came to its tier. */
export default class PartnerTierHistory extends LightningElement {
  @api recordId?: string;

  label = label;
  answer: HistoryAnswer | null = null;
  trouble: Trouble | null = null;
  details: readonly string[] = [];
  refreshAnswer?: (() => Promise<void>) | undefined;
  refreshHandler = "";

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  @wire(graphql, { query: HISTORY_QUERY, variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshAnswer = result.refresh ?? this.refreshAnswer;
    this.trouble = troubleOf(result);
    this.details = this.trouble === "error" ? reduceErrors(result.errors) : [];
    this.answer = answerOf<HistoryAnswer>(result) ?? this.answer;
  }

  override connectedCallback(): void {
    this.refreshHandler = registerRefreshHandler(this, () => this.reload());
  }

  override disconnectedCallback(): void {
    unregisterRefreshHandler(this.refreshHandler);
  }

  async reload(): Promise<void> {
    await this.refreshAnswer?.();
  }

  get isLoading(): boolean {
    return this.answer === null && this.trouble === null;
  }

  get isRefused(): boolean {
    return this.trouble === "no-access" || (this.answer !== null && rowsOf(this.answer.Account).length === 0);
  }

  get isBroken(): boolean {
    return this.trouble === "error" && this.answer === null;
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  get chart(): EarrChart | null {
    return this.answer && this.clock && this.isEvaluated ? earrChart(this.answer, this.clock) : null;
  }

  /** Nothing is drawn of an account that has no figures. */
  get isEvaluated(): boolean {
    const [partner] = this.answer ? rowsOf(this.answer.Account) : [];
    return partner !== undefined && partner.Trailing_eARR__c.value !== null;
  }

  get reviews(): readonly ReviewView[] {
    return this.answer && !this.isRefused ? reviewViews(rowsOf(this.answer.Partner_Tier_Review__c)) : [];
  }

  get hasReviews(): boolean {
    return this.reviews.length > 0;
  }

  get isEmpty(): boolean {
    return this.answer !== null && !this.isRefused && !this.hasReviews;
  }

  get cutText(): string | null {
    const total = this.answer?.Partner_Tier_Review__c.totalCount ?? 0;
    return total > this.reviews.length ? fillText(label.cut, this.reviews.length, total) : null;
  }
}
