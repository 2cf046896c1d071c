import { components, elementsOf, fields, textOf } from "./packageMetadata.ts";

type Row = Readonly<Record<string, string | null>>;

const BENEFITS = [
  "Partner_Portal",
  "Technology_Partner_Program",
  "Product_Roadmap",
  "Executive_Engagement",
  "Co_Sell",
  "Market_Development_Funds",
  "Designated_Partner_Management",
  "Referral_Fees",
  "Partner_Advisory_Board",
  "Demo_Environment",
  "Implementation_Offering",
  "Proof_Of_Concept_Funding",
  "Contact_Center_Licenses",
  "Reseller_Program",
  "Partner_Badge",
  "Partner_Listing",
  "Global_Event_Participation",
];

/** Blank says something in these: open end, no product, nothing to sign, nothing to add. */
const MAY_BE_BLANK = new Set([
  "Effective_To_Date__c",
  "Annual_Auto_Publish_Date__c",
  "Contact_Center_Licenses__c",
  "Product_Scope__c",
  "Agreements__c",
  "Note__c",
  "Focus__c",
]);

function rowsOf(type: string): Row[] {
  return components("md")
    .filter(({ name }) => name.startsWith(`${type}.`))
    .map(({ name, root }) => ({
      DeveloperName: name.slice(type.length + 1),
      Label: textOf(root, "label"),
      ...Object.fromEntries(
        elementsOf(root, "values").map((item) => [textOf(item, "field")!, textOf(item, "value") || null]),
      ),
    }));
}

const policies = rowsOf("Partner_Program_Policy");
const requirements = rowsOf("Partner_Tier_Requirement");
const benefits = rowsOf("Partner_Benefit_Rule");
const courses = rowsOf("Partner_Course");
const everyRow: [string, Row][] = [
  ...policies.map((row): [string, Row] => ["Partner_Program_Policy__mdt", row]),
  ...requirements.map((row): [string, Row] => ["Partner_Tier_Requirement__mdt", row]),
  ...benefits.map((row): [string, Row] => ["Partner_Benefit_Rule__mdt", row]),
  ...courses.map((row): [string, Row] => ["Partner_Course__mdt", row]),
];

function pick(rows: readonly Row[], ...names: string[]): (string | null)[][] {
  return rows.map((row) => names.map((name) => row[name] ?? null));
}

function benefitsWhere(test: (row: Row) => boolean): string[] {
  return benefits
    .filter(test)
    .map((row) => row["Key__c"]!)
    .sort();
}

function picklistValues(path: string): (string | null)[] {
  const field = fields.find((candidate) => candidate.path === path)!;
  const definition = elementsOf(elementsOf(field.root, "valueSet")[0]!, "valueSetDefinition")[0]!;
  return elementsOf(definition, "value").map((value) => textOf(value, "fullName"));
}

