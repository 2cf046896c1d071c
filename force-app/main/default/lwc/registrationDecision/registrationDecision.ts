import { LightningElement, api } from "lwc";
import { updateRecord } from "lightning/uiRecordApi";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import userId from "@salesforce/user/Id";
import { fillText, formatDay } from "c/programFormat";
import { rights } from "c/programRights";
import { readErrors, type RecordErrors } from "c/recordErrors";
import type { Registration } from "c/dealRegistrationReview";
import { label } from "./labels";

const NO_ERRORS: RecordErrors = { messages: [], byField: {} };

interface Step {
  readonly status: string;
  readonly label: string;
  readonly variant: string;
  readonly isDisabled: boolean;
}

/** What the reader may do with a registration now; whether a step is allowed is for the validation rules to say. */
export default class RegistrationDecision extends LightningElement {
  @api registration!: Registration;

  label = label;
  reason = "";
  errors = NO_ERRORS;
  isSaving = false;

  get isWaiting(): boolean {
    const { status } = this.registration;
    return status === "Submitted" || status === "Action Required";
  }

  get isAsked(): boolean {
    return this.registration.status === "Action Required";
  }

  get isDraft(): boolean {
    return this.registration.status === "Draft";
  }

  get isDecided(): boolean {
    return !this.isWaiting && !this.isDraft;
  }

  get isOwn(): boolean {
    return this.registration.submittedById === userId;
  }

  get steps(): Step[] {
    if (this.isDraft) return [this.step("Submitted", label.submit, "brand")];
    if (this.isDecided) return rights.isAdministrator ? [this.step("Submitted", label.reverse, "neutral")] : [];
    if (!rights.isDecider) return this.isAsked ? [this.back] : [];
    return [
      this.step("Approved", label.approve, "brand", this.isOwn),
      this.isAsked ? this.back : this.step("Action Required", label.askForAction, "neutral"),
      this.step("Rejected", label.reject, "destructive-text", this.isOwn),
    ];
  }

  /** What was asked for has come: the registration waits for its decision again. */
  get back(): Step {
    return this.step("Submitted", label.answered, "neutral");
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  /** Drafts are handed in and answers passed on without a word; everything else is on record with its grounds. */
  get isReasonAsked(): boolean {
    return this.hasSteps && !this.isDraft && (!this.isWaiting || rights.isDecider);
  }

  get explanation(): string | null {
    if (this.isWaiting && !rights.isDecider) return label.forManagers;
    if (this.isWaiting && this.isOwn) return label.own;
    if (this.isDecided && !rights.isAdministrator) return label.reverseForAdministrators;
    return null;
  }

  get isLateClaimShown(): boolean {
    const { deal, submittedAt, isLateClaimApproved } = this.registration;
    const isLate = deal?.isWon === true && (submittedAt === null || submittedAt > deal.stageAt);
    return isLate || isLateClaimApproved;
  }

  get lateClaimText(): string {
    const { isLateClaimApproved, submittedAt } = this.registration;
    if (isLateClaimApproved) return label.lateClaimApproved;
    return submittedAt === null ? label.lateDraft : label.lateClaim;
  }

  get lateClaimAction(): string | null {
    if (!rights.isAdministrator) return null;
    return this.registration.isLateClaimApproved ? label.withdrawLateClaim : label.approveLateClaim;
  }

  /** The one extension of R-36; the service caps a later day that comes another way. */
  get extensionText(): string | null {
    const { extendableTo } = this.registration;
    return this.isWaiting && rights.isDecider && extendableTo ? fillText(label.extend, formatDay(extendableTo)) : null;
  }

  get reasonErrors(): readonly string[] {
    return this.errors.byField.Decision_Reason__c ?? [];
  }

  get reasonClass(): string {
    return this.reasonErrors.length > 0 ? "slds-has-error" : "";
  }

  get otherErrors(): readonly string[] {
    const { Decision_Reason__c: _reason, ...others } = this.errors.byField;
    return [...this.errors.messages, ...Object.values(others).flat()];
  }

  step(status: string, text: string, variant: string, isDisabled = false): Step {
    return { status, label: text, variant, isDisabled: isDisabled || this.isSaving };
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleStep(event: Event): Promise<void> {
    const { status } = (event.currentTarget as HTMLElement).dataset;
    const reason = this.reason.trim() || null;
    // An answer without a word of its own leaves on record what was asked for.
    const isSilent = this.isDraft || (this.isAsked && status === "Submitted" && reason === null);
    return this.save({ Status__c: status, ...(isSilent ? {} : { Decision_Reason__c: reason }) });
  }

  handleLateClaim(): Promise<void> {
    return this.save({ Is_Late_Claim_Approved__c: !this.registration.isLateClaimApproved });
  }

  handleExtension(): Promise<void> {
    return this.save({ Expires_Date__c: this.registration.extendableTo });
  }

  async save(fields: Readonly<Record<string, unknown>>): Promise<void> {
    this.isSaving = true;
    this.errors = NO_ERRORS;
    try {
      await updateRecord({ fields: { Id: this.registration.id, ...fields } });
      this.reason = "";
      const title = fillText(label.saved, this.registration.name);
      this.dispatchEvent(new ShowToastEvent({ title, variant: "success" }));
      this.dispatchEvent(new CustomEvent("saved"));
    } catch (error) {
      this.errors = readErrors(error);
      this.dispatchEvent(new ShowToastEvent({ title: label.notSaved, variant: "error" }));
    } finally {
      this.isSaving = false;
    }
  }
}
