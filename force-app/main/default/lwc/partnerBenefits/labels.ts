import brokenHeading from "@salesforce/label/c.Benefits_Broken_Heading";
import byInvitation from "@salesforce/label/c.Benefits_By_Invitation";
import emptyHeading from "@salesforce/label/c.Benefits_Empty_Heading";
import emptyText from "@salesforce/label/c.Benefits_Empty_Text";
import forScope from "@salesforce/label/c.Benefits_For_Scope";
import fromTier from "@salesforce/label/c.Benefits_From_Tier";
import loading from "@salesforce/label/c.Benefits_Loading";
import opensWith from "@salesforce/label/c.Benefits_Opens_With";
import refusedHeading from "@salesforce/label/c.Benefits_Refused_Heading";
import refusedText from "@salesforce/label/c.Benefits_Refused_Text";
import summary from "@salesforce/label/c.Benefits_Summary";
import takesAgreement from "@salesforce/label/c.Benefits_Takes_Agreement";
import takesInvitation from "@salesforce/label/c.Benefits_Takes_Invitation";
import takesMembership from "@salesforce/label/c.Benefits_Takes_Membership";
import takesScope from "@salesforce/label/c.Benefits_Takes_Scope";
import takesTier from "@salesforce/label/c.Benefits_Takes_Tier";
import title from "@salesforce/label/c.Benefits_Title";
import uncalculatedHeading from "@salesforce/label/c.Benefits_Uncalculated_Heading";
import uncalculatedText from "@salesforce/label/c.Benefits_Uncalculated_Text";
import unjudged from "@salesforce/label/c.Benefits_Unjudged";

export const label = {
  brokenHeading,
  byInvitation,
  emptyHeading,
  emptyText,
  forScope,
  fromTier,
  loading,
  opensWith,
  refusedHeading,
  refusedText,
  summary,
  takesAgreement,
  takesInvitation,
  takesMembership,
  takesScope,
  takesTier,
  title,
  uncalculatedHeading,
  uncalculatedText,
  unjudged,
};
