import { LightningElement, api } from "lwc";
import groupName from "@salesforce/label/c.TierCard_Clocks";

interface Clock {
  readonly key: string;
  readonly title: string;
  readonly tier: string | null;
  readonly amount: string;
  readonly split: string | null;
  readonly period: string;
  readonly meaning: string;
}

/** The trailing window and the calendar year, each with the tier that it supports. */
export default class PartnerTierClocks extends LightningElement {
  @api clocks: readonly Clock[] = [];

  groupName = groupName;
}
