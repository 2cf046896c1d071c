import { api, LightningElement } from "lwc";
import type { PickerFilter } from "local/pickerFilter";
import { findRecord, nameFieldOf, searchRecords, type Found, type PickerSearch } from "local/pickerSearch";
import { setup } from "local/setup";

interface Combobox extends HTMLElement {
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
  readonly validity: ValidityState;
}

/** Milliseconds without a keystroke before the org is asked. */
const PAUSE_MS = 200;

/** Finds a record by name: https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html */
export default class RecordPicker extends LightningElement {
  @api label = "";
  @api objectApiName = "";
  @api placeholder = "Search...";
  @api filter: PickerFilter | undefined;
  @api displayInfo: { primaryField?: string; additionalFields?: string[] } | undefined;
  @api matchingInfo:
    { primaryField?: { fieldPath: string; mode?: string }; additionalFields?: { fieldPath: string }[] } | undefined;
  @api required = false;
  @api disabled = false;
  @api variant: string | undefined;
  @api fieldLevelHelp: string | undefined;
  @api messageWhenValueMissing = "Complete this field.";
  found: readonly Found[] = [];
  chosen: Found | null = null;
  isSearching = false;
  text = "";
  #timer: number | undefined;
  #sequence = 0;

  /** Id of the chosen record. */
  @api
  get value(): string | null {
    return this.chosen?.id ?? null;
  }
  set value(id: string | null | undefined) {
    if ((id ?? null) === this.value) return;
    if (!id) this.chosen = null;
    else void this.show(id);
  }

  @api clearSelection(): void {
    this.chosen = null;
    this.text = "";
  }

  @api focus(): void {
    this.combobox?.focus();
  }

  @api blur(): void {
    this.combobox?.blur();
  }

  @api get validity(): ValidityState | undefined {
    return this.combobox?.validity;
  }

  @api checkValidity(): boolean {
    return this.combobox?.checkValidity() ?? true;
  }

  @api reportValidity(): boolean {
    return this.combobox?.reportValidity() ?? true;
  }

  @api setCustomValidity(message: string): void {
    this.combobox?.setCustomValidity(message);
  }

  private get combobox(): Combobox | null {
    return this.template?.querySelector<Combobox>("lightning-grouped-combobox") ?? null;
  }

  private get search(): PickerSearch {
    const { objectApiName, filter, displayInfo, matchingInfo } = this;
    const nameField = nameFieldOf(objectApiName);
    const matching = [matchingInfo?.primaryField, ...(matchingInfo?.additionalFields ?? [])];
    return {
      objectApiName,
      filter,
      primaryField: displayInfo?.primaryField ?? nameField,
      additionalFields: displayInfo?.additionalFields ?? [],
      matchingFields: matching.some((field) => field !== undefined)
        ? matching.flatMap((field) => (field ? [field.fieldPath] : []))
        : [nameField],
    };
  }

  private get icon(): string {
    return setup.objects[this.objectApiName]?.icon ?? "standard:default";
  }

  get items(): unknown[] {
    return this.found.map(({ id, text, subText }) => ({
      type: "option-card",
      value: id,
      text,
      subText,
      iconName: this.icon,
      iconSize: "small",
    }));
  }

  get pill(): unknown {
    return this.chosen && { label: this.chosen.text, iconName: this.icon };
  }

  private async show(id: string): Promise<void> {
    this.chosen = { id, text: "", subText: "" };
    const found = await findRecord(this.search, id);
    if (this.chosen?.id === id && found) this.chosen = found;
  }

  private async look(): Promise<void> {
    const sequence = ++this.#sequence;
    this.isSearching = true;
    try {
      const found = await searchRecords(this.search, this.text.trim());
      if (sequence === this.#sequence) this.found = found;
    } catch (error) {
      this.dispatchEvent(new CustomEvent("error", { detail: { error } }));
    } finally {
      if (sequence === this.#sequence) this.isSearching = false;
    }
  }

  handleText(event: CustomEvent<{ text: string }>): void {
    this.text = event.detail.text;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.look(), PAUSE_MS);
  }

  handleOpen(): void {
    void this.look();
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.choose(this.found.find(({ id }) => id === event.detail.value) ?? null);
  }

  handleRemove(): void {
    this.choose(null);
  }

  private choose(chosen: Found | null): void {
    this.chosen = chosen;
    this.text = "";
    this.dispatchEvent(new CustomEvent("change", { detail: { recordId: chosen?.id ?? null } }));
  }
}
