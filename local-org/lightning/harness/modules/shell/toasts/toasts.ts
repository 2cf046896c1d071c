import { LightningElement } from "lwc";

export default class Toasts extends LightningElement {}
