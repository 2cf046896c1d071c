import { LightningElement, api, wire } from "lwc";
import { graphql, type GraphqlDocument, type GraphqlResult } from "lightning/graphql";
import addNamed from "@salesforce/label/c.LastChance_Add_Named";
import heading from "@salesforce/label/c.LastChance_Heading";
import text from "@salesforce/label/c.LastChance_Text";
import { fillText } from "c/programFormat";
import type { Deal } from "c/opportunityPartners";
import { lastChanceQuery } from "./lastChanceQuery";
import { readSuggestions, type Suggestion } from "./readSuggestions";

/** Says before the close who may be missing on a deal: whoever is added by hand afterwards gets no credit. */
export default class OpportunityLastChance extends LightningElement {
  @api deal!: Deal;
  /** Whether the reader may add partners at all. */
  @api isAddable = false;

  label = { heading, text };
  answer: unknown = null;

  @wire(graphql, { query: "$query", variables: "$variables" })
  takeAnswer({ data }: GraphqlResult): void {
    // A hint that cannot be had is not worth an error on a page that works without it.
    if (data) this.answer = data;
  }

  get query(): GraphqlDocument | undefined {
    return this.deal.isClosed || this.deal.accountId === null ? undefined : lastChanceQuery;
  }

  get variables(): Readonly<Record<string, unknown>> {
    const { id, accountId, customer, domain } = this.deal;
    // An empty text would find registrations that name no domain at all.
    return { deal: id, account: accountId, customer, domain: domain ?? customer };
  }

  get suggestions(): (Suggestion & { readonly title: string })[] {
    if (this.deal.isClosed || this.answer === null) return [];
    const attached = new Set(this.deal.attributions.map(({ partnerId }) => partnerId));
    return readSuggestions(this.answer, attached).map((one) => ({
      ...one,
      title: fillText(addNamed, one.partnerName),
    }));
  }

  get hasSuggestions(): boolean {
    return this.suggestions.length > 0;
  }

  handleAdd(event: Event): void {
    const { partner } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent("choose", { detail: partner }));
  }
}