describe("the policy stands in rows that anyone can check against the guide", () => {
  it.each(everyRow.map(([type, row]) => [`${type} ${row["DeveloperName"]}`, type, row] as const))(
    "fills in %s",
    (_name, type, row) => {
      const needed = fields.filter(({ object, name }) => object === type && !MAY_BE_BLANK.has(name));
      expect(needed.filter(({ name }) => !row[name]).map(({ name }) => name)).toEqual([]);
    },
  );

  it("has rows of an existing policy only", () => {
    const names = new Set(policies.map((row) => row["DeveloperName"]));
    const stray = [...requirements, ...benefits, ...courses].filter((row) => !names.has(row["Policy__c"]));
    expect(stray).toEqual([]);
  });

  it("asks of each tier what the guide's table asks (R-2)", () => {
    const table = pick(
      requirements,
      "Rank__c",
      "Tier__c",
      "Technical_Resources__c",
      "Sales_Trained_Resources__c",
      "eARR__c",
      "Is_Baseline_Agreement_Required__c",
    );
    expect(table.sort()).toEqual([
      ["1.0", "Registered", "0.0", "0.0", "0.0", "true"],
      ["2.0", "Bronze", "3.0", "1.0", "20000.0", "true"],
      ["3.0", "Silver", "10.0", "5.0", "200000.0", "true"],
      ["4.0", "Gold", "15.0", "10.0", "1000000.0", "true"],
    ]);
  });

  it("has the seventeen benefits, and offers each of them on benefit rows", () => {
    expect(benefitsWhere(() => true)).toEqual([...BENEFITS].sort());
    expect(picklistValues("Partner_Benefit__c.Benefit__c").sort()).toEqual([...BENEFITS].sort());
  });

  it("opens each benefit from the guide's tier on (R-30)", () => {
    expect(benefitsWhere((row) => row["Lowest_Tier__c"] === "Registered")).toEqual(["Partner_Portal"]);
    expect(benefitsWhere((row) => row["Lowest_Tier__c"] === "Bronze")).toEqual([
      "Demo_Environment",
      "Implementation_Offering",
      "Partner_Badge",
      "Partner_Listing",
      "Product_Roadmap",
    ]);
    expect(benefitsWhere((row) => row["Lowest_Tier__c"] === "Gold")).toEqual(["Co_Sell", "Executive_Engagement"]);
    expect(benefitsWhere((row) => row["Lowest_Tier__c"] === "Silver")).toHaveLength(9);
  });

  it("knows which benefits need an invitation, a product focus or a signature (R-30, R-32)", () => {
    expect(benefitsWhere((row) => row["Is_By_Invitation__c"] === "true")).toEqual([
      "Executive_Engagement",
      "Global_Event_Participation",
      "Partner_Advisory_Board",
      "Proof_Of_Concept_Funding",
      "Referral_Fees",
      "Reseller_Program",
      "Technology_Partner_Program",
    ]);
    expect(benefitsWhere((row) => row["Product_Scope__c"] === "Flex")).toEqual([
      "Contact_Center_Licenses",
      "Executive_Engagement",
      "Implementation_Offering",
      "Proof_Of_Concept_Funding",
      "Reseller_Program",
    ]);
    expect(benefitsWhere((row) => row["Product_Scope__c"] === "Segment/Engage")).toEqual(["Referral_Fees"]);
    const signed = benefits.filter((row) => row["Agreements__c"]);
    expect(Object.fromEntries(pick(signed, "Key__c", "Agreements__c") as [string, string][])).toEqual({
      Market_Development_Funds: "MDF/POC Program Terms;Resale Partner Addendum",
      Proof_Of_Concept_Funding: "MDF/POC Program Terms;Resale Partner Addendum",
      Referral_Fees: "Partner Referral Addendum",
      Reseller_Program: "Resale Partner Addendum",
    });
  });

  it("maps each course to the resource it makes, and offers each on training rows (R-28, R-29)", () => {
    expect(pick(courses, "Key__c", "Class__c", "Focus__c").sort()).toEqual([
      ["Segment_Sales", "Sales", "Segment/Engage"],
      ["Sellers_Series_101", "Sales", null],
      ["Twilio_Platform", "Technical", null],
    ]);
    expect(picklistValues("Partner_Training__c.Course__c").sort()).toEqual(courses.map((row) => row["Key__c"]).sort());
  });

  it("sets the readings of the 2023 guide to their defaults", () => {
    expect(policies).toHaveLength(1);
    expect(policies[0]).toMatchObject({
      DeveloperName: "Program_Year_2023",
      Effective_To_Date__c: null,
      Time_Zone__c: "America/Los_Angeles",
      Training_Required_Of__c: "All partners",
      Annual_Auto_Publish_Date__c: null,
      Professional_Services_Families__c: "Professional Services",
      Resale_Excluded_Families__c: "Segment;Engage;SendGrid",
      Grace_Period_Days__c: "0.0",
      Trailing_Window_Days__c: "365.0",
      Registration_Expiry_Days__c: "90.0",
      Registration_Extensions__c: "1.0",
    });
  });
});
