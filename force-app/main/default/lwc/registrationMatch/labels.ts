import account from "@salesforce/label/c.RegistrationMatch_Account";
import accountPlaceholder from "@salesforce/label/c.RegistrationMatch_Account_Placeholder";
import cancel from "@salesforce/label/c.RegistrationMatch_Cancel";
import closeDate from "@salesforce/label/c.RegistrationMatch_Close_Date";
import create from "@salesforce/label/c.RegistrationMatch_Create";
import createAndMatch from "@salesforce/label/c.RegistrationMatch_Create_And_Match";
import deal from "@salesforce/label/c.RegistrationMatch_Deal";
import dealPlaceholder from "@salesforce/label/c.RegistrationMatch_Deal_Placeholder";
import match from "@salesforce/label/c.RegistrationMatch_Match";
import matched from "@salesforce/label/c.RegistrationMatch_Matched";
import name from "@salesforce/label/c.RegistrationMatch_Name";
import newName from "@salesforce/label/c.RegistrationMatch_New_Name";
import notMatched from "@salesforce/label/c.RegistrationMatch_Not_Matched";
import title from "@salesforce/label/c.RegistrationMatch_Title";
import unmatched from "@salesforce/label/c.RegistrationMatch_Unmatched";

export const label = {
  account,
  accountPlaceholder,
  cancel,
  closeDate,
  create,
  createAndMatch,
  deal,
  dealPlaceholder,
  match,
  matched,
  name,
  newName,
  notMatched,
  title,
  unmatched,
};
