import { api } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import { RefreshEvent } from "lightning/refresh";
import failed from "@salesforce/label/c.RegistrationReview_Failed";
import hidden from "@salesforce/label/c.RegistrationReview_Hidden";
import loading from "@salesforce/label/c.RegistrationReview_Loading";
import title from "@salesforce/label/c.RegistrationReview_Title";
import AnswerCard from "c/answerCard";
import { rights } from "c/programRights";
import { readRegistration, type Registration, type RegistrationAnswer } from "./readRegistration";
import { registrationQuery } from "./registrationQuery";

export type { Registration } from "./readRegistration";

/** Everything that a decision on a deal registration looks at, and the decision itself. */
export default class DealRegistrationReview extends AnswerCard<RegistrationAnswer> {
  @api recordId?: string;

  label = { failed, hidden, loading, title };
  registration: Registration | null = null;

  /** Read once: parts of the page ask by it, and a new object each time would have them ask again. */
  override take(answer: RegistrationAnswer): void {
    this.answer = answer;
    this.registration = readRegistration(answer);
  }

  get query(): GraphqlDocument {
    return registrationQuery;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { id: this.recordId };
  }

  /** Somebody without access gets no answer about the registration. */
  override get isHidden(): boolean {
    return this.registration === null;
  }

  get isMatchable(): boolean {
    return rights.isDecider && this.registration !== null && this.registration.status !== "Draft";
  }

  /** Matching from the list of conflicts is for registrations that have no deal yet. */
  get isMatchableHere(): boolean {
    return this.isMatchable && this.registration?.deal === null;
  }

  async handleMatch(event: CustomEvent<string>): Promise<void> {
    const match = this.template!.querySelector<HTMLElement & { match(deal: string): Promise<void> }>(
      "c-registration-match",
    );
    await match?.match(event.detail);
  }

  async handleSaved(): Promise<void> {
    await this.reload();
    this.dispatchEvent(new RefreshEvent());
  }
}
