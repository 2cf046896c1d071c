import { api, LightningElement, wire } from "lwc";
import { goTo } from "local/pages";
import { messageOf } from "local/recordUi";
import { relatedLists, type RelatedList } from "local/relatedQuery";
import { objectOfId } from "local/setup";
import { recordUrl } from "local/tableRows";
import { newRecord } from "local/recordActions";

const MOST = 2000;

/** All records of one related list. */
export default class RelatedPage extends LightningElement {
  @api recordId!: string;
  @api relationshipApiName!: string;
  first = MOST;

  @wire(relatedLists, { recordId: "$recordId", names: "$names", first: "$first" })
  result: { data?: readonly RelatedList[]; error?: unknown } = {};

  get names(): string[] {
    return [this.relationshipApiName];
  }

  get list(): RelatedList | undefined {
    return this.result.data?.[0];
  }

  get parentLabel(): string {
    return objectOfId(this.recordId)?.label ?? "";
  }

  get parentUrl(): string | null {
    return recordUrl(this.recordId);
  }

  get count(): string {
    const total = this.list?.total ?? 0;
    return `${total} ${total === 1 ? "item" : "items"}`;
  }

  get problem(): string | null {
    return this.result.error === undefined ? null : messageOf(this.result.error);
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo(this.parentUrl!);
  }

  create(): void {
    void newRecord(this.list!.object.apiName, { [this.list!.field]: this.recordId });
  }
}
