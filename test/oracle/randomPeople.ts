import { addDays } from "./programmeDays.ts";
import type { Partner, ProgrammeFrame } from "./programmeFrame.ts";

const needed = { 2: [3, 1], 3: [10, 5], 4: [15, 10] } as const;

type Course = "Twilio_Platform" | "Sellers_Series_101" | "Segment_Sales";

function addTraining(frame: ProgrammeFrame, contact: string, course: Course, more: Record<string, string>): void {
  frame.rows.add("Partner_Training__c", "Training", { Contact__c: contact, Course__c: course, ...more });
}

/** A course that counts on the as-of date, often only just. */
function counting({ random, days }: ProgrammeFrame, partner: Partner): Record<string, string> {
  const quiet = partner.edge === "quiet" ? addDays(days.quarter[0], -random.between(1, 90)) : null;
  const completed = quiet ?? addDays(days.asOf, -random.pick([0, 1, 200, 200, 200, 200, 200, 200, 200, 200]));
  return {
    Completed_Date__c: completed,
    Expires_Date__c: random.isLucky(20) ? addDays(days.asOf, random.pick([0, 1, 300])) : "",
  };
}

/** A course that does not: not completed, completed tomorrow, expired yesterday, deleted. */
function notCounting({ random, days }: ProgrammeFrame): Record<string, string> {
  return random.pick([
    { Completed_Date__c: "" },
    { Completed_Date__c: addDays(days.asOf, 1) },
    { Completed_Date__c: addDays(days.asOf, -400), Expires_Date__c: addDays(days.asOf, -1) },
    { Completed_Date__c: addDays(days.asOf, -400), IsDeleted: "true" },
  ]);
}

function salesCourse({ random }: ProgrammeFrame, partner: Partner): Course {
  return partner.focus.includes("Segment") && random.isLucky(40) ? "Segment_Sales" : "Sellers_Series_101";
}

function peopleWanted({ random }: ProgrammeFrame, partner: Partner): readonly [number, number] {
  const [technical, sales] = needed[partner.rung];
  if (partner.edge === "quiet") return [random.between(0, 2), random.between(0, 1)];
  return [
    partner.edge === "technical" ? technical + random.side() : technical + random.between(0, 2),
    partner.edge === "sales" ? sales + random.side() : sales + random.between(0, 2),
  ];
}

/** Adds a partner's people with their courses: as many as its edge wants, and some who must not count. */
export function addPeople(frame: ProgrammeFrame, partner: Partner): void {
  const { random, rows } = frame;
  const [technical, sales] = peopleWanted(frame, partner);
  const both = random.isLucky(50) ? Math.min(technical, sales) : 0;
  const person = (): string => rows.add("Contact", "Person", { LastName: "Somebody", AccountId: partner.label });
  const people = Array.from({ length: technical + sales - both }, person);
  for (const [index, contact] of people.entries()) {
    if (index < technical) addTraining(frame, contact, "Twilio_Platform", counting(frame, partner));
    if (index >= technical - both) addTraining(frame, contact, salesCourse(frame, partner), counting(frame, partner));
    if (random.isLucky(5))
      addTraining(frame, contact, index < technical ? "Twilio_Platform" : "Sellers_Series_101", notCounting(frame));
    if (index < technical && random.isLucky(5))
      addTraining(frame, contact, "Twilio_Platform", counting(frame, partner));
    // a person who took two courses of a class is one resource.
    if (index >= technical - both && random.isLucky(5))
      addTraining(frame, contact, salesCourse(frame, partner), counting(frame, partner));
  }
  for (const course of ["Twilio_Platform", "Sellers_Series_101"] as const)
    if (random.isLucky(60)) addTraining(frame, person(), course, notCounting(frame));
  if (random.isLucky(10)) {
    const stranger = rows.add("Contact", "Person", { LastName: "Nobody's", AccountId: "" });
    addTraining(frame, stranger, "Twilio_Platform", counting(frame, partner));
  }
  if (random.isLucky(10)) {
    const gone = rows.add("Contact", "Person", { LastName: "Gone", AccountId: partner.label, IsDeleted: "true" });
    addTraining(frame, gone, "Twilio_Platform", { ...counting(frame, partner), IsDeleted: "true" });
  }
  if (!partner.focus.includes("Segment") && random.isLucky(30))
    addTraining(frame, person(), "Segment_Sales", counting(frame, partner));
}
