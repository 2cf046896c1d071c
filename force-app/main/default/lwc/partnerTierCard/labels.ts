import agreementEndsHeading from "@salesforce/label/c.TierCard_Agreement_Ends_Heading";
import agreementEndsText from "@salesforce/label/c.TierCard_Agreement_Ends_Text";
import annualClock from "@salesforce/label/c.TierCard_Annual_Clock";
import annualMeaning from "@salesforce/label/c.TierCard_Annual_Meaning";
import applicantHeading from "@salesforce/label/c.TierCard_Applicant_Heading";
import applicantText from "@salesforce/label/c.TierCard_Applicant_Text";
import baselineEndsText from "@salesforce/label/c.TierCard_Baseline_Ends_Text";
import brokenHeading from "@salesforce/label/c.TierCard_Broken_Heading";
import clocks from "@salesforce/label/c.TierCard_Clocks";
import crossing from "@salesforce/label/c.TierCard_Crossing";
import deactivatedHeading from "@salesforce/label/c.TierCard_Deactivated_Heading";
import deactivatedText from "@salesforce/label/c.TierCard_Deactivated_Text";
import designated from "@salesforce/label/c.TierCard_Designated";
import earr from "@salesforce/label/c.TierCard_Earr";
import explanation from "@salesforce/label/c.TierCard_Explanation";
import heldHeading from "@salesforce/label/c.TierCard_Held_Heading";
import heldText from "@salesforce/label/c.TierCard_Held_Text";
import highest from "@salesforce/label/c.TierCard_Highest";
import inactiveHeading from "@salesforce/label/c.TierCard_Inactive_Heading";
import inactiveText from "@salesforce/label/c.TierCard_Inactive_Text";
import januaryHeading from "@salesforce/label/c.TierCard_January_Heading";
import januaryKeep from "@salesforce/label/c.TierCard_January_Keep";
import januaryText from "@salesforce/label/c.TierCard_January_Text";
import leavesLater from "@salesforce/label/c.TierCard_Leaves_Later";
import loading from "@salesforce/label/c.TierCard_Loading";
import missing from "@salesforce/label/c.TierCard_Missing";
import moreDays from "@salesforce/label/c.TierCard_More_Days";
import moreDeals from "@salesforce/label/c.TierCard_More_Deals";
import needEarr from "@salesforce/label/c.TierCard_Need_Earr";
import needSales from "@salesforce/label/c.TierCard_Need_Sales";
import needSalesOne from "@salesforce/label/c.TierCard_Need_Sales_One";
import needTechnical from "@salesforce/label/c.TierCard_Need_Technical";
import needTechnicalOne from "@salesforce/label/c.TierCard_Need_Technical_One";
import noBaselineHeading from "@salesforce/label/c.TierCard_No_Baseline_Heading";
import noBaselineText from "@salesforce/label/c.TierCard_No_Baseline_Text";
import noPartnerHeading from "@salesforce/label/c.TierCard_No_Partner_Heading";
import noPartnerText from "@salesforce/label/c.TierCard_No_Partner_Text";
import noTier from "@salesforce/label/c.TierCard_No_Tier";
import notEvaluated from "@salesforce/label/c.TierCard_Not_Evaluated";
import nothingLeaves from "@salesforce/label/c.TierCard_Nothing_Leaves";
import period from "@salesforce/label/c.TierCard_Period";
import programYear from "@salesforce/label/c.TierCard_Program_Year";
import provisionalHeading from "@salesforce/label/c.TierCard_Provisional_Heading";
import provisionalText from "@salesforce/label/c.TierCard_Provisional_Text";
import reached from "@salesforce/label/c.TierCard_Reached";
import refusedHeading from "@salesforce/label/c.TierCard_Refused_Heading";
import refusedText from "@salesforce/label/c.TierCard_Refused_Text";
import rollOff from "@salesforce/label/c.TierCard_Roll_Off";
import rollOffAmount from "@salesforce/label/c.TierCard_Roll_Off_Amount";
import rollOffCut from "@salesforce/label/c.TierCard_Roll_Off_Cut";
import rollOffDay from "@salesforce/label/c.TierCard_Roll_Off_Day";
import rollOffDeals from "@salesforce/label/c.TierCard_Roll_Off_Deals";
import rollOffLeft from "@salesforce/label/c.TierCard_Roll_Off_Left";
import sales from "@salesforce/label/c.TierCard_Sales";
import since from "@salesforce/label/c.TierCard_Since";
import split from "@salesforce/label/c.TierCard_Split";
import standing from "@salesforce/label/c.TierCard_Standing";
import standingHeading from "@salesforce/label/c.TierCard_Standing_Heading";
import suspendedHeading from "@salesforce/label/c.TierCard_Suspended_Heading";
import suspendedText from "@salesforce/label/c.TierCard_Suspended_Text";
import technical from "@salesforce/label/c.TierCard_Technical";
import title from "@salesforce/label/c.TierCard_Title";
import toNext from "@salesforce/label/c.TierCard_To_Next";
import trailingClock from "@salesforce/label/c.TierCard_Trailing_Clock";
import trailingMeaning from "@salesforce/label/c.TierCard_Trailing_Meaning";
import uncalculatedHeading from "@salesforce/label/c.TierCard_Uncalculated_Heading";
import uncalculatedText from "@salesforce/label/c.TierCard_Uncalculated_Text";

export const label = {
  agreementEndsHeading,
  agreementEndsText,
  annualClock,
  annualMeaning,
  applicantHeading,
  applicantText,
  baselineEndsText,
  brokenHeading,
  clocks,
  crossing,
  deactivatedHeading,
  deactivatedText,
  designated,
  earr,
  explanation,
  heldHeading,
  heldText,
  highest,
  inactiveHeading,
  inactiveText,
  januaryHeading,
  januaryKeep,
  januaryText,
  leavesLater,
  loading,
  missing,
  moreDays,
  moreDeals,
  needEarr,
  needSales,
  needSalesOne,
  needTechnical,
  needTechnicalOne,
  noBaselineHeading,
  noBaselineText,
  noPartnerHeading,
  noPartnerText,
  noTier,
  notEvaluated,
  nothingLeaves,
  period,
  programYear,
  provisionalHeading,
  provisionalText,
  reached,
  refusedHeading,
  refusedText,
  rollOff,
  rollOffAmount,
  rollOffCut,
  rollOffDay,
  rollOffDeals,
  rollOffLeft,
  sales,
  since,
  split,
  standing,
  standingHeading,
  suspendedHeading,
  suspendedText,
  technical,
  title,
  toNext,
  trailingClock,
  trailingMeaning,
  uncalculatedHeading,
  uncalculatedText,
};
