import { LightningElement, api } from "lwc";
import { updateRecord } from "lightning/uiRecordApi";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import LightningConfirm from "lightning/confirm";
import approved from "@salesforce/label/c.HeldRun_Approved";
import confirmTitle from "@salesforce/label/c.HeldRun_Confirm_Title";
import forAdministrators from "@salesforce/label/c.HeldRun_For_Administrators";
import hashTitle from "@salesforce/label/c.HeldRun_Hash";
import notSaved from "@salesforce/label/c.HeldRun_Not_Saved";
import saved from "@salesforce/label/c.HeldRun_Saved";
import takeBack from "@salesforce/label/c.HeldRun_Take_Back";
import takenBack from "@salesforce/label/c.HeldRun_Taken_Back";
import { fillText, formatInstant } from "c/programFormat";
import { rights } from "c/programRights";
import { reduceErrors } from "c/recordErrors";

/** A run that waits for somebody's approval, of which only the plan's hash and its state matter here. */
export interface Held {
  readonly id: string;
  readonly hash: string | null;
  readonly isApproved: boolean;
  readonly approvedBy: string;
  readonly approvedAt: string | null;
}

/** Approves the very plan that is shown, by its hash: a plan that has changed since is held once more. */
export default class HeldRun extends LightningElement {
  @api held!: Held;
  /** What the button says, and what is asked before it acts. */
  @api action = "";
  @api question = "";

  label = { forAdministrators, hashTitle, takeBack };
  isSaving = false;
  errors: readonly string[] = [];

  get mayApprove(): boolean {
    return rights.isAdministrator && !this.held.isApproved;
  }

  get mayTakeBack(): boolean {
    return rights.isAdministrator && this.held.isApproved;
  }

  get isForOthers(): boolean {
    return !rights.isAdministrator;
  }

  get isDisabled(): boolean {
    return this.isSaving || !this.held.hash;
  }

  get approvedText(): string | null {
    const { isApproved, approvedBy, approvedAt } = this.held;
    return isApproved ? fillText(approved, approvedBy, formatInstant(approvedAt)) : null;
  }

  /** Enough to compare with what a terminal shows. */
  get shortHash(): string {
    return this.held.hash?.slice(0, 12) ?? "";
  }

  async handleApprove(): Promise<void> {
    const { hash } = this.held;
    const isSure = await LightningConfirm.open({ message: this.question, label: confirmTitle, theme: "warning" });
    if (isSure) await this.save(hash, saved);
  }

  handleTakeBack(): Promise<void> {
    return this.save(null, takenBack);
  }

  async save(hash: string | null, title: string): Promise<void> {
    this.isSaving = true;
    this.errors = [];
    try {
      await updateRecord({ fields: { Id: this.held.id, Approved_Plan_Hash__c: hash } });
      this.dispatchEvent(new ShowToastEvent({ title, variant: "success" }));
      this.dispatchEvent(new CustomEvent("saved"));
    } catch (error) {
      this.errors = reduceErrors(error);
      this.dispatchEvent(new ShowToastEvent({ title: notSaved, variant: "error" }));
    } finally {
      this.isSaving = false;
    }
  }
}
