import { api, LightningElement, wire } from "lwc";
import { globalSearch, type SearchGroup } from "local/globalSearch";
import { nameTab } from "local/pages";
import { messageOf } from "local/recordUi";

/** What is found for a term, object by object. */
export default class Search extends LightningElement {
  @api term!: string;
  @wire(globalSearch, { term: "$term" }) result: { data?: readonly SearchGroup[]; error?: unknown } = {};

  override renderedCallback(): void {
    nameTab(this.term, "Search");
  }

  get groups(): readonly SearchGroup[] {
    return this.result.data ?? [];
  }

  get message(): string | null {
    if (this.term.length < 2) return "Enter at least two characters.";
    if (this.result.error !== undefined) return messageOf(this.result.error);
    return this.result.data?.length === 0 ? `No results for "${this.term}".` : null;
  }
}
