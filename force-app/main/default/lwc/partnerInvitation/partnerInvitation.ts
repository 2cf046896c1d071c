import { LightningElement, api } from "lwc";
import LightningConfirm from "lightning/confirm";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import { updateRecord } from "lightning/uiRecordApi";
import ENDS from "@salesforce/schema/Partner_Benefit__c.Invitation_Ends_Date__c";
import INVITED from "@salesforce/schema/Partner_Benefit__c.Invited_Date__c";
import mayInvite from "@salesforce/customPermission/Work_With_Partners";
import { addDays, type Day } from "c/programDays";
import { fillText, formatDay } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";

interface Invitation {
  readonly benefitId: string;
  readonly name: string;
  readonly invitedDate: Day | null;
  readonly endsDate: Day | null;
}

interface Dates {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** An invitation to one benefit, in words, with what can be done about it by those who may. */
export default class PartnerInvitation extends LightningElement {
  @api invitation!: Invitation;
  /** The org's day in the programme's zone. */
  @api today = "";

  label = label;
  mayInvite = mayInvite === true;
  isSaving = false;

  get isOpen(): boolean {
    const { invitedDate, endsDate } = this.invitation;
    return invitedDate !== null && (endsDate === null || endsDate >= this.today);
  }

  get text(): string {
    const { invitedDate, endsDate } = this.invitation;
    if (invitedDate === null) return label.none;
    const from = formatDay(invitedDate);
    if (endsDate === null) return fillText(label.since, from);
    return fillText(this.isOpen ? label.between : label.ended, from, formatDay(endsDate));
  }

  /** One button for both, so that whoever pressed it by the keyboard stays where they were. */
  get actionText(): string {
    return this.isOpen ? label.withdraw : label.invite;
  }

  get actionHint(): string {
    return fillText(this.isOpen ? label.withdrawFrom : label.inviteTo, this.invitation.name);
  }

  async handleAction(): Promise<void> {
    if (this.isSaving) return;
    if (this.isOpen) await this.withdraw();
    else await this.invite();
  }

  /** One row holds one invitation: a new one takes the place of the last, and resale during that one its ground. */
  async invite(): Promise<void> {
    const { invitedDate, endsDate } = this.invitation;
    if (invitedDate !== null) {
      const message = fillText(label.replaceText, formatDay(invitedDate), formatDay(endsDate));
      if (!(await LightningConfirm.open({ label: this.actionHint, message, theme: "warning" }))) return;
    }
    await this.save({ from: this.today, to: null }, label.invited);
  }

  /** The past stays as it was: what was resold under the invitation keeps its ground. */
  async withdraw(): Promise<void> {
    const yesterday = addDays(this.today, -1);
    const from = this.invitation.invitedDate;
    const hasBegun = from !== null && from <= yesterday;
    const message = hasBegun ? fillText(label.withdrawText, formatDay(yesterday)) : label.withdrawUnbegun;
    if (!(await LightningConfirm.open({ label: this.actionHint, message, theme: "warning" }))) return;
    await this.save(hasBegun ? { from, to: yesterday } : { from: null, to: null }, label.withdrawn);
  }

  async save({ from, to }: Dates, title: string): Promise<void> {
    this.isSaving = true;
    try {
      await updateRecord({
        fields: { Id: this.invitation.benefitId, [INVITED.fieldApiName]: from, [ENDS.fieldApiName]: to },
      });
      this.dispatchEvent(new ShowToastEvent({ title, message: label.takesEffect, variant: "success" }));
      this.dispatchEvent(new CustomEvent("changed"));
    } catch (error) {
      const message = reduceErrors(error).join(" ");
      this.dispatchEvent(new ShowToastEvent({ title: label.refused, message, variant: "error" }));
    } finally {
      this.isSaving = false;
    }
  }
}
