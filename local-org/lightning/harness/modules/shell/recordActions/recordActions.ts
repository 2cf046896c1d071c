import { api, LightningElement } from "lwc";
import LightningConfirm from "lightning/confirm";
import { deleteRecord } from "lightning/uiRecordApi";
import { goTo } from "local/pages";
import { editRecord } from "local/recordActions";
import { problemsOf } from "local/recordForm";
import type { ObjectInfo } from "local/recordUi";
import { objectNamed } from "local/setup";
import { showToast } from "local/toasts";

/** What the user may do with the record of the page. */
export default class RecordActions extends LightningElement {
  @api recordId!: string;
  @api name = "";
  @api info: ObjectInfo | undefined;

  get canEdit(): boolean {
    return this.info?.updateable === true;
  }

  get canDelete(): boolean {
    return this.info?.deletable === true;
  }

  edit(): void {
    void editRecord(this.info!.apiName, this.recordId, this.name);
  }

  async remove(): Promise<void> {
    const label = objectNamed(this.info!.apiName)?.label ?? this.info!.apiName;
    const isSure = await LightningConfirm.open({
      label: `Delete ${label}`,
      message: `Are you sure you want to delete this ${label.toLowerCase()}?`,
    });
    if (!isSure) return;
    try {
      await deleteRecord(this.recordId);
    } catch (error) {
      const { page, fields } = problemsOf(error);
      const message = [...page, ...Object.values(fields)].join(" ");
      showToast({ variant: "error", mode: "sticky", title: "We hit a snag.", message });
      return;
    }
    showToast({ variant: "success", title: `${label} "${this.name}" was deleted.` });
    goTo(`/lightning/o/${this.info!.apiName}/home`, true);
  }
}
