import all from "@salesforce/label/c.Portfolio_All";
import byTier from "@salesforce/label/c.Portfolio_By_Tier";
import byTierHelp from "@salesforce/label/c.Portfolio_By_Tier_Help";
import cut from "@salesforce/label/c.Portfolio_Cut";
import empty from "@salesforce/label/c.Portfolio_Empty";
import failed from "@salesforce/label/c.Portfolio_Failed";
import hidden from "@salesforce/label/c.Portfolio_Hidden";
import loading from "@salesforce/label/c.Portfolio_Loading";
import mine from "@salesforce/label/c.Portfolio_Mine";
import nearest from "@salesforce/label/c.Portfolio_Nearest";
import nearestHelp from "@salesforce/label/c.Portfolio_Nearest_Help";
import none from "@salesforce/label/c.Portfolio_None";
import provisional from "@salesforce/label/c.Portfolio_Provisional";
import provisionalHelp from "@salesforce/label/c.Portfolio_Provisional_Help";
import quiet from "@salesforce/label/c.Portfolio_Quiet";
import quietHelp from "@salesforce/label/c.Portfolio_Quiet_Help";
import risk from "@salesforce/label/c.Portfolio_Risk";
import riskHelp from "@salesforce/label/c.Portfolio_Risk_Help";
import scope from "@salesforce/label/c.Portfolio_Scope";
import title from "@salesforce/label/c.Portfolio_Title";

export const label = {
  all,
  byTier,
  byTierHelp,
  cut,
  empty,
  failed,
  hidden,
  loading,
  mine,
  nearest,
  nearestHelp,
  none,
  provisional,
  provisionalHelp,
  quiet,
  quietHelp,
  risk,
  riskHelp,
  scope,
  title,
};
