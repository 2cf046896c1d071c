import { addDays, addSeconds, startOfDay } from "./programmeDays.ts";
import type { Partner, ProgrammeFrame } from "./programmeFrame.ts";
import { addDeal } from "./randomDeal.ts";
import { addRegistration, addRow } from "./randomPart.ts";

const anyStatus = ["Draft", "Submitted", "Action Required", "Approved", "Rejected", "Withdrawn", "Expired"];

/** An undecided registration on the edge of its life. */
function addUndecided(frame: ProgrammeFrame, partner: Partner): void {
  const { random, days } = frame;
  const status = random.pick(["Submitted", "Action Required"]);
  const lifetime = random.pick([90, 90, 180]);
  const submittedOn = addDays(days.asOf, random.side() - lifetime);
  const submittedAt = addSeconds(startOfDay(submittedOn), random.pick([0, 0, 40_000, 86_399]));
  const recorded =
    lifetime === 180 ? addDays(submittedOn, random.pick([180, 181, 400])) : addDays(days.asOf, random.side());
  addRegistration(frame, partner, null, {
    status,
    submittedAt: random.isLucky(5) ? "" : submittedAt,
    expiresOn: lifetime === 90 && random.isLucky(50) ? "" : recorded,
  });
}

/** What little a quiet partner did: something on the first or last second of the quarter, or just outside. */
function addEdgeActivity(frame: ProgrammeFrame, partner: Partner): void {
  const { random, days, rows } = frame;
  const [first, last] = days.quarter;
  const instant = random.isLucky(50)
    ? addSeconds(startOfDay(first), random.side())
    : addSeconds(startOfDay(addDays(last, 1)), random.side());
  switch (random.weighted({ none: 25, registration: 30, attribution: 30, training: 15 })) {
    case "none":
      return;
    case "registration":
      addRegistration(frame, partner, null, { status: random.pick(anyStatus), submittedAt: instant });
      return;
    case "attribution": {
      const wish = { stage: "Closed Lost", closedOn: days.asOf, cents: 100n, currency: "USD" } as const;
      addRow(frame, partner, addDeal(frame, wish), { source: "Twilio Sales", createdAt: instant });
      return;
    }
    case "training": {
      const contact = rows.add("Contact", "Person", { LastName: "Somebody", AccountId: partner.label });
      rows.add("Partner_Training__c", "Training", {
        Contact__c: contact,
        Course__c: "Segment_Sales",
        Completed_Date__c: random.pick([first, last, addDays(first, -1), addDays(last, 1)]),
      });
    }
  }
}

/** Adds registrations that touch no deal, and what keeps a Registered partner off the list of the inactive. */
export function addRegistrations(frame: ProgrammeFrame, partner: Partner): void {
  const { random, days } = frame;
  if (partner.edge === "quiet") return addEdgeActivity(frame, partner);
  for (let count = random.between(0, 2); count > 0; count -= 1) addUndecided(frame, partner);
  if (random.isLucky(20))
    addRegistration(frame, partner, null, {
      status: random.pick(anyStatus),
      submittedAt: addSeconds(startOfDay(days.asOf), -random.between(0, 30_000_000)),
      expiresOn: addDays(days.asOf, -random.between(1, 90)),
    });
}
