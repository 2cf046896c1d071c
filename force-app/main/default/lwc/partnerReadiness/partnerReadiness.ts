import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import AnswerCard from "c/answerCard";
import { rowsOf } from "c/programAnswer";
import { programClock, type ProgramClock } from "c/programClock";
import { fillText } from "c/programFormat";
import { countingCourses } from "./countingCourses";
import { label } from "./labels";
import { readinessView, type ReadinessView } from "./readinessView";
import type { ReadinessAnswer, ReadinessPartnerNode } from "./readinessAnswer";
import { READINESS_QUERY } from "./readinessQuery";

/** People and courses, agreements: what of a partner's readiness is there, and what is missing. */
export default class PartnerReadiness extends AnswerCard<ReadinessAnswer> {
  @api recordId?: string;

  label = label;

  get query(): GraphqlDocument {
    return READINESS_QUERY;
  }

  get variables(): Record<string, unknown> {
    return { recordId: this.recordId };
  }

  get partner(): ReadinessPartnerNode | undefined {
    return this.answer ? rowsOf(this.answer.Account)[0] : undefined;
  }

  get clock(): ProgramClock | null {
    return this.answer && programClock(this.answer);
  }

  override get isHidden(): boolean {
    return this.answer !== null && this.partner === undefined;
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
