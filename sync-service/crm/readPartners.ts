/** Partner accounts: those with a partner status, with what the service stored on them. */
import type { PartnerFacts, StoredPartner } from "../program/facts.ts";
import type { Org } from "./org.ts";
import { PartnerAccounts } from "./partnerAccounts.ts";
import { partnerFields as out } from "./partnerFields.ts";
import { partnerStatuses, tiers } from "./picklists.ts";
import { type ReadScope, inScope } from "./readScope.ts";
import { readRows } from "./readRows.ts";
import { day, decimal, flag, integer, list, oneOf, optional, rowReader, text } from "./rowReader.ts";
import { allOf } from "./soql.ts";
import { TextTarget } from "./textTarget.ts";

type PartnerCells = Omit<PartnerFacts, "stored"> & StoredPartner;

const reader = rowReader<PartnerCells>("Account", {
  id: text("Id"),
  name: text("Name"),
  status: optional(oneOf("Partner_Status__c", partnerStatuses)),
  focus: list("Partner_Focus__c"),
  enrolledDate: optional(day("Partner_Enrolled_Date__c")),
  isGlobalStrategic: flag("Is_Global_Strategic__c"),
  tier: optional(oneOf(out.tier, tiers)),
  tierSinceDate: optional(day(out.tierSinceDate)),
  programYear: optional(integer(out.programYear)),
  qualifiedTier: optional(oneOf(out.qualifiedTier, tiers)),
  annualTier: optional(oneOf(out.annualTier, tiers)),
  projectedAnnualTier: optional(oneOf(out.projectedAnnualTier, tiers)),
  trailingEarr: optional(decimal(out.trailingEarr)),
  trailingInfluencedEarr: optional(decimal(out.trailingInfluencedEarr)),
  trailingResoldEarr: optional(decimal(out.trailingResoldEarr)),
  annualWindowEarr: optional(decimal(out.annualWindowEarr)),
  yearToDateEarr: optional(decimal(out.yearToDateEarr)),
  technicalResources: optional(integer(out.technicalResources)),
  salesTrainedResources: optional(integer(out.salesTrainedResources)),
  nextTier: optional(oneOf(out.nextTier, tiers)),
  nextTierEarrGap: optional(decimal(out.nextTierEarrGap)),
  nextTierTechnicalGap: optional(integer(out.nextTierTechnicalGap)),
  nextTierSalesGap: optional(integer(out.nextTierSalesGap)),
  explanation: optional(text(out.explanation)),
  activityReview: optional(text(out.activityReview)),
});

export async function readPartners(org: Org, scope: ReadScope): Promise<PartnerAccounts> {
  const query = {
    object: "Account",
    columns: reader.columns,
    where: allOf("Partner_Status__c != null", inScope("Id", scope)),
  };
  const accounts = new PartnerAccounts((row) => factsOf(reader.read(row)));
  await readRows(org, query, new TextTarget(query, () => accounts.page()));
  return accounts;
}

function factsOf(cells: PartnerCells): PartnerFacts {
  const { id, name, status, focus, enrolledDate, isGlobalStrategic, ...stored } = cells;
  return { id, name, status, focus, enrolledDate, isGlobalStrategic, stored };
}
