import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { rowsOf } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { benefitGroups, type BenefitGroup } from "./benefitGroups";
import type { BenefitsAnswer, BenefitsPartnerNode } from "./benefitsAnswer";
import { BENEFITS_QUERY } from "./benefitsQuery";
import { label } from "./labels";

/** The benefits of the programme as they stand for one partner. */
export default class PartnerBenefits extends AnswerCard<BenefitsAnswer> {
  @api recordId?: string;

  label = label;

  get query(): GraphqlDocument {
    return BENEFITS_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  get partner(): BenefitsPartnerNode | undefined {
    return this.answer ? rowsOf(this.answer.Account)[0] : undefined;
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  override get isHidden(): boolean {
    return this.answer !== null && this.partner === undefined;
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
