import { LightningElement, api } from "lwc";

interface Invitation {
  readonly benefitId: string;
  readonly name: string;
  readonly invitedDate: string | null;
  readonly endsDate: string | null;
}

interface Benefit {
  readonly name: string;
  readonly description: string;
  readonly isAvailable: boolean;
  readonly status: string;
  readonly blocked: string | null;
  readonly opens: string | null;
  readonly needs: string | null;
  readonly note: string | null;
  readonly invitation: Invitation | null;
}

/** One benefit: open, or what blocks it and what would open it. */
export default class PartnerBenefitItem extends LightningElement {
  @api benefit!: Benefit;
  @api today = "";

  get icon(): string {
    return this.benefit.isAvailable ? "utility:success" : "utility:lock";
  }

  get iconVariant(): string | undefined {
    return this.benefit.isAvailable ? "success" : undefined;
  }

  get statusClass(): string {
    return this.benefit.isAvailable ? "slds-text-color_success" : "slds-text-title_bold";
  }

  /** The event of a child says nothing that this benefit's page would not know. */
  handleChanged(event: CustomEvent): void {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent("changed"));
  }
}
