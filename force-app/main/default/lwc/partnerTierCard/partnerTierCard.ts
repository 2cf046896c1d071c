import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { answerOf, rowsOf, troubleOf, type Trouble } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";
import type { OpenRunNode, PartnerNode, PartnerTierAnswer } from "./partnerTierAnswer";
import { PARTNER_TIER_QUERY } from "./partnerTierQuery";
import { clocksOf } from "./clocksOf";
import { progressOf } from "./progressOf";
import { rollOffOf } from "./rollOffOf";
import { TierOrder } from "./tierOrder";
import { warningsOf } from "./warningsOf";
import { explanationOf, sinceText } from "./explanationOf";
import type { TierView } from "./tierView";

/** The tier of a partner account, why, what is missing, what January brings, and what to do now. */
export default class PartnerTierCard extends LightningElement {
  @api recordId?: string;

  label = label;
  answer: PartnerTierAnswer | null = null;
  trouble: Trouble | null = null;
  details: readonly string[] = [];
  refreshAnswer?: (() => Promise<void>) | undefined;
  refreshHandler = "";

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  @wire(graphql, { query: PARTNER_TIER_QUERY, variables: "$variables" })
  received(result: GraphqlResult): void {
    this.refreshAnswer = result.refresh ?? this.refreshAnswer;
    this.trouble = troubleOf(result);
    this.details = this.trouble === "error" ? reduceErrors(result.errors) : [];
    this.answer = answerOf<PartnerTierAnswer>(result) ?? this.answer;
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

  /** The service wrote this account's figures: everything on the page that shows them is out of date. */
  async handleRecalculated(): Promise<void> {
    await this.reload();
    await notifyRecordUpdateAvailable([{ recordId: this.recordId ?? "" }]);
    this.dispatchEvent(new RefreshEvent());
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

  get partner(): PartnerNode | undefined {
    return this.answer ? rowsOf(this.answer.Account)[0] : undefined;
  }

  get isNoPartner(): boolean {
    return this.partner !== undefined && !this.partner.Partner_Status__c.value;
  }

  get isApplicant(): boolean {
    return this.partner?.Partner_Status__c.value === "Applicant";
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  get isUncalculated(): boolean {
    const isPartner = this.partner !== undefined && !this.isNoPartner && !this.isApplicant;
    return isPartner && this.view === null;
  }

  get openRun(): OpenRunNode | undefined {
    return this.answer ? rowsOf(this.answer.openRun)[0] : undefined;
  }

  get canRecalculate(): boolean {
    return this.partner !== undefined && !this.isNoPartner && !this.isApplicant;
  }

  get view(): TierView | null {
    const { answer, clock, partner } = this;
    if (!answer || !clock || !partner || this.isNoPartner || this.isApplicant) return null;
    const order = new TierOrder(answer, clock.policyId);
    const known = { partner, clock, order };
    return {
      tier: partner.Partner_Tier__c.value,
      since: sinceText(partner),
      warnings: warningsOf({ ...known, openRun: this.openRun }),
      clocks: clocksOf(known),
      progress: progressOf(known),
      rollOff: rollOffOf(known),
      explanation: explanationOf(partner),
    };
  }
}
