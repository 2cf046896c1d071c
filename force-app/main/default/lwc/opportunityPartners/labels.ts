import add from "@salesforce/label/c.OpportunityPartners_Add";
import closed from "@salesforce/label/c.OpportunityPartners_Closed";
import empty from "@salesforce/label/c.OpportunityPartners_Empty";
import emptyClosed from "@salesforce/label/c.OpportunityPartners_Empty_Closed";
import failed from "@salesforce/label/c.OpportunityPartners_Failed";
import hidden from "@salesforce/label/c.OpportunityPartners_Hidden";
import loading from "@salesforce/label/c.OpportunityPartners_Loading";
import notRemoved from "@salesforce/label/c.OpportunityPartners_Not_Removed";
import offering from "@salesforce/label/c.OpportunityPartners_Offering";
import offeringIfFlex from "@salesforce/label/c.OpportunityPartners_Offering_If_Flex";
import readOnly from "@salesforce/label/c.OpportunityPartners_Read_Only";
import removed from "@salesforce/label/c.OpportunityPartners_Removed";
import removeQuestion from "@salesforce/label/c.OpportunityPartners_Remove_Question";
import removeTitle from "@salesforce/label/c.OpportunityPartners_Remove_Title";
import title from "@salesforce/label/c.OpportunityPartners_Title";

export const label = {
  add,
  closed,
  empty,
  emptyClosed,
  failed,
  hidden,
  loading,
  notRemoved,
  offering,
  offeringIfFlex,
  readOnly,
  removed,
  removeQuestion,
  removeTitle,
  title,
};
