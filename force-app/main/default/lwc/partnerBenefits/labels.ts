import brokenHeading from "@salesforce/label/c.Benefits_Broken_Heading";
import byInvitation from "@salesforce/label/c.Benefits_By_Invitation";
import emptyHeading from "@salesforce/label/c.Benefits_Empty_Heading";
import emptyText from "@salesforce/label/c.Benefits_Empty_Text";
import forScope from "@salesforce/label/c.Benefits_For_Scope";
import fromTier from "@salesforce/label/c.Benefits_From_Tier";
import loading from "@salesforce/label/c.Benefits_Loading";
import opensAtTier from "@salesforce/label/c.Benefits_Opens_At_Tier";
import opensByAgreement from "@salesforce/label/c.Benefits_Opens_By_Agreement";
import opensByInvitation from "@salesforce/label/c.Benefits_Opens_By_Invitation";
import opensInScope from "@salesforce/label/c.Benefits_Opens_In_Scope";
import opensWithMembership from "@salesforce/label/c.Benefits_Opens_With_Membership";
import refusedHeading from "@salesforce/label/c.Benefits_Refused_Heading";
import refusedText from "@salesforce/label/c.Benefits_Refused_Text";
import retry from "@salesforce/label/c.Benefits_Retry";
import summary from "@salesforce/label/c.Benefits_Summary";
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
  opensAtTier,
  opensByAgreement,
  opensByInvitation,
  opensInScope,
  opensWithMembership,
  refusedHeading,
  refusedText,
  retry,
  summary,
  title,
  uncalculatedHeading,
  uncalculatedText,
  unjudged,
};
