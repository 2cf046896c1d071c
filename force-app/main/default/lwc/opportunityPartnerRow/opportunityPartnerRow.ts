import { LightningElement, api } from "lwc";
import addedBy from "@salesforce/label/c.OpportunityPartners_Added_By";
import removePartner from "@salesforce/label/c.OpportunityPartners_Remove_Partner";
import resaleUnauthorized from "@salesforce/label/c.OpportunityPartners_Resale_Unauthorized";
import throughRegistration from "@salesforce/label/c.OpportunityPartners_Through_Registration";
import { fillText, formatInstant } from "c/programFormat";
import type { Attribution } from "c/opportunityPartners";
import { verdictText } from "./verdictText";

const ICONS: Readonly<Record<string, { readonly name: string; readonly variant?: string }>> = {
  Counted: { name: "utility:success", variant: "success" },
  Pending: { name: "utility:clock" },
  Excluded: { name: "utility:warning", variant: "warning" },
  Lost: { name: "utility:ban" },
};

/** One partner of a deal: how it came, and whether it counts. */
export default class OpportunityPartnerRow extends LightningElement {
  @api attribution!: Attribution;
  @api isDealClosed = false;
  @api isRemovable = false;

  label = { resaleUnauthorized };

  get icon(): { readonly name: string; readonly variant?: string } {
    return ICONS[this.attribution.status ?? ""] ?? { name: "utility:clock" };
  }

  get verdict(): string {
    return verdictText(this.attribution, this.isDealClosed);
  }

  get origin(): string {
    const { source, registration, addedBy: person, addedAt } = this.attribution;
    if (source === "Deal Registration" && registration)
      return fillText(throughRegistration, registration.name, registration.status, formatInstant(addedAt));
    return fillText(addedBy, person, formatInstant(addedAt));
  }

  get removeTitle(): string {
    return fillText(removePartner, this.attribution.partnerName);
  }

  handleRemove(): void {
    this.dispatchEvent(new CustomEvent("remove", { detail: this.attribution.id }));
  }
}
