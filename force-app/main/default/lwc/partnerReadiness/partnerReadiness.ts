import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { answerOf, rowsOf, troubleOf, type Trouble } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { countingCourses } from "./countingCourses";
import { label } from "./labels";
import { readinessView, type ReadinessView } from "./readinessView";
import type { ReadinessAnswer, ReadinessPartnerNode } from "./readinessAnswer";
import { READINESS_QUERY } from "./readinessQuery";

/** People and courses, agreements: what of a partner's readiness is there, and what is missing. */
export default class PartnerReadiness extends LightningElement {
  @api recordId?: string;

  label = label;
  answer: ReadinessAnswer | null = null;
  trouble: Trouble | null = null;
  details: readonly string[] = [];
  refreshAnswer?: (() => Promise<void>) | undefined;
  refreshHandler = "";

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  @wire(graphql, { query: READINESS_QUERY, variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshAnswer = result.refresh ?? this.refreshAnswer;
    this.trouble = troubleOf(result);
    this.details = this.trouble === "error" ? reduceErrors(result.errors) : [];
    this.answer = answerOf<ReadinessAnswer>(result) ?? this.answer;
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

  get partner(): ReadinessPartnerNode | undefined {
    return this.answer ? rowsOf(this.answer.Account)[0] : undefined;
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  get isLoading(): boolean {
    return this.answer === null && this.trouble === null;
  }

  get isRefused(): boolean {
    return this.trouble === "no-access" || (this.answer !== null && this.partner === undefined);
  }

  get isBroken(): boolean {
    return this.trouble === "error" && this.answer === null;
  }

  get isNoPartner(): boolean {
    return this.partner !== undefined && !this.partner.Partner_Status__c.value;
  }

  get isUncalculated(): boolean {
    return this.partner !== undefined && !this.isNoPartner && this.clock === null;
  }

  get view(): ReadinessView | null {
    const { answer, clock, partner } = this;
    if (!answer || !clock || !partner || this.isNoPartner) return null;
    return readinessView({ answer, clock, partner, courses: countingCourses(answer, partner, clock) });
  }

  get hasPeople(): boolean {
    return (this.view?.people.length ?? 0) > 0;
  }

  get cutText(): string | null {
    const { answer } = this;
    if (!answer) return null;
    const isCut = [answer.Contact, answer.Partner_Training__c].some(
      (rows) => (rows.totalCount ?? 0) > rows.edges.length,
    );
    return isCut ? fillText(label.cut, answer.Contact.edges.length, answer.Contact.totalCount ?? 0) : null;
  }
}
