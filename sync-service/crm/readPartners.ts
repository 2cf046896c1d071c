/** Partner accounts: those with a partner status, with what the service stored on them. */
import type { PartnerFacts, StoredPartner } from "../program/facts.ts";
import type { Org } from "./org.ts";
import { partnerFields as out } from "./partnerFields.ts";
import { partnerStatuses, tiers } from "./picklists.ts";
import { type ReadScope, inScope } from "./readScope.ts";
import { readFacts } from "./readRows.ts";
import { day, decimal, flag, integer, list, oneOf, optional, rowReader, text } from "./rowReader.ts";
import { allOf } from "./soql.ts";

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

export function readPartners(org: Org, scope: ReadScope): Promise<PartnerFacts[]> {
  const where = allOf("Partner_Status__c != null", inScope("Id", scope));
  return readFacts(org, { object: "Account", columns: reader.columns, where }, (row) => factsOf(reader.read(row)));
}

function factsOf(cells: PartnerCells): PartnerFacts {
  const { id, name, status, focus, enrolledDate, isGlobalStrategic, ...stored } = cells;
  return { id, name, status, focus, enrolledDate, isGlobalStrategic, stored };
}
