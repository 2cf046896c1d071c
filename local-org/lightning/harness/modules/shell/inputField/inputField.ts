import { api, LightningElement } from "lwc";
import session from "local/session";
import { plainText } from "local/plainText";
import type { FormField } from "local/recordForm";

interface Input extends HTMLElement {
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  String: "text",
  Email: "email",
  Phone: "tel",
  Url: "url",
  Date: "date",
  DateTime: "datetime",
  Int: "number",
  Double: "number",
  Currency: "number",
  Percent: "number",
};

const NUMBERS = new Set(["Int", "Double", "Currency", "Percent"]);
const NONE = { label: "--None--", value: "" };

/** One field of a form, with the input that fits its type. */
export default class InputField extends LightningElement {
  @api field!: FormField;
  @api value: unknown;
  timeZone = session.i18n["timeZone"];
  #problem = "";
  #shown = "";

  /** What the org has against the value; it goes with the next change. */
  @api
  get problem(): string {
    return this.#problem;
  }
  set problem(message: string) {
    this.#problem = message;
    this.showProblem();
  }

  override renderedCallback(): void {
    this.showProblem();
  }

  @api reportValidity(): boolean {
    return this.input?.reportValidity() ?? true;
  }

  @api focus(): void {
    this.input?.focus();
  }

  private get input(): Input | null {
    return this.template?.querySelector<Input>("[data-input]") ?? null;
  }

  /** Once for each message: an input that is told again on every rendering renders again. */
  private showProblem(): void {
    const { input } = this;
    if (this.#shown === this.#problem || typeof input?.setCustomValidity !== "function") return;
    this.#shown = this.#problem;
    input.setCustomValidity(this.#problem);
    input.reportValidity();
  }

  private get dataType(): string {
    return this.field.info.dataType;
  }

  get isReadonly(): boolean {
    return this.field.isReadonly;
  }
  get isCheckbox(): boolean {
    return !this.isReadonly && this.dataType === "Boolean";
  }
  get isArea(): boolean {
    return !this.isReadonly && this.dataType === "TextArea";
  }
  get isPicklist(): boolean {
    return !this.isReadonly && this.dataType === "Picklist";
  }
  get isMultiPicklist(): boolean {
    return !this.isReadonly && this.dataType === "MultiPicklist";
  }
  get isReference(): boolean {
    return !this.isReadonly && this.dataType === "Reference";
  }
  get isInput(): boolean {
    return !this.isReadonly && INPUT_TYPES[this.dataType] !== undefined;
  }

  get type(): string {
    return INPUT_TYPES[this.dataType] ?? "text";
  }

  get step(): string | null {
    return NUMBERS.has(this.dataType) ? String(10 ** -this.field.info.scale) : null;
  }

  get maxLength(): number | null {
    const { length } = this.field.info;
    return length > 0 && !NUMBERS.has(this.dataType) ? length : null;
  }

  get text(): string {
    return plainText(this.value);
  }

  get list(): string[] {
    return this.text.split(";").filter(Boolean);
  }

  get isChecked(): boolean {
    return this.value === true;
  }

  get options(): readonly { label: string; value: string }[] {
    return this.field.isRequired && this.text !== "" ? this.field.options : [NONE, ...this.field.options];
  }

  get target(): string {
    const targets = this.field.info.referenceToInfos.map(({ apiName }) => apiName);
    return targets.includes("User") ? "User" : (targets[0] ?? "");
  }

  private tell(value: unknown): void {
    this.dispatchEvent(new CustomEvent("fieldchange", { detail: { name: this.field.info.apiName, value } }));
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value;
    if (text === "" || text === null) this.tell(null);
    else this.tell(NUMBERS.has(this.dataType) ? Number(text) : text);
  }

  handleCheck(event: CustomEvent<{ checked: boolean }>): void {
    this.tell(event.detail.checked);
  }

  handleList(event: CustomEvent<{ value: string[] }>): void {
    this.tell(event.detail.value.length === 0 ? null : event.detail.value.join(";"));
  }

  handlePick(event: CustomEvent<{ recordId: string | null }>): void {
    this.tell(event.detail.recordId);
  }
}
