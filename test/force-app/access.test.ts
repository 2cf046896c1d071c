import { components, elementsOf, fields, isSetting, textOf } from "./packageMetadata.ts";

const PEOPLE = ["Partner_Account_Executive", "Partner_Account_Manager", "Partner_Program_Administrator"];
const SERVICE = "Partner_Sync_Service";

/** Written by the sync service alone. */
const OUT: Readonly<Record<string, readonly string[]>> = {
  Account: [
    "Partner_Tier_Since_Date__c",
    "Partner_Program_Year__c",
    "Qualified_Tier__c",
    "Annual_Tier__c",
    "Projected_Annual_Tier__c",
    "Trailing_eARR__c",
    "Trailing_Influenced_eARR__c",
    "Trailing_Resold_eARR__c",
    "Annual_Window_eARR__c",
    "Year_To_Date_eARR__c",
    "Technical_Resources__c",
    "Sales_Trained_Resources__c",
    "Next_Tier__c",
    "Next_Tier_eARR_Gap__c",
    "Next_Tier_Technical_Gap__c",
    "Next_Tier_Sales_Gap__c",
    "Partner_Tier_Explanation__c",
    "Partner_Activity_Review__c",
  ],
  Opportunity_Partner__c: [
    "Key__c",
    "Credit_Status__c",
    "Credit_Reason__c",
    "Credit_eARR__c",
    "Is_Resale_Unauthorized__c",
  ],
  Partner_Benefit__c: ["Key__c", "Status__c", "Is_Available__c", "Reason__c"],
  Partner_Tier_Review__c: [
    "Key__c",
    "Type__c",
    "Status__c",
    "As_Of_Date__c",
    "Program_Year__c",
    "Window_Start_Date__c",
    "Window_End_Date__c",
    "Previous_Tier__c",
    "Tier__c",
    "Qualified_Tier__c",
    "eARR__c",
    "Technical_Resources__c",
    "Sales_Trained_Resources__c",
    "Policy__c",
    "Explanation__c",
    "Evidence__c",
    "Evidence_Hash__c",
    "Sync_Run__c",
  ],
  Partner_Sync_Run__c: [
    "Key__c",
    "As_Of_Date__c",
    "Started_At__c",
    "Finished_At__c",
    "Heartbeat_At__c",
    "Lease_Number__c",
    "Runner__c",
    "Partners_Evaluated__c",
    "Rows_Read__c",
    "Rows_Written__c",
    "Rows_Failed__c",
    "Summary__c",
    "Held_Reason__c",
    "Plan__c",
    "Plan_Hash__c",
    // A flow stamps the hold; the service tells them of the run that it let through.
    "Approved_By__c",
    "Approved_At__c",
  ],
};

/** Stamped by flows. */
const STAMPED = [
  "Deal_Registration__c.Submitted_At__c",
  "Deal_Registration__c.Submitted_By__c",
  "Deal_Registration__c.Decided_At__c",
  "Deal_Registration__c.Decided_By__c",
];

const sets = new Map(components("permissionset").map(({ name, root }) => [name, root]));

function holders(path: string, right: "readable" | "editable"): string[] {
  const grants = (name: string): boolean =>
    elementsOf(sets.get(name)!, "fieldPermissions").some(
      (item) => textOf(item, "field") === path && textOf(item, right) === "true",
    );
  return [...sets.keys()].filter(grants).sort();
}

function objectRights(set: string, right: string): string[] {
  const items = elementsOf(sets.get(set)!, "objectPermissions").filter((item) => textOf(item, right) === "true");
  return items.map((item) => textOf(item, "object")!).sort();
}

const holdersOf = (permission: string): string[] =>
  [...sets]
    .filter(([, root]) => elementsOf(root, "customPermissions").some((item) => textOf(item, "name") === permission))
    .map(([name]) => name)
    .sort();

const open = fields.filter((field) => !isSetting(field) && !field.isAlwaysOpen);

describe("each role sees what it needs and writes only what is its own", () => {
  it("has the four roles of the programme", () => {
    expect([...sets.keys()].sort()).toEqual([...PEOPLE, SERVICE].sort());
  });

  it.each(open.map(({ path }) => path))("shows %s to every role", (path) => {
    expect(holders(path, "readable")).toEqual([...PEOPLE, SERVICE].sort());
  });

  it("offers recalculation and invitations to those alone who may save them", () => {
    const people = PEOPLE.filter((set) => objectRights(set, "allowCreate").includes("Partner_Sync_Run__c"));
    expect(holdersOf("Work_With_Partners")).toEqual([...people].sort());
    expect(holders("Partner_Benefit__c.Invited_Date__c", "editable")).toEqual([...people].sort());
  });

  it("names no field that the platform keeps open by itself, nor one that does not exist", () => {
    const known = new Set(open.map(({ path }) => path));
    const named = [...sets.values()].flatMap((root) =>
      elementsOf(root, "fieldPermissions").map((item) => textOf(item, "field")!),
    );
    expect(named.filter((path) => !known.has(path))).toEqual([]);
  });

  it.each(Object.entries(OUT).flatMap(([object, names]) => names.map((name) => `${object}.${name}`)))(
    "lets only the sync service write %s",
    (path) => expect(holders(path, "editable")).toEqual([SERVICE]),
  );

  it.each(STAMPED)("lets nobody write %s, which a flow stamps", (path) => {
    expect(holders(path, "editable")).toEqual([]);
  });

  it("lets administrators fill in a tier on import", () => {
    expect(holders("Account.Partner_Tier__c", "editable")).toEqual(["Partner_Program_Administrator", SERVICE]);
  });

  it.each(["Account.Is_Global_Strategic__c", "Deal_Registration__c.Is_Late_Claim_Approved__c"])(
    "leaves %s to programme administrators",
    (path) => expect(holders(path, "editable")).toEqual(["Partner_Program_Administrator"]),
  );

  it("gives each custom permission to those it was made for", () => {
    expect(holdersOf("Manage_Partner_Program")).toEqual(["Partner_Program_Administrator"]);
    expect(holdersOf("Run_Partner_Sync")).toEqual([SERVICE]);
    expect(holdersOf("Decide_Deal_Registrations")).toEqual([
      "Partner_Account_Manager",
      "Partner_Program_Administrator",
    ]);
  });

  it("keeps the sync service to the least it can work with", () => {
    expect(objectRights(SERVICE, "allowDelete")).toEqual([]);
    expect(objectRights(SERVICE, "modifyAllRecords")).toEqual([]);
    expect(objectRights(SERVICE, "allowCreate")).toEqual([
      "Opportunity_Partner__c",
      "Partner_Benefit__c",
      "Partner_Sync_Run__c",
      "Partner_Tier_Review__c",
    ]);
  });

  it.each(PEOPLE)("keeps the history of tiers out of reach of %s", (set) => {
    for (const right of ["allowCreate", "allowEdit", "allowDelete"])
      expect(objectRights(set, right)).not.toContain("Partner_Tier_Review__c");
  });

  it("opens the policy to the pages of every role", () => {
    const types = components("object")
      .map(({ name }) => name)
      .filter((name) => name.endsWith("__mdt"))
      .sort();
    for (const root of sets.values())
      expect(elementsOf(root, "customMetadataTypeAccesses").map((item) => textOf(item, "name"))).toEqual(types);
  });
});
