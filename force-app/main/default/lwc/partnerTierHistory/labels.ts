import advanced from "@salesforce/label/c.History_Advanced";
import annualKept from "@salesforce/label/c.History_Annual_Kept";
import annualMoved from "@salesforce/label/c.History_Annual_Moved";
import bandFrom from "@salesforce/label/c.History_Band_From";
import brokenHeading from "@salesforce/label/c.History_Broken_Heading";
import chartFuture from "@salesforce/label/c.History_Chart_Future";
import chartPast from "@salesforce/label/c.History_Chart_Past";
import cut from "@salesforce/label/c.History_Cut";
import designated from "@salesforce/label/c.History_Designated";
import emptyHeading from "@salesforce/label/c.History_Empty_Heading";
import emptyText from "@salesforce/label/c.History_Empty_Text";
import enrolled from "@salesforce/label/c.History_Enrolled";
import figures from "@salesforce/label/c.History_Figures";
import legendFuture from "@salesforce/label/c.History_Legend_Future";
import legendPast from "@salesforce/label/c.History_Legend_Past";
import legendReview from "@salesforce/label/c.History_Legend_Review";
import loading from "@salesforce/label/c.History_Loading";
import noTier from "@salesforce/label/c.History_No_Tier";
import provisional from "@salesforce/label/c.History_Provisional";
import refusedHeading from "@salesforce/label/c.History_Refused_Heading";
import refusedText from "@salesforce/label/c.History_Refused_Text";
import reviews from "@salesforce/label/c.History_Reviews";
import title from "@salesforce/label/c.History_Title";
import today from "@salesforce/label/c.History_Today";
import why from "@salesforce/label/c.History_Why";

export const label = {
  advanced,
  annualKept,
  annualMoved,
  bandFrom,
  brokenHeading,
  chartFuture,
  chartPast,
  cut,
  designated,
  emptyHeading,
  emptyText,
  enrolled,
  figures,
  legendFuture,
  legendPast,
  legendReview,
  loading,
  noTier,
  provisional,
  refusedHeading,
  refusedText,
  reviews,
  title,
  today,
  why,
};
