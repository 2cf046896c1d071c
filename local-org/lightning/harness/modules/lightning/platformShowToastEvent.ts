/** The event's name, which the base components' own toasts use too, with another detail. */
export const ShowToastEventName = "lightning__showtoast";

export interface ToastConfig {
  readonly title?: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: "info" | "success" | "warning" | "error";
  readonly mode?: "dismissable" | "pester" | "sticky";
}

/** Asks the page around the component to show a toast. */
export class ShowToastEvent extends CustomEvent<ToastConfig> {
  constructor(config: ToastConfig) {
    super(ShowToastEventName, { bubbles: true, composed: true, cancelable: true, detail: config });
  }
}
