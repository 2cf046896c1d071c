import { LightningElement, api, wire } from "lwc";
import { createRecord, updateRecord } from "lightning/uiRecordApi";
import { getObjectInfo, type ObjectInfoResult } from "lightning/uiObjectInfoApi";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import OPPORTUNITY from "@salesforce/schema/Opportunity";
import { fillText } from "c/programFormat";
import { reduceErrors } from "c/recordErrors";
import type { Registration } from "c/dealRegistrationReview";
import { label } from "./labels";

/** The deal of a registration: shown, found, or created from what the partner claims. */
export default class RegistrationMatch extends LightningElement {
  @api registration!: Registration;
  /** Whether the reader may match at all. */
  @api isMatchable = false;

  label = label;
  mayCreate = false;
  isCreating = false;
  isSaving = false;
  dealId: string | null = null;
  accountId: string | null = null;
  name = "";
  closeDate = "";
  errors: readonly string[] = [];

  @wire(getObjectInfo, { objectApiName: OPPORTUNITY })
  takeAccess({ data }: ObjectInfoResult): void {
    this.mayCreate = data?.createable ?? false;
  }

  /** Matches to a deal that was found elsewhere on the page. */
  @api
  async match(dealId: string): Promise<void> {
    await this.save(() => updateRecord({ fields: { Id: this.registration.id, Opportunity__c: dealId } }));
  }

  get isUnmatched(): boolean {
    return this.registration.deal === null;
  }

  get isFinding(): boolean {
    return this.isUnmatched && this.isMatchable && !this.isCreating;
  }

  get isMatchDisabled(): boolean {
    return this.isSaving || !this.dealId;
  }

  get isCreateDisabled(): boolean {
    return this.isSaving || !this.name || !this.closeDate || !this.accountId;
  }

  get isWaitingForOthers(): boolean {
    return this.isUnmatched && !this.isMatchable;
  }

  handleDeal(event: CustomEvent<{ recordId: string | null }>): void {
    this.dealId = event.detail.recordId;
  }

  handleAccount(event: CustomEvent<{ recordId: string | null }>): void {
    this.accountId = event.detail.recordId;
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.name = event.detail.value;
  }

  handleCloseDate(event: CustomEvent<{ value: string }>): void {
    this.closeDate = event.detail.value;
  }

  handleStart(): void {
    const { customer, partner } = this.registration;
    this.name = fillText(label.newName, customer ?? "", partner?.name ?? "");
    this.isCreating = true;
  }

  handleCancel(): void {
    this.isCreating = false;
    this.errors = [];
  }

  handleMatch(): Promise<void> {
    return this.match(this.dealId!);
  }

  handleCreate(): Promise<void> {
    return this.save(async () => {
      const fields = {
        Name: this.name,
        AccountId: this.accountId,
        CloseDate: this.closeDate,
        StageName: "Prospecting",
      };
      const { id } = await createRecord({ apiName: OPPORTUNITY.objectApiName, fields });
      // Once it is there, a second try must not make another one.
      this.isCreating = false;
      this.dealId = id;
      await updateRecord({ fields: { Id: this.registration.id, Opportunity__c: id } });
    });
  }

  async save(work: () => Promise<unknown>): Promise<void> {
    this.isSaving = true;
    this.errors = [];
    try {
      await work();
      this.isCreating = false;
      this.dispatchEvent(
        new ShowToastEvent({ title: fillText(label.matched, this.registration.name), variant: "success" }),
      );
      this.dispatchEvent(new CustomEvent("saved"));
    } catch (error) {
      this.errors = reduceErrors(error);
      this.dispatchEvent(new ShowToastEvent({ title: label.notMatched, variant: "error" }));
    } finally {
      this.isSaving = false;
    }
  }
}
