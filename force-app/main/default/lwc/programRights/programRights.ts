import isDecider from "@salesforce/customPermission/Decide_Deal_Registrations";
import isAdministrator from "@salesforce/customPermission/Manage_Partner_Program";

/** What pages offer to the reader. The validation rules of the package hold whoever comes another way. */
export const rights = {
  /** Decides deal registrations and matches them to opportunities. */
  isDecider: isDecider === true,
  /** Owns the programme: corrections of closed deals, reversals, late claims, approvals of plans. */
  isAdministrator: isAdministrator === true,
};
