/** What the builds provide to the browser's side, as far as it is used here. */

declare module "local/session" {
  import type { SessionFacts } from "local/sessionFacts";

  const session: SessionFacts;
  export default session;
}

declare module "shell/*" {
  import type { LightningElement } from "lwc";

  const component: typeof LightningElement;
  export default component;
}

declare module "*.html" {
  const template: unknown;
  export default template;
}

declare module "@salesforce/client/formFactor" {
  const formFactor: "Large" | "Small";
  export default formFactor;
}

declare module "lightning/modal" {
  import { LightningElement } from "lwc";

  export default class LightningModal extends LightningElement {
    static open<T>(options: { label: string; size?: string } & Record<string, unknown>): Promise<T | undefined>;
    close(result?: unknown): void;
    label: string;
    disableClose: boolean;
  }
}

declare module "lightning/confirm" {
  const confirm: {
    open(options: { message: string; label: string; theme?: string; variant?: string }): Promise<boolean>;
  };
  export default confirm;
}
