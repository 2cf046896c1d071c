import { api, LightningElement } from "lwc";

export default class RelatedListSingle extends LightningElement {
  @api recordId: string | undefined;
}
