import amount from "@salesforce/label/c.RegistrationConflicts_Amount";
import closedDeal from "@salesforce/label/c.RegistrationConflicts_Closed_Deal";
import customer from "@salesforce/label/c.RegistrationConflicts_Customer";
import domain from "@salesforce/label/c.RegistrationConflicts_Domain";
import empty from "@salesforce/label/c.RegistrationConflicts_Empty";
import failed from "@salesforce/label/c.RegistrationConflicts_Failed";
import loading from "@salesforce/label/c.RegistrationConflicts_Loading";
import match from "@salesforce/label/c.RegistrationConflicts_Match";
import openDeal from "@salesforce/label/c.RegistrationConflicts_Open_Deal";
import products from "@salesforce/label/c.RegistrationConflicts_Products";
import registrationOf from "@salesforce/label/c.RegistrationConflicts_Registration_Of";
import same from "@salesforce/label/c.RegistrationConflicts_Same";
import sameDomain from "@salesforce/label/c.RegistrationConflicts_Same_Domain";
import sameName from "@salesforce/label/c.RegistrationConflicts_Same_Name";
import sameProduct from "@salesforce/label/c.RegistrationConflicts_Same_Product";
import showAll from "@salesforce/label/c.RegistrationConflicts_Show_All";
import status from "@salesforce/label/c.RegistrationConflicts_Status";
import thisOne from "@salesforce/label/c.RegistrationConflicts_This_One";
import title from "@salesforce/label/c.RegistrationConflicts_Title";
import unnamed from "@salesforce/label/c.RegistrationConflicts_Unnamed";
import what from "@salesforce/label/c.RegistrationConflicts_What";
import when from "@salesforce/label/c.RegistrationConflicts_When";

export const label = {
  amount,
  closedDeal,
  customer,
  domain,
  empty,
  failed,
  loading,
  match,
  openDeal,
  products,
  registrationOf,
  same,
  sameDomain,
  sameName,
  sameProduct,
  showAll,
  status,
  thisOne,
  title,
  unnamed,
  what,
  when,
};
