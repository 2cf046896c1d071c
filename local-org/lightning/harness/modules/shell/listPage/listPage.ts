import { api, LightningElement, wire } from "lwc";
import { listUi, listViews, type ListUi, type ListViewName } from "local/listUi";
import { goTo, nameTab, type PageReference } from "local/pages";
import { newRecord } from "local/recordActions";
import { messageOf } from "local/recordUi";
import { objectNamed } from "local/setup";
import { recordSource, rowOf, type Row } from "local/tableRows";
import type { ColumnSetup, ObjectSetup } from "../../../../pageFacts.ts";

const PAGE = 50;

/** The records of an object, by list view. */
export default class ListPage extends LightningElement {
  @api page!: PageReference;
  sortBy = "";
  pageSize = PAGE;

  @wire(listViews, { objectApiName: "$objectApiName" })
  views: { data?: { lists: readonly ListViewName[] }; error?: unknown } = {};

  @wire(listUi, { objectApiName: "$objectApiName", listView: "$listView", sortBy: "$sortBy", pageSize: "$pageSize" })
  result: { data?: ListUi; error?: unknown } = {};

  override renderedCallback(): void {
    nameTab(this.label, this.object.labelPlural);
  }

  get objectApiName(): string {
    return this.page.attributes["objectApiName"] ?? "";
  }

  get object(): ObjectSetup {
    return objectNamed(this.objectApiName)!;
  }

  get listView(): string {
    return this.page.state?.["filterName"] ?? "All";
  }

  get label(): string {
    return this.result.data?.info.label ?? this.object.labelPlural;
  }

  get options(): { label: string; value: string; checked: boolean }[] {
    const lists = this.views.data?.lists ?? [];
    return lists.map(({ apiName, label }) => ({ label, value: apiName, checked: apiName === this.listView }));
  }

  get columns(): ColumnSetup[] {
    return (this.result.data?.info.displayColumns ?? []).map(({ fieldApiName, label, lookupId, sortable }) => {
      const [relationship = "", nameField = ""] = fieldApiName.split(".");
      return {
        apiName: lookupId ?? fieldApiName,
        label,
        type: sortable ? this.typeOf(lookupId ?? fieldApiName) : "multipicklist",
        parent: nameField === "" ? null : { relationship, nameField },
      };
    });
  }

  /** Numbers stand to the right; the answer's own values tell which columns have numbers. */
  private typeOf(name: string): string {
    const known = this.object.columns.find(({ apiName }) => apiName === name)?.type;
    if (known !== undefined) return known;
    const values = this.result.data?.records.records.map(({ fields }) => fields[name]?.value) ?? [];
    if (values.some((value) => typeof value === "number")) return "double";
    return values.some((value) => typeof value === "boolean") ? "boolean" : "string";
  }

  get rows(): Row[] {
    const { columns } = this;
    return (this.result.data?.records.records ?? []).map((record) => rowOf(recordSource(record), columns));
  }

  get shownSort(): string {
    return this.sortBy === "" ? this.object.nameField : this.sortBy;
  }

  get summary(): string {
    const { data } = this.result;
    if (!data) return "";
    const count = data.records.records.length;
    const more = data.records.nextPageToken === null ? "" : "+";
    const column = this.columns.find(({ apiName }) => apiName === this.shownSort.replace("-", ""))?.label;
    return `${count}${more} ${count === 1 ? "item" : "items"}${column === undefined ? "" : ` • Sorted by ${column}`}`;
  }

  get hasMore(): boolean {
    return (this.result.data?.records.nextPageToken ?? null) !== null;
  }

  get isEmpty(): boolean {
    return this.result.data?.records.records.length === 0;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get problem(): string | null {
    return this.result.error === undefined ? null : messageOf(this.result.error);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    goTo(`/lightning/o/${this.objectApiName}/list?filterName=${event.detail.value}`);
  }

  sort(event: CustomEvent<{ sortBy: string }>): void {
    this.sortBy = event.detail.sortBy;
  }

  more(): void {
    this.pageSize += PAGE;
  }

  create(): void {
    void newRecord(this.objectApiName);
  }
}
