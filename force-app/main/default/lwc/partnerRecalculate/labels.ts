import done from "@salesforce/label/c.Recalculate_Done";
import failed from "@salesforce/label/c.Recalculate_Failed";
import held from "@salesforce/label/c.Recalculate_Held";
import hint from "@salesforce/label/c.Recalculate_Hint";
import lost from "@salesforce/label/c.Recalculate_Lost";
import recalculate from "@salesforce/label/c.Recalculate_Recalculate";
import refused from "@salesforce/label/c.Recalculate_Refused";
import requested from "@salesforce/label/c.Recalculate_Requested";
import running from "@salesforce/label/c.Recalculate_Running";
import waiting from "@salesforce/label/c.Recalculate_Waiting";

export const label = {
  done,
  failed,
  held,
  hint,
  lost,
  recalculate,
  refused,
  requested,
  running,
  waiting,
};
