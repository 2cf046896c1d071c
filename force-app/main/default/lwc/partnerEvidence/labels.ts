import addedAfterClose from "@salesforce/label/c.Evidence_Added_After_Close";
import addsUp from "@salesforce/label/c.Evidence_Adds_Up";
import all from "@salesforce/label/c.Evidence_All";
import amount from "@salesforce/label/c.Evidence_Amount";
import brokenHeading from "@salesforce/label/c.Evidence_Broken_Heading";
import byAdministrator from "@salesforce/label/c.Evidence_By_Administrator";
import byExecutive from "@salesforce/label/c.Evidence_By_Executive";
import byManager from "@salesforce/label/c.Evidence_By_Manager";
import byNamedExecutive from "@salesforce/label/c.Evidence_By_Named_Executive";
import byNamedManager from "@salesforce/label/c.Evidence_By_Named_Manager";
import byPartnerAndAdministrator from "@salesforce/label/c.Evidence_By_Partner_And_Administrator";
import bySalesforceAdministrator from "@salesforce/label/c.Evidence_By_Salesforce_Administrator";
import closeDate from "@salesforce/label/c.Evidence_Close_Date";
import closedOn from "@salesforce/label/c.Evidence_Closed_On";
import counted from "@salesforce/label/c.Evidence_Counted";
import countedMany from "@salesforce/label/c.Evidence_Counted_Many";
import countedOne from "@salesforce/label/c.Evidence_Counted_One";
import countedWhy from "@salesforce/label/c.Evidence_Counted_Why";
import customer from "@salesforce/label/c.Evidence_Customer";
import cutHeading from "@salesforce/label/c.Evidence_Cut_Heading";
import cutText from "@salesforce/label/c.Evidence_Cut_Text";
import differs from "@salesforce/label/c.Evidence_Differs";
import duplicate from "@salesforce/label/c.Evidence_Duplicate";
import emptyHeading from "@salesforce/label/c.Evidence_Empty_Heading";
import emptyText from "@salesforce/label/c.Evidence_Empty_Text";
import everyVerdict from "@salesforce/label/c.Evidence_Every_Verdict";
import excluded from "@salesforce/label/c.Evidence_Excluded";
import excludedWhy from "@salesforce/label/c.Evidence_Excluded_Why";
import exportCsv from "@salesforce/label/c.Evidence_Export_Csv";
import fileName from "@salesforce/label/c.Evidence_File_Name";
import filter from "@salesforce/label/c.Evidence_Filter";
import loading from "@salesforce/label/c.Evidence_Loading";
import lost from "@salesforce/label/c.Evidence_Lost";
import lostWhy from "@salesforce/label/c.Evidence_Lost_Why";
import mendAddedAfterClose from "@salesforce/label/c.Evidence_Mend_Added_After_Close";
import mendLate from "@salesforce/label/c.Evidence_Mend_Late";
import mendNoEarr from "@salesforce/label/c.Evidence_Mend_No_Earr";
import mendNotApproved from "@salesforce/label/c.Evidence_Mend_Not_Approved";
import mendRate from "@salesforce/label/c.Evidence_Mend_Rate";
import nearMissHeading from "@salesforce/label/c.Evidence_Near_Miss_Heading";
import nearMissHow from "@salesforce/label/c.Evidence_Near_Miss_How";
import nearMissUntil from "@salesforce/label/c.Evidence_Near_Miss_Until";
import nearMissWho from "@salesforce/label/c.Evidence_Near_Miss_Who";
import noEarr from "@salesforce/label/c.Evidence_No_Earr";
import noMatchHeading from "@salesforce/label/c.Evidence_No_Match_Heading";
import noMatchText from "@salesforce/label/c.Evidence_No_Match_Text";
import noPartnerHeading from "@salesforce/label/c.Evidence_No_Partner_Heading";
import noPartnerText from "@salesforce/label/c.Evidence_No_Partner_Text";
import opportunity from "@salesforce/label/c.Evidence_Opportunity";
import opportunityId from "@salesforce/label/c.Evidence_Opportunity_Id";
import others from "@salesforce/label/c.Evidence_Others";
import pending from "@salesforce/label/c.Evidence_Pending";
import pendingWhy from "@salesforce/label/c.Evidence_Pending_Why";
import rateMissing from "@salesforce/label/c.Evidence_Rate_Missing";
import refusedHeading from "@salesforce/label/c.Evidence_Refused_Heading";
import refusedText from "@salesforce/label/c.Evidence_Refused_Text";
import registrationLate from "@salesforce/label/c.Evidence_Registration_Late";
import registrationNotApproved from "@salesforce/label/c.Evidence_Registration_Not_Approved";
import resaleUnauthorized from "@salesforce/label/c.Evidence_Resale_Unauthorized";
import role from "@salesforce/label/c.Evidence_Role";
import search from "@salesforce/label/c.Evidence_Search";
import searchHint from "@salesforce/label/c.Evidence_Search_Hint";
import servicesOnly from "@salesforce/label/c.Evidence_Services_Only";
import showMore from "@salesforce/label/c.Evidence_Show_More";
import shown from "@salesforce/label/c.Evidence_Shown";
import sortAscending from "@salesforce/label/c.Evidence_Sort_Ascending";
import source from "@salesforce/label/c.Evidence_Source";
import table from "@salesforce/label/c.Evidence_Table";
import takenFromCard from "@salesforce/label/c.Evidence_Taken_From_Card";
import title from "@salesforce/label/c.Evidence_Title";
import trailing from "@salesforce/label/c.Evidence_Trailing";
import uncalculatedHeading from "@salesforce/label/c.Evidence_Uncalculated_Heading";
import uncalculatedText from "@salesforce/label/c.Evidence_Uncalculated_Text";
import unjudged from "@salesforce/label/c.Evidence_Unjudged";
import unjudgedWhy from "@salesforce/label/c.Evidence_Unjudged_Why";
import untilBoth from "@salesforce/label/c.Evidence_Until_Both";
import untilLeaves from "@salesforce/label/c.Evidence_Until_Leaves";
import untilReview from "@salesforce/label/c.Evidence_Until_Review";
import verdict from "@salesforce/label/c.Evidence_Verdict";
import why from "@salesforce/label/c.Evidence_Why";
import window from "@salesforce/label/c.Evidence_Window";

