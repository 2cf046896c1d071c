import { api, LightningElement, wire } from "lwc";
import { fieldView, type FieldView } from "local/fieldView";
import { recordUi, type LayoutItem, type LayoutSection, type RecordUi } from "local/recordUi";

interface Item {
  readonly key: string;
  readonly view: FieldView | null;
  readonly second: FieldView | null;
  readonly className: string;
}

interface Section {
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly { readonly key: string; readonly className: string; readonly items: readonly Item[] }[];
}

/** All fields of a record by its layout. */
export default class Details extends LightningElement {
  @api recordId!: string;
  @wire(recordUi, { recordId: "$recordId" }) result: { data?: RecordUi; error?: unknown } = {};

  get className(): string {
    return this.result.data ? "slds-form" : "slds-form waiting";
  }

  get sections(): Section[] {
    const { data } = this.result;
    if (!data) return [];
    return data.full.sections.map((section) => this.section(data, section));
  }

  private section(data: RecordUi, { id, heading, useHeading, layoutRows, columns }: LayoutSection): Section {
    return {
      key: id,
      heading: useHeading ? heading : "",
      rows: layoutRows.map(({ layoutItems }, index) => ({
        key: `${id}-${index}`,
        className: `slds-form__item slds-size_1-of-1 slds-medium-size_1-of-${columns}`,
        items: layoutItems.map((item, column) => this.item(data, item, `${id}-${index}-${column}`)),
      })),
    };
  }

  private item({ info, record }: RecordUi, { layoutComponents, label }: LayoutItem, key: string): Item {
    const [view = null, second = null] = layoutComponents.map(({ apiName }) =>
      apiName === null ? null : fieldView(info, record, apiName, label),
    );
    return { key, view, second, className: `slds-form-element__static${second ? " with-date" : ""}` };
  }
}
