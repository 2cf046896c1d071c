import { api, LightningElement } from "lwc";

export default class ListCard extends LightningElement {
  @api recordId: string | undefined;
}
