import { goTo } from "local/pages";
import { recordUrl } from "local/tableRows";
import { objectNamed } from "local/setup";
import { showToast } from "local/toasts";

interface Saved {
  readonly id: string;
  readonly name: string;
}

interface Modal {
  open(options: Record<string, unknown>): Promise<Saved | undefined>;
}

/** Loaded when first needed: most visits change nothing. */
async function modal(): Promise<Modal> {
  return (await import("shell/recordModal")).default as unknown as Modal;
}

function tell(objectLabel: string, name: string, what: string): void {
  showToast({ variant: "success", title: `${objectLabel} "${name}" was ${what}.` });
}

/** Opens the form of a new record, with what is known of it; afterwards its page is shown. */
export async function newRecord(
  objectApiName: string,
  defaults: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const label = objectNamed(objectApiName)?.label ?? objectApiName;
  const saved = await (await modal()).open({ size: "medium", label: `New ${label}`, objectApiName, defaults });
  if (!saved) return;
  tell(label, saved.name, "created");
  const url = recordUrl(saved.id);
  if (url !== null) goTo(url);
}

/** Opens the form of a record. */
export async function editRecord(objectApiName: string, recordId: string, name: string): Promise<void> {
  const label = objectNamed(objectApiName)?.label ?? objectApiName;
  const saved = await (await modal()).open({ size: "medium", label: `Edit ${name}`, objectApiName, recordId });
  if (saved) tell(label, saved.name, "saved");
}
