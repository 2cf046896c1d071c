import { api, LightningElement, wire } from "lwc";
import { fieldView, type FieldView } from "local/fieldView";
import { recordUi, type ObjectInfo, type RecordUi } from "local/recordUi";
import { objectOfId } from "local/setup";

/** The head of a record's page: what it is, and its most important fields. */
export default class Highlights extends LightningElement {
  @api recordId!: string;
  @wire(recordUi, { recordId: "$recordId" }) result: { data?: RecordUi; error?: unknown } = {};

  /** The page waits for its head: everything else stands below it. */
  override renderedCallback(): void {
    if (this.result.data) this.dispatchEvent(new CustomEvent("headed", { bubbles: true, composed: true }));
  }

  get objectLabel(): string {
    return objectOfId(this.recordId)?.label ?? "";
  }

  get icon(): string {
    return objectOfId(this.recordId)?.icon ?? "standard:default";
  }

  get name(): string {
    const nameField = objectOfId(this.recordId)?.nameField ?? "Name";
    const value = this.result.data?.record.fields[nameField]?.value;
    return typeof value === "string" ? value : "";
  }

  get info(): ObjectInfo | undefined {
    return this.result.data?.info;
  }

  get fields(): FieldView[] {
    const { data } = this.result;
    if (!data) return [];
    const nameField = objectOfId(this.recordId)?.nameField;
    return data.compact.sections
      .flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems))
      .map(({ layoutComponents, label }) => ({ apiName: layoutComponents[0]?.apiName ?? "", label }))
      .filter(({ apiName }) => apiName !== nameField)
      .map(({ apiName, label }) => fieldView(data.info, data.record, apiName, label))
      .filter((view) => view !== null);
  }
}
