import agreements from "@salesforce/label/c.Readiness_Agreements";
import begins from "@salesforce/label/c.Readiness_Begins";
import begun from "@salesforce/label/c.Readiness_Begun";
import brokenHeading from "@salesforce/label/c.Readiness_Broken_Heading";
import counts from "@salesforce/label/c.Readiness_Counts";
import countsUntil from "@salesforce/label/c.Readiness_Counts_Until";
import cut from "@salesforce/label/c.Readiness_Cut";
import differs from "@salesforce/label/c.Readiness_Differs";
import emptyHeading from "@salesforce/label/c.Readiness_Empty_Heading";
import emptyText from "@salesforce/label/c.Readiness_Empty_Text";
import ended from "@salesforce/label/c.Readiness_Ended";
import expired from "@salesforce/label/c.Readiness_Expired";
import focusMissing from "@salesforce/label/c.Readiness_Focus_Missing";
import inForce from "@salesforce/label/c.Readiness_In_Force";
import inForceUntil from "@salesforce/label/c.Readiness_In_Force_Until";
import loading from "@salesforce/label/c.Readiness_Loading";
import missing from "@salesforce/label/c.Readiness_Missing";
import noPartnerHeading from "@salesforce/label/c.Readiness_No_Partner_Heading";
import noPartnerText from "@salesforce/label/c.Readiness_No_Partner_Text";
import notSigned from "@salesforce/label/c.Readiness_Not_Signed";
import people from "@salesforce/label/c.Readiness_People";
import person from "@salesforce/label/c.Readiness_Person";
import refusedHeading from "@salesforce/label/c.Readiness_Refused_Heading";
import refusedText from "@salesforce/label/c.Readiness_Refused_Text";
import sales from "@salesforce/label/c.Readiness_Sales";
import salesMany from "@salesforce/label/c.Readiness_Sales_Many";
import salesOne from "@salesforce/label/c.Readiness_Sales_One";
import short from "@salesforce/label/c.Readiness_Short";
import shortMany from "@salesforce/label/c.Readiness_Short_Many";
import shortOne from "@salesforce/label/c.Readiness_Short_One";
import shortSales from "@salesforce/label/c.Readiness_Short_Sales";
import shortTechnical from "@salesforce/label/c.Readiness_Short_Technical";
import showMore from "@salesforce/label/c.Readiness_Show_More";
import technical from "@salesforce/label/c.Readiness_Technical";
import technicalMany from "@salesforce/label/c.Readiness_Technical_Many";
import technicalOne from "@salesforce/label/c.Readiness_Technical_One";
import title from "@salesforce/label/c.Readiness_Title";
import uncalculatedHeading from "@salesforce/label/c.Readiness_Uncalculated_Heading";
import uncalculatedText from "@salesforce/label/c.Readiness_Uncalculated_Text";
import untrained from "@salesforce/label/c.Readiness_Untrained";
import useBaseline from "@salesforce/label/c.Readiness_Use_Baseline";
import useFunds from "@salesforce/label/c.Readiness_Use_Funds";
import useReferral from "@salesforce/label/c.Readiness_Use_Referral";
import useResale from "@salesforce/label/c.Readiness_Use_Resale";

export const label = {
  agreements,
  begins,
  begun,
  brokenHeading,
  counts,
  countsUntil,
  cut,
  differs,
  emptyHeading,
  emptyText,
  ended,
  expired,
  focusMissing,
  inForce,
  inForceUntil,
  loading,
  missing,
  noPartnerHeading,
  noPartnerText,
  notSigned,
  people,
  person,
  refusedHeading,
  refusedText,
  sales,
  salesMany,
  salesOne,
  short,
  shortMany,
  shortOne,
  shortSales,
  shortTechnical,
  showMore,
  technical,
  technicalMany,
  technicalOne,
  title,
  uncalculatedHeading,
  uncalculatedText,
  untrained,
  useBaseline,
  useFunds,
  useReferral,
  useResale,
};
