import { api, LightningElement } from "lwc";
import { goTo, urlOf } from "local/pages";
import { newRecord } from "local/recordActions";
import type { RelatedList } from "local/relatedQuery";
import { objectOfId } from "local/setup";

/** One related list: its first records, and ways to all of them and to a new one. */
export default class RelatedCard extends LightningElement {
  @api list!: RelatedList;
  @api recordId!: string;

  get heading(): string {
    return `${this.list.object.labelPlural} (${this.list.total})`;
  }

  get isEmpty(): boolean {
    return this.list.rows.length === 0;
  }

  get allUrl(): string {
    const attributes = {
      recordId: this.recordId,
      objectApiName: objectOfId(this.recordId)?.apiName ?? "",
      relationshipApiName: this.list.name,
    };
    return urlOf({ type: "standard__recordRelationshipPage", attributes });
  }

  get allLabel(): string {
    return `View All ${this.list.object.labelPlural}`;
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo(this.allUrl);
  }

  create(): void {
    void newRecord(this.list.object.apiName, { [this.list.field]: this.recordId });
  }
}
