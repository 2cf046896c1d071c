import between from "@salesforce/label/c.Invitation_Between";
import ended from "@salesforce/label/c.Invitation_Ended";
import invite from "@salesforce/label/c.Invitation_Invite";
import inviteTo from "@salesforce/label/c.Invitation_Invite_To";
import invited from "@salesforce/label/c.Invitation_Invited";
import none from "@salesforce/label/c.Invitation_None";
import refused from "@salesforce/label/c.Invitation_Refused";
import replaceText from "@salesforce/label/c.Invitation_Replace_Text";
import since from "@salesforce/label/c.Invitation_Since";
import takesEffect from "@salesforce/label/c.Invitation_Takes_Effect";
import withdraw from "@salesforce/label/c.Invitation_Withdraw";
import withdrawFrom from "@salesforce/label/c.Invitation_Withdraw_From";
import withdrawText from "@salesforce/label/c.Invitation_Withdraw_Text";
import withdrawUnbegun from "@salesforce/label/c.Invitation_Withdraw_Unbegun";
import withdrawn from "@salesforce/label/c.Invitation_Withdrawn";

export const label = {
  between,
  ended,
  invite,
  inviteTo,
  invited,
  none,
  refused,
  replaceText,
  since,
  takesEffect,
  withdraw,
  withdrawFrom,
  withdrawText,
  withdrawUnbegun,
  withdrawn,
};
