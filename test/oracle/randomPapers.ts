import { addDays } from "./programmeDays.ts";
import { type Deal, type Partner, type ProgrammeFrame, spanAround } from "./programmeFrame.ts";

const invitations = [
  "Technology_Partner_Program",
  "Referral_Fees",
  "Partner_Advisory_Board",
  "Proof_Of_Concept_Funding",
  "Reseller_Program",
  "Global_Event_Participation",
  "Executive_Engagement",
];
const otherAgreements = ["Resale Partner Addendum", "MDF/POC Program Terms", "Partner Referral Addendum"];

type Span = readonly [string, string];

/** In force for years, or from or to about the as-of date, or what resale asks about: a deal's close. */
function span(frame: ProgrammeFrame, deals: readonly Deal[], isOfResale: boolean): Span {
  const { random, days } = frame;
  if (random.isLucky(35)) return [addDays(days.asOf, -1300), ""];
  return spanAround(frame, isOfResale && deals.length > 0 ? random.pick(deals).closedOn : days.asOf);
}

function addAgreement(frame: ProgrammeFrame, partner: Partner, type: string, [start, end]: Span): void {
  frame.rows.add("Partner_Agreement__c", "Agreement", {
    Partner__c: partner.label,
    Type__c: type,
    Effective_Date__c: start,
    End_Date__c: end,
    IsDeleted: String(frame.random.isLucky(2)),
  });
}

function addInvitation(
  frame: ProgrammeFrame,
  partner: Partner,
  benefit: string,
  [start, end]: Span,
  isDeleted = false,
): void {
  const isBlank = benefit === "Partner_Badge" || frame.random.isLucky(5);
  frame.rows.add("Partner_Benefit__c", "Benefit", {
    Partner__c: partner.label,
    Benefit__c: benefit,
    Invited_Date__c: isBlank ? "" : start,
    Invitation_Ends_Date__c: isBlank ? "" : end,
    IsDeleted: String(isDeleted),
  });
}

/** Adds what a partner has signed, and to what it is invited. */
export function addPapers(frame: ProgrammeFrame, partner: Partner, deals: readonly Deal[]): void {
  const { random, days } = frame;
  const sure = [addDays(days.asOf, -1200), ""] as const;
  if (!random.isLucky(4))
    addAgreement(
      frame,
      partner,
      "Baseline Partner Agreement",
      random.isLucky(65) ? sure : spanAround(frame, days.asOf),
    );
  for (const type of otherAgreements) {
    const isOfResale = type.startsWith("Resale") && random.isLucky(60);
    if (isOfResale || random.isLucky(55)) addAgreement(frame, partner, type, span(frame, deals, isOfResale));
    if (random.isLucky(8)) addAgreement(frame, partner, type, spanAround(frame, days.asOf));
  }
  const invited = invitations.filter((name) => random.isLucky(name === "Reseller_Program" ? 80 : 55));
  for (const benefit of random.isLucky(30) ? [...invited, "Partner_Badge"] : invited)
    addInvitation(frame, partner, benefit, span(frame, deals, benefit === "Reseller_Program" && random.isLucky(60)));
  for (const benefit of invitations) if (random.isLucky(4)) addInvitation(frame, partner, benefit, sure, true);
}
