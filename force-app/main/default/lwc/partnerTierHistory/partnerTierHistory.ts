import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { rowsOf } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { earrChart, type EarrChart } from "./earrChart";
import type { HistoryAnswer } from "./historyAnswer";
import { HISTORY_QUERY } from "./historyQuery";
import { label } from "./labels";
import { reviewViews, type ReviewView } from "./reviewViews";

/** How a partner came to its tier. */
export default class PartnerTierHistory extends AnswerCard<HistoryAnswer> {
  @api recordId?: string;

  label = label;

  get query(): GraphqlDocument {
    return HISTORY_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  override get isHidden(): boolean {
    return this.answer !== null && rowsOf(this.answer.Account).length === 0;
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
    return this.answer && !this.isHidden ? reviewViews(rowsOf(this.answer.Partner_Tier_Review__c)) : [];
  }

  get hasReviews(): boolean {
    return this.reviews.length > 0;
  }

  get isEmpty(): boolean {
    return this.answer !== null && !this.isHidden && !this.hasReviews;
  }

  get cutText(): string | null {
    const total = this.answer?.Partner_Tier_Review__c.totalCount ?? 0;
    return total > this.reviews.length ? fillText(label.cut, this.reviews.length, total) : null;
  }
}
