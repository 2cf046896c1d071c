import after from "@salesforce/label/c.AnnualReview_After";
import approve from "@salesforce/label/c.AnnualReview_Approve";
import before from "@salesforce/label/c.AnnualReview_Before";
import benefits from "@salesforce/label/c.AnnualReview_Benefits";
import empty from "@salesforce/label/c.AnnualReview_Empty";
import exportList from "@salesforce/label/c.AnnualReview_Export";
import failed from "@salesforce/label/c.AnnualReview_Failed";
import file from "@salesforce/label/c.AnnualReview_File";
import hash from "@salesforce/label/c.AnnualReview_Hash";
import hidden from "@salesforce/label/c.AnnualReview_Hidden";
import loading from "@salesforce/label/c.AnnualReview_Loading";
import partner from "@salesforce/label/c.AnnualReview_Partner";
import partnerId from "@salesforce/label/c.AnnualReview_Partner_Id";
import question from "@salesforce/label/c.AnnualReview_Question";
import reason from "@salesforce/label/c.AnnualReview_Reason_Head";
import summary from "@salesforce/label/c.AnnualReview_Summary";
import title from "@salesforce/label/c.AnnualReview_Title";

export const label = {
  after,
  approve,
  before,
  benefits,
  empty,
  exportList,
  failed,
  file,
  hash,
  hidden,
  loading,
  partner,
  partnerId,
  question,
  reason,
  summary,
  title,
};
