import { api, LightningElement } from "lwc";

/** Text that a page's author wrote. */
export default class RichText extends LightningElement {
  @api richTextValue = "";
}
