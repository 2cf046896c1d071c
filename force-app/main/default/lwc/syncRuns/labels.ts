import empty from "@salesforce/label/c.SyncRuns_Empty";
import failed from "@salesforce/label/c.SyncRuns_Failed";
import figures from "@salesforce/label/c.SyncRuns_Figures";
import heldHeading from "@salesforce/label/c.SyncRuns_Held_Heading";
import hidden from "@salesforce/label/c.SyncRuns_Hidden";
import loading from "@salesforce/label/c.SyncRuns_Loading";
import refresh from "@salesforce/label/c.SyncRuns_Refresh";
import release from "@salesforce/label/c.SyncRuns_Release";
import releaseQuestion from "@salesforce/label/c.SyncRuns_Release_Question";
import title from "@salesforce/label/c.SyncRuns_Title";

export const label = {
  empty,
  failed,
  figures,
  heldHeading,
  hidden,
  loading,
  refresh,
  release,
  releaseQuestion,
  title,
};
