/** A toast as components ask for it. */
export interface Toast {
  readonly title?: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: "info" | "success" | "warning" | "error";
  readonly mode?: "dismissable" | "dismissible" | "pester" | "sticky";
}

/** The event of `lightning/platformShowToastEvent`; the base components' own toasts use the name too. */
export const TOAST_EVENT = "lightning__showtoast";

/** Shows a toast from outside of any component. */
export function showToast(detail: Toast): void {
  window.dispatchEvent(new CustomEvent(TOAST_EVENT, { detail }));
}
