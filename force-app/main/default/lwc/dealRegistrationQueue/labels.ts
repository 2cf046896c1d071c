import all from "@salesforce/label/c.RegistrationQueue_All";
import due from "@salesforce/label/c.RegistrationQueue_Due";
import empty from "@salesforce/label/c.RegistrationQueue_Empty";
import failed from "@salesforce/label/c.RegistrationQueue_Failed";
import hidden from "@salesforce/label/c.RegistrationQueue_Hidden";
import loading from "@salesforce/label/c.RegistrationQueue_Loading";
import mine from "@salesforce/label/c.RegistrationQueue_Mine";
import origin from "@salesforce/label/c.RegistrationQueue_Origin";
import overdue from "@salesforce/label/c.RegistrationQueue_Overdue";
import scope from "@salesforce/label/c.RegistrationQueue_Scope";
import title from "@salesforce/label/c.RegistrationQueue_Title";
import unmatched from "@salesforce/label/c.RegistrationQueue_Unmatched";
import waiting from "@salesforce/label/c.RegistrationQueue_Waiting";

export const label = {
  all,
  due,
  empty,
  failed,
  hidden,
  loading,
  mine,
  origin,
  overdue,
  scope,
  title,
  unmatched,
  waiting,
};