export const label = {
  addedAfterClose,
  addsUp,
  all,
  amount,
  brokenHeading,
  byAdministrator,
  byExecutive,
  byManager,
  byNamedExecutive,
  byNamedManager,
  byPartnerAndAdministrator,
  bySalesforceAdministrator,
  closeDate,
  closedOn,
  counted,
  countedMany,
  countedOne,
  countedWhy,
  customer,
  cutHeading,
  cutText,
  differs,
  duplicate,
  emptyHeading,
  emptyText,
  everyVerdict,
  excluded,
  excludedWhy,
  exportCsv,
  fileName,
  filter,
  loading,
  lost,
  lostWhy,
  mendAddedAfterClose,
  mendLate,
  mendNoEarr,
  mendNotApproved,
  mendRate,
  nearMissHeading,
  nearMissHow,
  nearMissUntil,
  nearMissWho,
  noEarr,
  noMatchHeading,
  noMatchText,
  noPartnerHeading,
  noPartnerText,
  opportunity,
  opportunityId,
  others,
  pending,
  pendingWhy,
  rateMissing,
  refusedHeading,
  refusedText,
  registrationLate,
  registrationNotApproved,
  resaleUnauthorized,
  role,
  search,
  searchHint,
  servicesOnly,
  showMore,
  shown,
  sortAscending,
  source,
  table,
  takenFromCard,
  title,
  trailing,
  uncalculatedHeading,
  uncalculatedText,
  unjudged,
  unjudgedWhy,
  untilBoth,
  untilLeaves,
  untilReview,
  verdict,
  why,
  window,
};
