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
