import answered from "@salesforce/label/c.RegistrationDecision_Answered";
import approve from "@salesforce/label/c.RegistrationDecision_Approve";
import approveLateClaim from "@salesforce/label/c.RegistrationDecision_Approve_Late_Claim";
import askForAction from "@salesforce/label/c.RegistrationDecision_Ask_For_Action";
import extend from "@salesforce/label/c.RegistrationDecision_Extend";
import forManagers from "@salesforce/label/c.RegistrationDecision_For_Managers";
import lateClaim from "@salesforce/label/c.RegistrationDecision_Late_Claim";
import lateClaimApproved from "@salesforce/label/c.RegistrationDecision_Late_Claim_Approved";
import lateDraft from "@salesforce/label/c.RegistrationDecision_Late_Draft";
import notSaved from "@salesforce/label/c.RegistrationDecision_Not_Saved";
import own from "@salesforce/label/c.RegistrationDecision_Own";
import reason from "@salesforce/label/c.RegistrationDecision_Reason";
import reasonHelp from "@salesforce/label/c.RegistrationDecision_Reason_Help";
import reject from "@salesforce/label/c.RegistrationDecision_Reject";
import reverse from "@salesforce/label/c.RegistrationDecision_Reverse";
import reverseForAdministrators from "@salesforce/label/c.RegistrationDecision_Reverse_For_Administrators";
import saved from "@salesforce/label/c.RegistrationDecision_Saved";
import submit from "@salesforce/label/c.RegistrationDecision_Submit";
import withdrawLateClaim from "@salesforce/label/c.RegistrationDecision_Withdraw_Late_Claim";

export const label = {
  answered,
  approve,
  approveLateClaim,
  askForAction,
  extend,
  forManagers,
  lateClaim,
  lateClaimApproved,
  lateDraft,
  notSaved,
  own,
  reason,
  reasonHelp,
  reject,
  reverse,
  reverseForAdministrators,
  saved,
  submit,
  withdrawLateClaim,
};
