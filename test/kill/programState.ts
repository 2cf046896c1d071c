/** Everything that runs write, by keys that are the same in every org of one seed. */
import type { ProgramOrg } from "../journeys/programOrg.ts";

type Fields = Readonly<Record<string, unknown>>;
export type ProgramState = ReadonlyMap<string, Fields>;

const tables: readonly (readonly [object: string, key: string, soql: string])[] = [
  [
    "Account",
    "Name",
    "SELECT Name, Partner_Tier__c, Partner_Tier_Since_Date__c, Partner_Program_Year__c, Qualified_Tier__c, Annual_Tier__c, Trailing_eARR__c, Annual_Window_eARR__c, Year_To_Date_eARR__c, Next_Tier__c, Partner_Tier_Explanation__c FROM Account",
  ],
  [
    "Opportunity_Partner__c",
    "Key__c",
    "SELECT Opportunity__r.Name, Partner__r.Name, Source__c, Credit_Status__c, Credit_Reason__c, Credit_eARR__c FROM Opportunity_Partner__c",
  ],
  ["Partner_Benefit__c", "Key__c", "SELECT Key__c, Status__c, Is_Available__c, Reason__c FROM Partner_Benefit__c"],
  [
    "Partner_Tier_Review__c",
    "Key__c",
    "SELECT Key__c, Partner__r.Name, Type__c, Status__c, Tier__c, Evidence_Hash__c FROM Partner_Tier_Review__c",
  ],
  ["Deal_Registration__c", "Name", "SELECT Name, Status__c FROM Deal_Registration__c"],
];

export async function programState(org: ProgramOrg): Promise<ProgramState> {
  const state = new Map<string, Fields>();
  for (const [object, key, soql] of tables)
    for (const { attributes: _, ...fields } of await org.records(soql))
      state.set(`${object} ${keyOf(fields, key)}`, JSON.parse(JSON.stringify(fields)) as Fields);
  return state;
}

function keyOf(fields: Fields, key: string): string {
  const names = [fields["Opportunity__r"], fields["Partner__r"]].map((parent) => (parent as Fields | null)?.["Name"]);
  const value = fields[key];
  return typeof value === "string" ? value : names.join(" of ");
}

/** What a person sees who looks in between: each value as it was or as it will be, and no new tier without its review. */
export function wrongValues(before: ProgramState, after: ProgramState, seen: ProgramState): string[] {
  const wrong: string[] = [];
  for (const [key, fields] of seen)
    for (const [field, value] of Object.entries(fields)) {
      const allowed = [before.get(key)?.[field], after.get(key)?.[field]].map((one) => JSON.stringify(one));
      // A row that the run adds is blank until its figures are written.
      const isYetBlank = value === null && !before.has(key);
      if (!isYetBlank && !allowed.includes(JSON.stringify(value))) wrong.push(`${key}: ${field} = ${String(value)}`);
    }
  for (const [key, fields] of seen)
    if (isUnexplained(key, fields, before, after, seen)) wrong.push(`${key}: no review`);
  return wrong;
}

function isUnexplained(
  key: string,
  fields: Fields,
  before: ProgramState,
  after: ProgramState,
  seen: ProgramState,
): boolean {
  if (!key.startsWith("Account ") || fields["Partner_Tier__c"] === before.get(key)?.["Partner_Tier__c"]) return false;
  const reviewsIn = (state: ProgramState) =>
    [...state].filter(
      ([other, { Partner__r }]) =>
        other.startsWith("Partner_Tier_Review__c ") && (Partner__r as Fields)["Name"] === fields["Name"],
    ).length;
  return reviewsIn(seen) < reviewsIn(after);
}
