import { LightningElement } from "lwc";

/** An address that leads to nothing, or to nothing that the user may see. */
export default class NotFound extends LightningElement {}
