import { LightningElement } from "lwc";
import { TOAST_EVENT, type Toast } from "local/toasts";

interface Part {
  readonly key: number;
  readonly text: string;
  readonly url: string | null;
}

interface ShownToast {
  readonly key: number;
  readonly title: string;
  readonly parts: readonly Part[];
  readonly className: string;
  readonly icon: string;
  readonly role: string;
  readonly variant: string;
}

/** Milliseconds for which toasts stay, as on the platform. */
const STAY_MS: Readonly<Record<string, number>> = { dismissable: 5000, dismissible: 5000, pester: 3000 };

/** `{0}` in a message stands for data: text, or a link. */
function partsOf({ message = "", messageData = [] }: Toast): Part[] {
  return message.split(/(\{\d+\})/).map((text, key) => {
    const index = /^\{(\d+)\}$/.exec(text)?.[1];
    const data = index === undefined ? undefined : messageData[Number(index)];
    if (data === undefined) return { key, text, url: null };
    return typeof data === "string" ? { key, text: data, url: null } : { key, text: data.label, url: data.url };
  });
}

/** Messages that come and go at the top of the window. */
export default class Toasts extends LightningElement {
  shown: readonly ShownToast[] = [];
  #last = 0;

  override connectedCallback(): void {
    // Before the base components' own container, which refuses a detail of this shape.
    window.addEventListener(TOAST_EVENT, this.take, { capture: true });
  }

  override disconnectedCallback(): void {
    window.removeEventListener(TOAST_EVENT, this.take, { capture: true });
  }

  private take = (event: Event): void => {
    const detail = (event as CustomEvent<(Toast & { toast?: unknown }) | null>).detail;
    if (!detail || detail.toast !== undefined) return;
    event.stopImmediatePropagation();
    this.add(detail);
  };

  private add(toast: Toast): void {
    const key = ++this.#last;
    const { variant = "info", mode = "dismissable", title = "" } = toast;
    this.shown = [
      ...this.shown,
      {
        key,
        title,
        parts: partsOf(toast),
        variant,
        className: `slds-notify slds-notify_toast slds-theme_${variant}`,
        icon: `utility:${variant}`,
        role: variant === "error" ? "alert" : "status",
      },
    ];
    const stay = STAY_MS[mode];
    if (stay !== undefined) window.setTimeout(() => this.remove(key), stay);
  }

  private remove(key: number): void {
    this.shown = this.shown.filter((toast) => toast.key !== key);
  }

  close(event: Event): void {
    this.remove(Number((event.currentTarget as HTMLElement).dataset["key"]));
  }
}
