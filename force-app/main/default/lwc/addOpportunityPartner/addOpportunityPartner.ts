import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import { createRecord } from "lightning/uiRecordApi";
import { ShowToastEvent } from "lightning/platformShowToastEvent";
import OPPORTUNITY_PARTNER from "@salesforce/schema/Opportunity_Partner__c";
import add from "@salesforce/label/c.AddPartner_Add";
import added from "@salesforce/label/c.AddPartner_Added";
import cancel from "@salesforce/label/c.AddPartner_Cancel";
import influenced from "@salesforce/label/c.AddPartner_Influenced";
import notAdded from "@salesforce/label/c.AddPartner_Not_Added";
import partnerHelp from "@salesforce/label/c.AddPartner_Partner_Help";
import partnerLabel from "@salesforce/label/c.AddPartner_Partner";
import partnerPlaceholder from "@salesforce/label/c.AddPartner_Partner_Placeholder";
import resold from "@salesforce/label/c.AddPartner_Resold";
import roleLabel from "@salesforce/label/c.AddPartner_Role";
import { fillText } from "c/programFormat";
import { readErrors, type RecordErrors } from "c/recordErrors";
import type { Deal } from "c/opportunityPartners";
import { foresee, type Foresight } from "./foresee";
import { partnerFactsQuery } from "./partnerFactsQuery";
import { readFacts, type PartnerFacts } from "./readFacts";

const NO_ERRORS: RecordErrors = { messages: [], byField: {} };

const LOOKS = {
  good: { icon: "utility:success", variant: "success" },
  warning: { icon: "utility:warning", variant: "warning" },
  stop: { icon: "utility:error", variant: "error" },
} as const;

/** Adds a partner to a deal, saying beforehand what that will count for. */
export default class AddOpportunityPartner extends LightningElement {
  @api deal!: Deal;

  label = { add, cancel, partnerHelp, partnerLabel, partnerPlaceholder, roleLabel };
  roles = [
    { label: influenced, value: "Influenced" },
    { label: resold, value: "Resold" },
  ];
  filter = { criteria: [{ fieldPath: "Partner_Status__c", operator: "eq", value: "Enrolled" }] };
  displayInfo = { primaryField: "Name", additionalFields: ["Partner_Tier__c"] };
  matchingInfo = { primaryField: { fieldPath: "Name" } };

  partnerId: string | null = null;
  role = "Influenced";
  facts: PartnerFacts | null = null;
  errors = NO_ERRORS;
  isSaving = false;

  /** Takes the focus; a partner given is a suggestion, to be confirmed. */
  @api
  open(partnerId: string): void {
    if (partnerId !== "") this.partnerId = partnerId;
    this.template!.querySelector<HTMLElement>("[data-field='partner']")?.focus();
  }

  @wire(graphql, { query: "$query", variables: "$variables" })
  takeFacts({ data, errors }: GraphqlResult): void {
    if (data) this.facts = readFacts(data);
    if (errors) this.errors = readErrors(errors);
  }

  /** Without a query nothing is asked; without a variable it would be asked wrongly. */
  get query(): GraphqlDocument | undefined {
    return this.partnerId ? partnerFactsQuery : undefined;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { partner: this.partnerId };
  }

  get foresights(): (Foresight & { readonly icon: string; readonly variant: string })[] {
    if (!this.facts || this.facts.id !== this.partnerId) return [];
    return foresee(this.deal, this.facts, this.role).map((one) => ({ ...one, ...LOOKS[one.tone] }));
  }

  get isBlocked(): boolean {
    return this.isSaving || !this.partnerId || this.foresights.some(({ tone }) => tone === "stop");
  }

  get partnerErrors(): readonly string[] {
    return this.errors.byField.Partner__c ?? [];
  }

  get roleErrors(): readonly string[] {
    return this.errors.byField.Role__c ?? [];
  }

  get otherErrors(): readonly string[] {
    const { Partner__c: _partner, Role__c: _role, ...others } = this.errors.byField;
    return [...this.errors.messages, ...Object.values(others).flat()];
  }

  get partnerClass(): string {
    return this.partnerErrors.length > 0 ? "slds-has-error" : "";
  }

  get roleClass(): string {
    return this.roleErrors.length > 0 ? "slds-has-error" : "";
  }

  handlePartner(event: CustomEvent<{ recordId: string | null }>): void {
    this.partnerId = event.detail.recordId;
    this.errors = NO_ERRORS;
  }

  handleRole(event: CustomEvent<{ value: string }>): void {
    this.role = event.detail.value;
    this.errors = NO_ERRORS;
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent("cancel"));
  }

  async handleAdd(): Promise<void> {
    this.isSaving = true;
    this.errors = NO_ERRORS;
    try {
      await createRecord({
        apiName: OPPORTUNITY_PARTNER.objectApiName,
        fields: {
          Opportunity__c: this.deal.id,
          Partner__c: this.partnerId,
          Role__c: this.role,
          Source__c: "Twilio Sales",
        },
      });
      this.announce();
    } catch (error) {
      this.errors = readErrors(error);
      this.dispatchEvent(new ShowToastEvent({ title: notAdded, variant: "error" }));
    } finally {
      this.isSaving = false;
    }
  }

  announce(): void {
    const title = fillText(added, this.facts?.name ?? "");
    this.dispatchEvent(new ShowToastEvent({ title, variant: "success" }));
    this.dispatchEvent(new CustomEvent("added"));
  }
}
