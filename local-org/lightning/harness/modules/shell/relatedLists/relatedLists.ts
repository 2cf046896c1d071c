import { api, LightningElement } from "lwc";

export default class RelatedLists extends LightningElement {
  @api recordId: string | undefined;
}
