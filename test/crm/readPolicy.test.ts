import {
  benefitSettings,
  courseSettings,
  policySettings,
  requirementSettings,
  type Setting,
} from "../../sync-service/crm/policyFields.ts";
import { policiesOf, type PolicyRows } from "../../sync-service/crm/readPolicy.ts";

const policy = {
  DeveloperName: "Guide",
  Effective_From_Date__c: "2023-01-01",
  Time_Zone__c: "America/Los_Angeles",
  Training_Required_Of__c: "All partners",
  Professional_Services_Families__c: "Professional Services",
  Resale_Excluded_Families__c: "Segment;Engage; SendGrid",
  Grace_Period_Days__c: "0.0",
};
const whole = "Policy__r.DeveloperName";

describe("The policy out of its rows", () => {
  test("is read with its lists, numbers and blank dates", () => {
    const [read] = policiesOf(rows({}));
    expect(read).toMatchObject({
      name: "Guide",
      effectiveTo: null,
      annualAutoPublishDate: null,
      resaleExcludedFamilies: ["Segment", "Engage", "SendGrid"],
      trailingWindowDays: 365,
      gracePeriodDays: 0,
      isAnnualMoveUnlimited: true,
    });
    expect(read?.tierRequirements.map(({ tier }) => tier)).toEqual(["Registered", "Bronze", "Silver", "Gold"]);
    expect(read?.tierRequirements[1]?.earr.toFixed(2)).toBe("20000.50");
  });

  test.each([
    ["Grace_Period_Days__c", "30", "is not supported; supported: 0"],
    ["Is_Full_Credit_To_Each_Partner__c", "false", "is not supported; supported: true"],
    ["Training_Required_Of__c", "Nobody", "is not supported"],
    ["Time_Zone__c", "Mars/Olympus", "is no IANA time zone"],
    ["Effective_From_Date__c", "", "is no date"],
    ["Trailing_Window_Days__c", "a year", "is no number"],
    ["Max_Demotions_Percent__c", "101", ""],
  ])("with %s = %j is refused by row and field", (field, value, words) => {
    expect(() => policiesOf(rows({ [field]: value }))).toThrow(
      new RegExp(`Partner_Program_Policy__mdt Guide: ${field} .*${words}`),
    );
  });

  test("names every fault at once", () => {
    const faulty = rows({ Grace_Period_Days__c: "1", Time_Zone__c: "nowhere" });
    expect(() => policiesOf(faulty)).toThrow(/Time_Zone__c.*Grace_Period_Days__c/);
  });

  test("without a tier's requirement is refused: everybody would be promoted", () => {
    const { requirements, ...others } = rows({});
    expect(() => policiesOf({ ...others, requirements: requirements.slice(1) })).toThrow(/one row for Registered/);
  });

  test("without any row is refused", () => {
    expect(() => policiesOf({ policies: [], requirements: [], benefits: [], courses: [] })).toThrow(/has no row/);
  });
});

function rows(changes: Record<string, string>): PolicyRows {
  const tiers = ["Registered", "Bronze", "Silver", "Gold"];
  return {
    policies: [cells(policySettings, { ...policy, ...changes })],
    requirements: tiers.map((tier, rank) =>
      cells(requirementSettings, {
        DeveloperName: tier,
        [whole]: "Guide",
        Tier__c: tier,
        Rank__c: `${rank + 1}.0`,
        eARR__c: rank === 1 ? "20000.50" : `${rank * 1000}`,
      }),
    ),
    benefits: [
      cells(benefitSettings, { DeveloperName: "Portal", [whole]: "Guide", Key__c: "Portal", Lowest_Tier__c: "Bronze" }),
    ],
    courses: [
      cells(courseSettings, { DeveloperName: "Course", [whole]: "Guide", Key__c: "Course", Class__c: "Sales" }),
    ],
  };
}

/** Cells in the settings' order; what a test does not name gets a value that fits by the field's name. */
function cells(settings: Record<string, Setting<unknown>>, values: Record<string, string>): string[] {
  return Object.values(settings).map(({ field }) => values[field] ?? fitting(field));
}

function fitting(field: string): string {
  if (field.startsWith("Is_")) return "true";
  if (/Date__c$|Agreements|Scope|Note|Focus/.test(field)) return "";
  if (field === "Trailing_Window_Days__c") return "365.0";
  return field === "MasterLabel" ? "Label" : "10.0";
}
