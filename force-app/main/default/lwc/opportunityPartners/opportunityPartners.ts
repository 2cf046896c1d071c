import { api, wire } from "lwc";
import type { GraphqlDocument } from "lightning/graphql";
import { getObjectInfo, type ObjectInfoResult } from "lightning/uiObjectInfoApi";
import { deleteRecord } from "lightning/uiRecordApi";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import LightningConfirm from "lightning/confirm";
import OPPORTUNITY_PARTNER from "@salesforce/schema/Opportunity_Partner__c";
import AnswerCard from "c/answerCard";
import { fillText } from "c/programFormat";
import { rights } from "c/programRights";
import { reduceErrors } from "c/recordErrors";
import { label } from "./labels";
import { opportunityPartnersQuery } from "./opportunityPartnersQuery";
import { offeringText } from "./offeringText";
import { readDeal, type Attribution, type Deal, type DealAnswer } from "./readDeal";

export type { Attribution, Deal } from "./readDeal";

/** Who is on a deal, how they came and whether it counts, in words; adds and removes partners. */
export default class OpportunityPartners extends AnswerCard<DealAnswer> {
  @api recordId?: string;

  label = label;
  deal: Deal | null = null;
  isAdding = false;
  mayCreate = false;
  mayDelete = false;
  /** The button gets the focus back once it is there again. */
  private isReturning = false;
  /** What the form gets once it is there; an empty text opens it without a partner. */
  private opening: string | null = null;

  @wire(getObjectInfo, { objectApiName: OPPORTUNITY_PARTNER })
  takeAccess({ data }: ObjectInfoResult): void {
    this.mayCreate = data?.createable ?? false;
    this.mayDelete = data?.deletable ?? false;
  }

  /** Read once: parts of the page ask by it, and a new object each time would have them ask again. */
  override take(answer: DealAnswer): void {
    this.answer = answer;
    this.deal = readDeal(answer);
  }

  get query(): GraphqlDocument {
    return opportunityPartnersQuery;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { id: this.recordId };
  }

  /** Somebody without access to a field or to the deal gets no answer about it. */
  override get isHidden(): boolean {
    return this.deal === null;
  }

  get attributions(): readonly Attribution[] {
    return this.deal?.attributions ?? [];
  }

  get isEmpty(): boolean {
    return this.deal !== null && this.attributions.length === 0;
  }

  get emptyText(): string {
    return this.deal?.isClosed ? label.emptyClosed : label.empty;
  }

  /** Closed deals are for administrators alone: the validation rules and flows of the package hold everybody else. */
  get isOpenToReader(): boolean {
    return this.deal !== null && (!this.deal.isClosed || rights.isAdministrator);
  }

  get isAddable(): boolean {
    return this.isOpenToReader && this.mayCreate;
  }

  get isAddShown(): boolean {
    return this.isAddable && !this.isAdding;
  }

  get isRemovable(): boolean {
    return this.isOpenToReader && this.mayDelete;
  }

  get isClosedToReader(): boolean {
    return this.deal !== null && !this.isOpenToReader;
  }

  get isReadOnly(): boolean {
    return this.isOpenToReader && !this.mayCreate;
  }

  get offeringText(): string | null {
    return this.deal && offeringText(this.deal);
  }

  handleStart(): void {
    this.isAdding = true;
    this.opening = "";
  }

  handleChoose(event: CustomEvent<string>): void {
    this.isAdding = true;
    this.opening = event.detail;
  }

  handleCancel(): void {
    this.isAdding = false;
    this.focusAdd();
  }

  async handleAdded(): Promise<void> {
    this.isAdding = false;
    await this.reload();
    this.focusAdd();
  }

  async handleRemove(event: CustomEvent<string>): Promise<void> {
    const row = this.attributions.find(({ id }) => id === event.detail);
    if (!row) return;
    const question = fillText(label.removeQuestion, row.partnerName);
    if (!(await LightningConfirm.open({ message: question, label: label.removeTitle, theme: "warning" }))) return;
    try {
      await deleteRecord(row.id);
      await this.reload();
      this.dispatchEvent(new ShowToastEvent({ title: fillText(label.removed, row.partnerName), variant: "success" }));
    } catch (error) {
      const message = reduceErrors(error).join(" ");
      this.dispatchEvent(new ShowToastEvent({ title: label.notRemoved, message, variant: "error", mode: "sticky" }));
    }
  }

  override renderedCallback(): void {
    const button = this.isReturning ? this.template!.querySelector<HTMLElement>("[data-action='add']") : null;
    if (button) {
      button.focus();
      this.isReturning = false;
    }
    if (this.opening === null || !this.form) return;
    this.form.open(this.opening);
    this.opening = null;
  }

  get form(): (HTMLElement & { open(partnerId: string): void }) | null {
    return this.template!.querySelector("c-add-opportunity-partner");
  }

  focusAdd(): void {
    this.isReturning = true;
  }
}
