import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import { RefreshEvent } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import AnswerCard from "c/answerCard";
import { rowsOf } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
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
export default class PartnerTierCard extends AnswerCard<PartnerTierAnswer> {
  @api recordId?: string;

  label = label;

  get query(): GraphqlDocument {
    return PARTNER_TIER_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  /** The service wrote this account's figures: everything on the page that shows them is out of date. */
  async handleRecalculated(): Promise<void> {
    await this.reload();
    await notifyRecordUpdateAvailable([{ recordId: this.recordId ?? "" }]);
    this.dispatchEvent(new RefreshEvent());
  }

  override get isHidden(): boolean {
    return this.answer !== null && this.partner === undefined;
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
