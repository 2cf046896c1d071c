import { api } from "lwc";
import LightningModal from "lightning/modal";
import { createRecord, updateRecord } from "lightning/uiRecordApi";
import { plainText } from "local/plainText";
import { fieldView, type FieldView } from "local/fieldView";
import {
  loadForm,
  problemsOf,
  sectionsOf,
  type FormData,
  type FormField,
  type FormSection,
  type SaveProblems,
} from "local/recordForm";
import { messageOf } from "local/recordUi";
import type { UiRecord } from "local/records";

interface InputField extends HTMLElement {
  field: FormField;
  reportValidity(): boolean;
}

const NOTHING: SaveProblems = { fields: {}, page: [] };

/** The form in which a record is made or changed. */
export default class RecordModal extends LightningModal {
  @api objectApiName!: string;
  @api recordId: string | null = null;
  /** What is known of a new record: the record whose list it is made from. */
  @api defaults: Readonly<Record<string, unknown>> = {};

  data: FormData | null = null;
  form: readonly FormSection[] = [];
  changes: Readonly<Record<string, unknown>> = {};
  problems: SaveProblems = NOTHING;
  isSaving = false;
  loadProblem: string | null = null;

  override connectedCallback(): void {
    this.changes = { ...this.defaults };
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.data = await loadForm(this.objectApiName, this.recordId);
      this.form = sectionsOf(this.data);
    } catch (error) {
      this.loadProblem = messageOf(error);
    }
  }

  get isLoading(): boolean {
    return this.data === null && this.loadProblem === null;
  }

  private fieldValue(name: string): unknown {
    return name in this.changes ? this.changes[name] : (this.data?.defaults[name]?.value ?? null);
  }

  private shownField(field: FormField): Record<string, unknown> {
    const { apiName } = field.info;
    return {
      key: apiName,
      field,
      value: this.fieldValue(apiName),
      problem: this.problems.fields[apiName] ?? "",
      view: field.isReadonly ? this.viewOf(apiName) : null,
    };
  }

  private viewOf(apiName: string): FieldView | null {
    return this.data?.record ? fieldView(this.data.info, this.data.record, apiName) : null;
  }

  get sections(): unknown[] {
    return this.form.map(({ key, heading, rows }) => ({
      key,
      heading,
      rows: rows.map((row) => ({
        key: row.key,
        items: row.items.map((item) => ({
          key: item.key,
          className: `slds-p-horizontal_small slds-p-bottom_small slds-size_1-of-1 slds-medium-size_1-of-${row.columns}`,
          fields: item.fields.map((field) => this.shownField(field)),
        })),
      })),
    }));
  }

  get hasProblems(): boolean {
    return this.problems.page.length > 0 || Object.keys(this.problems.fields).length > 0;
  }

  get pageProblems(): readonly string[] {
    const { fields, page } = this.problems;
    const all = this.form.flatMap(({ rows }) => rows.flatMap(({ items }) => items.flatMap((item) => item.fields)));
    const shown = new Set(all.filter(({ isReadonly }) => !isReadonly).map(({ info }) => info.apiName));
    // A field that the layout does not show cannot show its own message.
    const hidden = Object.entries(fields).filter(([name]) => !shown.has(name));
    return [...page, ...hidden.map(([, message]) => message)];
  }

  get fieldProblems(): string {
    const names = Object.keys(this.problems.fields).map((name) => this.data?.info.fields[name]?.label ?? name);
    return names.length === 0 ? "" : `Review the following fields: ${names.join(", ")}`;
  }

  private inputs(): InputField[] {
    return [...(this.template?.querySelectorAll<InputField>("shell-input-field") ?? [])];
  }

  handleChange(event: CustomEvent<{ name: string; value: unknown }>): void {
    const { name, value } = event.detail;
    if (value === this.fieldValue(name)) return;
    this.changes = { ...this.changes, [name]: value };
    const { [name]: _gone, ...fields } = this.problems.fields;
    this.problems = { fields, page: this.problems.page };
  }

  cancel(): void {
    this.close();
  }

  async save(): Promise<void> {
    const invalid = this.inputs().filter((input) => !input.reportValidity());
    if (invalid.length > 0) return invalid[0]!.focus();
    this.isSaving = true;
    this.problems = NOTHING;
    try {
      this.close(this.savedView((await this.send()) as UiRecord));
    } catch (error) {
      this.problems = problemsOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private savedView(record: UiRecord): { id: string; name: string } {
    const nameField = this.data!.info.nameFields.at(-1) ?? "Name";
    return { id: record.id, name: plainText(record.fields[nameField]?.value) };
  }

  private send(): Promise<unknown> {
    const { record, info, defaults } = this.data!;
    if (record === null) {
      const given = Object.entries(defaults).map(([name, { value }]) => [name, value]);
      const fields = { ...(Object.fromEntries(given) as Record<string, unknown>), ...this.changes };
      const filled = Object.entries(fields).filter(([, value]) => value !== null);
      return createRecord({ apiName: info.apiName, fields: Object.fromEntries(filled) });
    }
    const options = record.lastModifiedDate === null ? {} : { ifUnmodifiedSince: record.lastModifiedDate };
    return updateRecord({ fields: { Id: record.id, ...this.changes } }, options);
  }
}
