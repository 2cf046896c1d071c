import { programClock } from "../../programClock/programClock";
import { rowsOf } from "../../programAnswer/programAnswer";
import type { EvidenceAnswer } from "../evidenceAnswer";
import { evidenceCsv } from "../evidenceCsv";
import { evidenceRow } from "../evidenceRow";
import { nearMisses } from "../nearMisses";
import { evidence, type Given } from "./data/evidence";

function missed(
  given: Given,
  manager: string | null = "Robin Vale",
  publishedYears: readonly number[] = [2023],
): string[] {
  const answer = (evidence([{ status: "Excluded", ...given }]) as { uiapi: { query: EvidenceAnswer } }).uiapi.query;
  const rows = rowsOf(answer.Opportunity_Partner__c).map(evidenceRow);
  const clock = programClock(answer)!;
  return nearMisses(rows, { clock, manager, publishedYears }).map(({ who, how, until }) => `${who}: ${how}; ${until}`);
}

describe("won opportunities that can still be made to count", () => {
  it.each([
    ["Added After Close", "The partner and a program administrator: A deal registration, approved as a late claim"],
    ["Registration Not Approved", "Robin Vale, partner account manager: A decision on the deal registration"],
    ["Registration Submitted After Close", "A program administrator: The late claim"],
    ["No eARR", "Account Executive East, who owns the opportunity: Its eARR"],
    ["Currency Rate Missing", "A Salesforce administrator: The dated exchange rate"],
  ])("%s: say who can mend what", (reason, expected) => {
    expect(missed({ reason })[0]).toContain(expected);
  });

  it.each([["Duplicate"], ["Professional Services Only"]])("leave out %s, which nobody can mend", (reason) => {
    expect(missed({ reason })).toEqual([]);
  });

  it("name the role where the person is unknown", () => {
    expect(missed({ reason: "Registration Not Approved" }, null)[0]).toContain("The partner account manager:");
    expect(missed({ reason: "No eARR", owner: null })[0]).toContain("The opportunity's account executive:");
  });

  it.each([
    ["2022-12-16", "Dec 15, 2023, when it leaves the trailing window"],
    [
      "2023-06-30",
      "Jun 28, 2024 for the trailing window; for the annual review 2024 until it is published, by Mar 31, 2024",
    ],
  ])("closed on %s: say until when", (closeDate, expected) => {
    expect(missed({ reason: "No eARR", closeDate })[0]).toContain(expected);
  });

  it.each([
    ["is out of every window", { closeDate: "2022-12-15" }],
    ["lies in the future", { closeDate: "2023-12-16" }],
    ["counts", { status: "Counted" }],
  ])("leave out what %s", (_, given) => {
    expect(missed({ reason: "No eARR", ...given })).toEqual([]);
  });

  it("stay open for a review that is not published, though the trailing window is past", () => {
    expect(missed({ reason: "No eARR", closeDate: "2022-06-30" }, null, [])[0]).toContain(
      "the annual review 2023 is published, by Mar 31, 2023",
    );
  });
});

describe("the exported file", () => {
  it("holds exact amounts, quotes what has quotes, and runs no formula", () => {
    const answer = evidence([{ name: '=HYPERLINK("x")', amount: 0.1 }]) as { uiapi: { query: EvidenceAnswer } };
    const rows = rowsOf(answer.uiapi.query.Opportunity_Partner__c).map(evidenceRow);
    const [header, line] = evidenceCsv(rows).split("\r\n");
    expect(header).toBe("\uFEFFOpportunity,Customer,Close date,Verdict,Why,eARR (USD),Source,Role,Opportunity ID");
    expect(line).toBe(
      `"'=HYPERLINK(""x"")",Kelpton Energy,2023-06-30,Counted,"The partner took part in time (R-22, R-23).",0.10,Twilio Sales,Influenced,0060`,
    );
  });

  it("says of an unauthorised resale that it counts as influenced", () => {
    const answer = evidence([{ isUnauthorized: true }]) as { uiapi: { query: EvidenceAnswer } };
    const [row] = rowsOf(answer.uiapi.query.Opportunity_Partner__c).map(evidenceRow);
    expect(row!.why).toContain("counts as influenced (R-25)");
  });
});
