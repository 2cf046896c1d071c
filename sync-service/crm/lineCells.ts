/** The cells of a line item, and how each is read. */
import type { OpportunityLine } from "../program/facts.ts";
import { decimal, optional, rowReader, text } from "./rowReader.ts";

export interface LineItem extends OpportunityLine {
  readonly id: string;
  readonly opportunityId: string;
}

export const lineObject = "OpportunityLineItem";

/** In the order in which the packer reads them. */
export const lineReader = rowReader<LineItem>(lineObject, {
  id: text("Id"),
  opportunityId: text("OpportunityId"),
  earr: optional(decimal("eARR__c")),
  family: optional(text("Product2.Family")),
});
