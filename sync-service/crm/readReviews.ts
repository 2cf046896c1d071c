/** Reviews of the history that a decision looks back at: annual ones (R-15..R-17), and those of a run that got no further. */
import type { ReviewFacts } from "../program/programRecords.ts";
import type { Org } from "./org.ts";
import { tiers } from "./picklists.ts";
import { inScope, type ReadScope } from "./readScope.ts";
import { readAllRows } from "./readRows.ts";
import { day, decimal, integer, oneOf, optional, rowReader, text } from "./rowReader.ts";
import { allOf } from "./soql.ts";

const object = "Partner_Tier_Review__c";

const reader = rowReader<ReviewFacts>(object, {
  id: text("Id"),
  partnerId: text("Partner__c"),
  key: optional(text("Key__c")),
  type: oneOf("Type__c", ["Enrollment", "Mid-Year", "Annual", "Designation"]),
  status: oneOf("Status__c", ["Provisional", "Published"]),
  asOfDate: optional(day("As_Of_Date__c")),
  programYear: integer("Program_Year__c"),
  previousTier: optional(oneOf("Previous_Tier__c", tiers)),
  tier: optional(oneOf("Tier__c", tiers)),
  qualifiedTier: optional(oneOf("Qualified_Tier__c", tiers)),
  earr: optional(decimal("eARR__c")),
  technicalResources: optional(integer("Technical_Resources__c")),
  salesTrainedResources: optional(integer("Sales_Trained_Resources__c")),
  policyName: optional(text("Policy__c")),
});

/** Those of one programme year and the year before: a run of 31 December may have got no further. */
export async function readReviews(org: Org, scope: ReadScope, programYear: number): Promise<ReviewFacts[]> {
  const rows = await readAllRows(org, {
    object,
    columns: reader.columns,
    where: allOf(`Program_Year__c >= ${programYear - 1}`, inScope("Partner__c", scope)),
  });
  return rows.map(reader.read);
}
