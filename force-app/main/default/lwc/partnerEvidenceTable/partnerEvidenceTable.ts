import { LightningElement, api } from "lwc";
import amount from "@salesforce/label/c.Evidence_Amount";
import closeDate from "@salesforce/label/c.Evidence_Close_Date";
import noMatchHeading from "@salesforce/label/c.Evidence_No_Match_Heading";
import noMatchText from "@salesforce/label/c.Evidence_No_Match_Text";
import opportunity from "@salesforce/label/c.Evidence_Opportunity";
import showMore from "@salesforce/label/c.Evidence_Show_More";
import shown from "@salesforce/label/c.Evidence_Shown";
import sortAscending from "@salesforce/label/c.Evidence_Sort_Ascending";
import table from "@salesforce/label/c.Evidence_Table";
import verdict from "@salesforce/label/c.Evidence_Verdict";
import { fillText, formatDay } from "c/programFormat";
import { formatUsdInFull } from "c/usdAmount";

interface Row {
  readonly id: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly customer: string;
  readonly closeDate: string;
  readonly status: string;
  readonly verdict: string;
  readonly why: string;
  readonly source: string;
  readonly role: string;
  readonly cents: bigint;
}

const COLUMNS: readonly (readonly [name: string, title: string])[] = [
  ["opportunity", opportunity],
  ["closeDate", closeDate],
  ["verdict", verdict],
  ["cents", amount],
];
const LOOKS: Readonly<Record<string, string>> = {
  Counted: "slds-badge slds-theme_success",
  Excluded: "slds-badge slds-theme_warning",
};
const STEP = 25;

/** Rows of evidence, a few at a time: thousands at once would make the page slow. */
export default class PartnerEvidenceTable extends LightningElement {
  @api sortBy = "closeDate";
  @api isDescending = false;

  label = { amount, closeDate, noMatchHeading, noMatchText, opportunity, table, verdict };
  limit = STEP;
  given: readonly Row[] = [];

  @api
  get rows(): readonly Row[] {
    return this.given;
  }
  set rows(rows: readonly Row[]) {
    this.given = rows;
    this.limit = STEP;
  }

  get columns(): object[] {
    return COLUMNS.map(([name, title]) => ({
      name,
      title,
      hint: fillText(sortAscending, title),
      sorted: this.sortBy !== name ? "none" : this.isDescending ? "descending" : "ascending",
      icon: this.sortBy !== name ? "utility:sort" : this.isDescending ? "utility:arrowdown" : "utility:arrowup",
      headClass: name === "cents" ? "amount" : "",
    }));
  }

  get lines(): object[] {
    return this.given.slice(0, this.limit).map((row) => ({
      ...row,
      closed: formatDay(row.closeDate),
      // Nothing is no amount of what does not count.
      amount: row.status === "Counted" || row.cents !== 0n ? formatUsdInFull(row.cents) : "–",
      about: [row.customer, row.source, row.role].filter(Boolean).join(" · "),
      badgeClass: LOOKS[row.status] ?? "slds-badge",
    }));
  }

  get isEmpty(): boolean {
    return this.given.length === 0;
  }

  get hasMore(): boolean {
    return this.given.length > this.limit;
  }

  get shownText(): string {
    return fillText(shown, Math.min(this.limit, this.given.length), this.given.length);
  }

  get moreText(): string {
    return fillText(showMore, Math.min(STEP, this.given.length - this.limit));
  }

  handleMore(): void {
    this.limit += STEP;
  }

  handleSort(event: Event): void {
    const { column } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent("sort", { detail: column }));
  }
}
