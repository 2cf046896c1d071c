import all from "@salesforce/label/c.RegistrationQueue_All";
import asked from "@salesforce/label/c.RegistrationQueue_Asked";
import cut from "@salesforce/label/c.RegistrationQueue_Cut";
import due from "@salesforce/label/c.RegistrationQueue_Due";
import empty from "@salesforce/label/c.RegistrationQueue_Empty";
import failed from "@salesforce/label/c.RegistrationQueue_Failed";
import hidden from "@salesforce/label/c.RegistrationQueue_Hidden";
import lapses from "@salesforce/label/c.RegistrationQueue_Lapses";
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
  asked,
  cut,
  due,
  empty,
  failed,
  hidden,
  lapses,
  loading,
  mine,
  origin,
  overdue,
  scope,
  title,
  unmatched,
  waiting,
};
