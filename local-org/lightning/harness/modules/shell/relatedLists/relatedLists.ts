import { api, LightningElement, wire } from "lwc";
import { messageOf } from "local/recordUi";
import { relatedLists, type RelatedList } from "local/relatedQuery";

/** What hangs on a record, list by list. */
export default class RelatedLists extends LightningElement {
  @api recordId!: string;
  /** One list alone, by the name of its relationship. */
  @api relatedListApiName: string | undefined;

  @wire(relatedLists, { recordId: "$recordId", names: "$names" })
  result: { data?: readonly RelatedList[]; error?: unknown } = {};

  get names(): readonly string[] | null {
    return this.relatedListApiName === undefined ? null : [this.relatedListApiName];
  }

  get lists(): readonly RelatedList[] {
    return this.result.data ?? [];
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get problem(): string | null {
    return this.result.error === undefined ? null : messageOf(this.result.error);
  }
}
