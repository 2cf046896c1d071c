import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlResult } from "lightning/graphql";
import { RefreshEvent } from "lightning/refresh";
import failed from "@salesforce/label/c.RegistrationReview_Failed";
import hidden from "@salesforce/label/c.RegistrationReview_Hidden";
import loading from "@salesforce/label/c.RegistrationReview_Loading";
import title from "@salesforce/label/c.RegistrationReview_Title";
import { rights } from "c/programRights";
import { reduceErrors } from "c/recordErrors";
import { readRegistration, type Registration } from "./readRegistration";
import { registrationQuery } from "./registrationQuery";

export type { Registration } from "./readRegistration";

/** Everything that a decision on a deal registration looks at, and the decision itself. */
export default class DealRegistrationReview extends LightningElement {
  @api recordId?: string;

  label = { failed, hidden, loading, title };
  registration: Registration | null = null;
  faults: readonly string[] = [];
  isAnswered = false;
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: registrationQuery, variables: "$variables" })
  takeRegistration({ data, errors, refresh }: GraphqlResult): void {
    if (refresh) this.refresh = refresh;
    this.faults = errors ? reduceErrors(errors) : [];
    if (data) this.registration = readRegistration(data);
    if (data || errors) this.isAnswered = true;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { id: this.recordId };
  }

  get isLoading(): boolean {
    return !this.isAnswered;
  }

  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  /** Somebody without access gets no answer about the registration. */
  get isHidden(): boolean {
    return this.isAnswered && !this.hasFaults && this.registration === null;
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
    await this.refresh?.();
    this.dispatchEvent(new RefreshEvent());
  }
}
