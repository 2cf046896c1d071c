import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { answerOf, rowsOf, troubleOf, type Trouble } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { benefitGroups, type BenefitGroup } from "./benefitGroups";
import type { BenefitsAnswer, BenefitsPartnerNode } from "./benefitsAnswer";
import { BENEFITS_QUERY } from "./benefitsQuery";
import { label } from "./labels";

/** The benefits of the programme as they stand for one partner. */
export default class PartnerBenefits extends LightningElement {
  @api recordId?: string;

  label = label;
  answer: BenefitsAnswer | null = null;
  trouble: Trouble | null = null;
  details: readonly string[] = [];
  refreshAnswer?: (() => Promise<void>) | undefined;
  refreshHandler = "";

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  @wire(graphql, { query: BENEFITS_QUERY, variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshAnswer = result.refresh ?? this.refreshAnswer;
    this.trouble = troubleOf(result);
    this.details = this.trouble === "error" ? reduceErrors(result.errors) : [];
    this.answer = answerOf<BenefitsAnswer>(result) ?? this.answer;
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

  get partner(): BenefitsPartnerNode | undefined {
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

  /** Applicants have no benefits yet, and other accounts none at all. */
  get isEmpty(): boolean {
    const status = this.partner?.Partner_Status__c.value;
    return this.partner !== undefined && (!status || status === "Applicant");
  }

  get isUncalculated(): boolean {
    return this.partner !== undefined && !this.isEmpty && this.clock === null;
  }

  get groups(): readonly BenefitGroup[] {
    const { answer, clock, partner } = this;
    if (!answer || !clock || !partner || this.isEmpty) return [];
    return benefitGroups(rowsOf(answer.Partner_Benefit_Rule__mdt), partner, clock.policyId);
  }

  get hasGroups(): boolean {
    return this.groups.length > 0;
  }

  get summary(): string {
    const all = this.groups.flatMap(({ benefits }) => benefits);
    return fillText(label.summary, all.filter(({ isAvailable }) => isAvailable).length, all.length);
  }
}
