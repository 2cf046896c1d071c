import { addDays, addSeconds } from "./programmeDays.ts";
import type { Deal, Partner, ProgrammeFrame } from "./programmeFrame.ts";

/** A stored verdict of an earlier night, wrong by now; only where a run of one night looks again. */
function staleVerdict({ random }: ProgrammeFrame, deal: Deal): Record<string, string> {
  if (!deal.isRecent || random.isLucky(85)) return {};
  return random.pick([
    { Credit_Status__c: "Counted", Credit_eARR__c: "5", Is_Resale_Unauthorized__c: "true" },
    { Credit_Status__c: "Excluded", Credit_Reason__c: "No eARR", Credit_eARR__c: "0" },
    { Credit_Status__c: "Pending", Credit_eARR__c: "0" },
  ]);
}

/** Adds one row of a partner on a deal. */
export function addRow(
  frame: ProgrammeFrame,
  partner: Partner,
  deal: Deal,
  row: { source: "Twilio Sales" | "Deal Registration"; createdAt: string; isDeleted?: boolean },
): void {
  frame.rows.add("Opportunity_Partner__c", "Part", {
    Opportunity__c: deal.label,
    Partner__c: partner.label,
    Source__c: row.source,
    Role__c: frame.random.isLucky(35) ? "Resold" : "Influenced",
    CreatedDate: row.createdAt,
    // a link says nothing, so it may lead to anybody's registration.
    Deal_Registration__c:
      frame.random.isLucky(20) && frame.registrations.length > 0 ? frame.random.pick(frame.registrations) : "",
    IsDeleted: String(row.isDeleted ?? false),
    ...staleVerdict(frame, deal),
  });
}

/** Adds one registration of a partner; `deal` null = not matched yet. */
export function addRegistration(
  frame: ProgrammeFrame,
  partner: Partner,
  deal: Deal | null,
  row: { status: string; submittedAt: string; expiresOn?: string; isLateClaim?: boolean },
): void {
  const registration = frame.rows.add("Deal_Registration__c", "Registration", {
    Partner__c: partner.label,
    Opportunity__c: deal?.label ?? "",
    Customer_Name__c: "A customer",
    Status__c: row.status,
    Submitted_At__c: row.submittedAt,
    Expires_Date__c: row.expiresOn ?? "",
    Is_Late_Claim_Approved__c: String(row.isLateClaim ?? false),
    IsDeleted: String(row.status !== "Approved" && frame.random.isLucky(3)),
  });
  frame.registrations.push(registration);
}

/** A partner's part that counts, by either way, often by a second. */
export function addValidPart(frame: ProgrammeFrame, partner: Partner, deal: Deal): void {
  const { random } = frame;
  const before = addSeconds(deal.closedAt, -random.pick([0, 0, 1, 1, 86_400, 3_000_000]));
  if (random.isLucky(70)) addRow(frame, partner, deal, { source: "Twilio Sales", createdAt: before });
  else {
    const isLate = random.isLucky(25);
    const submittedAt = isLate ? random.pick(["", addSeconds(deal.closedAt, 1)]) : before;
    const expiresOn = random.isLucky(50) ? addDays(deal.closedOn, -200) : "";
    addRegistration(frame, partner, deal, { status: "Approved", submittedAt, expiresOn, isLateClaim: isLate });
    if (random.isLucky(60)) {
      const source = random.pick(["Twilio Sales", "Deal Registration"] as const);
      addRow(frame, partner, deal, { source, createdAt: addSeconds(deal.closedAt, random.between(-9, 90_000)) });
    }
  }
  if (random.isLucky(15))
    addRow(frame, partner, deal, { source: "Twilio Sales", createdAt: addSeconds(before, random.side()) });
}

/** A partner's part that does not count: added or submitted a second late, not approved, approved for somebody else. */
export function addInvalidPart(frame: ProgrammeFrame, partner: Partner, deal: Deal): void {
  const { random } = frame;
  const late = addSeconds(deal.closedAt, random.pick([1, 1, 86_400]));
  const kind = random.weighted({ late: 40, unapproved: 30, lateRegistration: 20, unregistered: 10 });
  if (kind === "late") addRow(frame, partner, deal, { source: "Twilio Sales", createdAt: late });
  else addRow(frame, partner, deal, { source: "Deal Registration", createdAt: addSeconds(deal.closedAt, -5000) });
  if (kind === "unapproved") {
    const status = random.pick(["Draft", "Submitted", "Action Required", "Rejected", "Withdrawn", "Expired"]);
    addRegistration(frame, partner, deal, {
      status,
      submittedAt: addSeconds(deal.closedAt, -random.between(0, 90_000)),
    });
  }
  if (kind === "lateRegistration")
    addRegistration(frame, partner, deal, { status: "Approved", submittedAt: random.pick([late, ""]) });
}

/** Any part at all, in any number. */
export function addAnyPart(frame: ProgrammeFrame, partner: Partner, deal: Deal): void {
  const { random } = frame;
  if (random.isLucky(65)) addValidPart(frame, partner, deal);
  else addInvalidPart(frame, partner, deal);
  if (random.isLucky(10)) addInvalidPart(frame, partner, deal);
  if (random.isLucky(3))
    addRow(frame, partner, deal, { source: "Twilio Sales", createdAt: addSeconds(deal.closedAt, -9), isDeleted: true });
}
