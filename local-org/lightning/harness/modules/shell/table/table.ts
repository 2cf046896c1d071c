import { api, LightningElement } from "lwc";
import { goTo } from "local/pages";
import { alignmentOf, type Row } from "local/tableRows";
import type { ColumnSetup } from "../../../../pageFacts.ts";

/** Records as a table; on a phone as a list of cards. */
export default class Table extends LightningElement {
  @api columns: readonly ColumnSetup[] = [];
  @api rows: readonly Row[] = [];
  @api label = "";
  /** `-CloseDate`; empty = lists that cannot be sorted. */
  @api sortBy: string | undefined;

  get heads(): unknown[] {
    return this.columns.map(({ apiName, label, type }) => {
      const isSorted = this.sortBy?.replace("-", "") === apiName;
      const isDescending = isSorted && this.sortBy!.startsWith("-");
      return {
        apiName,
        label,
        className: alignmentOf(type),
        isSortable: this.sortBy !== undefined && type !== "multipicklist",
        sort: isSorted ? (isDescending ? "descending" : "ascending") : null,
        icon: isDescending ? "utility:arrowdown" : "utility:arrowup",
        isSorted,
      };
    });
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo((event.currentTarget as HTMLAnchorElement).getAttribute("href")!);
  }

  sort(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset["name"]!;
    const sortBy = this.sortBy === name ? `-${name}` : name;
    this.dispatchEvent(new CustomEvent("sort", { detail: { sortBy } }));
  }
}
