/** A small programme as seed files: enough that every step of a run has something to do. */
import type { SeedText } from "../support/withOrg.ts";

/** Rows by object; the keys of an object's first row are the file's header. */
export type Seed = Record<string, Record<string, string>[]>;

/** The moment at which the org of these seeds lives. */
export const seedNow = "2023-12-15T20:00:00Z";

/** The lines of seed files by object. */
export function seedLines(seed: Seed): SeedText {
  const files = Object.entries(seed).flatMap(([object, rows]) => {
    const header = Object.keys(rows[0] ?? {});
    const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
    // No rows, no file: one without a header is refused.
    return rows.length === 0 ? [] : [[object, lines.map(csvLine)] as const];
  });
  return Object.fromEntries(files);
}

/**
 * Northwind qualifies for Bronze (3 technical, 1 sales, 50,000), Contoso lacks
 * training, Fabrikam is new and has an approved registration nobody added,
 * Litware is an applicant.
 */
export function smallProgram(): Seed {
  return {
    Account: [
      partner("Northwind", "Enrolled", { Partner_Tier__c: "Registered", Partner_Program_Year__c: "2023" }),
      partner("Contoso", "Enrolled", { Partner_Tier__c: "Registered", Partner_Program_Year__c: "2023" }),
      partner("Fabrikam", "Enrolled", {}),
      partner("Litware", "Applicant", {}),
      { Id: "Customer", Name: "A customer" },
    ],
    Contact: ["Ann", "Ben", "Cleo"].map((name) => ({ Id: name, LastName: name, AccountId: "Northwind" })),
    Partner_Training__c: [
      ...["Ann", "Ben", "Cleo"].map((name) => training(name, "Twilio_Platform")),
      training("Ann", "Sellers_Series_101"),
    ],
    Partner_Agreement__c: ["Northwind", "Contoso", "Fabrikam"].map((name) => ({
      Partner__c: name,
      Type__c: "Baseline Partner Agreement",
      Effective_Date__c: "2022-01-01",
    })),
    Opportunity: [
      won("Deal1", "50000.10"),
      won("Deal2", "30000"),
      won("Deal3", "12345.67"),
      { ...won("Deal4", "70000"), StageName: "Negotiation/Review", LastStageChangeDate: "" },
    ],
    Opportunity_Partner__c: [
      attribution("Deal1", "Northwind"),
      attribution("Deal2", "Contoso"),
      attribution("Deal4", "Contoso"),
    ],
    Deal_Registration__c: [
      {
        Partner__c: "Fabrikam",
        Opportunity__c: "Deal3",
        Customer_Name__c: "A customer",
        Status__c: "Approved",
        Submitted_At__c: "2023-05-01T10:00:00Z",
      },
    ],
  };
}

/** One attribution, as an account executive adds it before the close. */
export function attribution(opportunity: string, partnerName: string): Record<string, string> {
  return {
    Opportunity__c: opportunity,
    Partner__c: partnerName,
    Source__c: "Twilio Sales",
    Role__c: "Influenced",
    CreatedDate: "2023-05-20T10:00:00Z",
  };
}

function partner(name: string, status: string, more: Record<string, string>): Record<string, string> {
  return {
    Id: name,
    Name: name,
    Partner_Status__c: status,
    Partner_Enrolled_Date__c: "2023-10-01",
    Partner_Tier__c: "",
    Partner_Program_Year__c: "",
    ...more,
  };
}

function training(contact: string, course: string): Record<string, string> {
  return { Contact__c: contact, Course__c: course, Completed_Date__c: "2023-03-01" };
}

function won(name: string, earr: string): Record<string, string> {
  return {
    Id: name,
    Name: name,
    AccountId: "Customer",
    StageName: "Closed Won",
    CloseDate: "2023-06-01",
    CreatedDate: "2023-04-01T10:00:00Z",
    LastStageChangeDate: "2023-06-01T18:00:00Z",
    eARR__c: earr,
  };
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
}
