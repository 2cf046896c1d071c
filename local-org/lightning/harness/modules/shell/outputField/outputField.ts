import { api, LightningElement } from "lwc";
import type { FieldView } from "local/fieldView";
import { goTo } from "local/pages";

/** One value, read-only. */
export default class OutputField extends LightningElement {
  @api view!: FieldView;

  get isText(): boolean {
    return this.view.kind === "text";
  }
  get isLines(): boolean {
    return this.view.kind === "lines";
  }
  get isLink(): boolean {
    return this.view.kind === "link";
  }
  get isOutside(): boolean {
    return ["url", "email", "phone"].includes(this.view.kind);
  }
  get isCheckbox(): boolean {
    return this.view.kind === "checkbox";
  }
  get checkedLabel(): string {
    return this.view.isChecked ? "True" : "False";
  }
  get checkIcon(): string {
    return this.view.isChecked ? "utility:check" : "utility:steps";
  }
  get target(): string | null {
    return this.view.kind === "url" ? "_blank" : null;
  }

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    goTo(this.view.href!);
  }
}
