/** The people of a partner and the courses they have completed. */
import type { Cells } from "./csvText.ts";
import { addDays, earlier, type Day } from "./days.ts";
import { personName } from "./personName.ts";
import { cell } from "./sheets.ts";
import type { Course, PartnerSketch, TrainingSketch } from "./sketches.ts";

export interface PartnerPerson {
  readonly contact: Cells;
  readonly training: readonly Cells[];
}

/** Nobody completes a course after this day, however late the partner enrolled. */
const lastCourse = "2023-12-10";
/** Applicants train before they enrol. */
const firstCourseOfApplicants = "2023-09-04";

export function partnerPeople(partner: PartnerSketch, index: number): PartnerPerson[] {
  const courses = [...ordinaryCourses(partner), ...partner.training];
  return Array.from({ length: headCount(partner) }, (_, place) => {
    const person = place + 1;
    const own = courses.filter((course) => course.person === person);
    return {
      contact: contactRow(partner, index, person),
      training: own.map((course, nth) => trainingRow(partner, course, nth + 1)),
    };
  });
}

/** About a fifth of the trained people know both: technology and sales. At least one person in any case. */
function headCount({ technical, salesTrained, training }: PartnerSketch): number {
  const trained = Math.ceil((technical + salesTrained) * 0.8);
  return Math.max(1, technical, salesTrained, trained, ...training.map(({ person }) => person));
}

/** The first people take the platform course, the last the sales course: in between are those with both. */
function ordinaryCourses(partner: PartnerSketch): TrainingSketch[] {
  const count = headCount(partner);
  const people = Array.from({ length: count }, (_, place) => place + 1);
  const technical = people.slice(0, partner.technical);
  const sales = people.slice(count - partner.salesTrained);
  return [
    ...technical.map((person) => completedBy(partner, person, "Twilio_Platform", 30)),
    ...sales.map((person) => completedBy(partner, person, "Sellers_Series_101", 34)),
  ];
}

function completedBy({ enrolled }: PartnerSketch, person: number, course: Course, after: number): TrainingSketch {
  const start: Day = enrolled ?? firstCourseOfApplicants;
  return { person, course, completed: earlier(addDays(start, after + person * 9), lastCourse) };
}

function contactLabel({ label }: PartnerSketch, person: number): string {
  return `person-${label.replace("acct-", "")}-${person}`;
}

function contactRow(partner: PartnerSketch, index: number, person: number): Cells {
  const { first, last } = personName(index * 23 + person);
  const domain = `${partner.label.replace("acct-", "")}.example`;
  return {
    Id: contactLabel(partner, person),
    AccountId: partner.label,
    FirstName: first,
    LastName: last,
    Email: `${first}.${last}.${person}@${domain}`.toLowerCase(),
    Title: person <= partner.technical ? "Solution Engineer" : "Account Director",
    CurrencyIsoCode: "USD",
  };
}

function trainingRow(
  partner: PartnerSketch,
  { person, course, completed, expires }: TrainingSketch,
  nth: number,
): Cells {
  return {
    Id: `training-${partner.label.replace("acct-", "")}-${person}-${nth}`,
    Contact__c: contactLabel(partner, person),
    Course__c: course,
    Completed_Date__c: completed,
    ...cell("Expires_Date__c", expires),
    CurrencyIsoCode: "USD",
  };
}
