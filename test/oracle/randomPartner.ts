import { addDays } from "./programmeDays.ts";
import type { Partner, ProgrammeFrame } from "./programmeFrame.ts";

const focuses = ["", "Flex", "Communications", "Segment/Engage", "Communications;Flex", "Flex;Segment/Engage"];
/** The tier and year on record: none, last year's, imported without a year, ahead of time. */
function standing({ random, days }: ProgrammeFrame): Record<string, string> {
  const tier = random.weighted({ "": 18, Registered: 38, Bronze: 14, Silver: 12, Gold: 8, "Global Strategic": 10 });
  const isDesignated = random.isLucky(tier === "Global Strategic" ? 50 : 7);
  const year = random.weighted({ same: 45, last: 30, older: 5, blank: 15, next: tier === "" ? 0 : 5 });
  const years = { same: days.year, last: days.year - 1, older: days.year - 3, blank: "", next: days.year + 1 };
  return {
    Partner_Tier__c: tier,
    Partner_Tier_Since_Date__c: tier === "" || random.isLucky(20) ? "" : addDays(days.asOf, -random.between(1, 700)),
    Partner_Program_Year__c: tier === "" && random.isLucky(70) ? "" : String(years[year]),
    Is_Global_Strategic__c: String(isDesignated),
  };
}

/** Figures of an earlier night, all of them out of date. */
function staleFigures({ random }: ProgrammeFrame): Record<string, string> {
  if (random.isLucky(60)) return {};
  return {
    Qualified_Tier__c: "Silver",
    Annual_Tier__c: random.pick(["", "Gold"]),
    Projected_Annual_Tier__c: "Bronze",
    Trailing_eARR__c: "1234.50",
    Trailing_Influenced_eARR__c: "1000.5",
    Trailing_Resold_eARR__c: "234",
    Annual_Window_eARR__c: "-7.25",
    Year_To_Date_eARR__c: "9999999999999999.99",
    Technical_Resources__c: "7",
    Sales_Trained_Resources__c: "8",
    Next_Tier__c: "Gold",
    Next_Tier_eARR_Gap__c: "0",
    Next_Tier_Technical_Gap__c: "3",
    Next_Tier_Sales_Gap__c: "4",
    Partner_Activity_Review__c: random.pick(["", "2022-Q4"]),
  };
}

function character(frame: ProgrammeFrame): Omit<Partner, "label" | "status" | "focus"> {
  const { random, days } = frame;
  const edge = random.weighted({ money: 40, technical: 15, sales: 15, none: 15, quiet: 15 });
  const window = random.isLucky(60) ? days.trailing : days.annual;
  return { rung: random.pick([2, 2, 3, 4] as const), edge, exactWindow: edge === "none" ? null : window };
}

/** Adds one account in a random standing. */
export function addPartner(frame: ProgrammeFrame, number: number): Partner {
  const { random, rows, days } = frame;
  const status = random.weighted({ Enrolled: 76, Suspended: 6, Deactivated: 6, Applicant: 6, "": 6 });
  const focus = random.pick(focuses);
  const enrolled = random.isLucky(50)
    ? addDays(days.quarter[1], random.side() - 90)
    : addDays(days.asOf, -random.between(0, 900));
  const label = rows.add("Account", "Partner", {
    Name: `Partner ${number}`,
    ParentId: number > 1 && random.isLucky(20) ? `Partner-${random.between(1, number - 1)}` : "",
    Partner_Status__c: status,
    Partner_Focus__c: focus,
    Partner_Enrolled_Date__c: random.isLucky(5) ? "" : enrolled,
    ...standing(frame),
    ...staleFigures(frame),
  });
  return { label, status, focus, ...character(frame) };
}
