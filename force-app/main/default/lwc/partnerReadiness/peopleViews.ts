import { rowsOf } from "c/programAnswer";
import type { ProgramClock } from "c/programClock";
import type { Day } from "c/programDays";
import { fillText, formatDay, formatList } from "c/programFormat";
import type { CountingCourses } from "./countingCourses";
import { label } from "./labels";
import type { CourseNode, ReadinessAnswer, TrainingNode } from "./readinessAnswer";

/** How far a person is in one class. */
export interface Standing {
  readonly counts: boolean;
  readonly text: string;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly technical: Standing;
  readonly sales: Standing;
  /** What one course would bring; null = counts in both already, or has not begun. */
  readonly short: string | null;
}

const isCurrent = ({ Completed_Date__c: done, Expires_Date__c: end }: TrainingNode, day: Day): boolean =>
  done.value !== null && done.value <= day && (end.value === null || end.value >= day);

function standingOf(own: readonly TrainingNode[], courses: readonly CourseNode[], day: Day): Standing {
  const keys = courses.map(({ Key__c }) => Key__c.value);
  const ofClass = own.filter(({ Course__c }) => keys.includes(Course__c.value));
  const [current] = ofClass.filter((training) => isCurrent(training, day));
  if (current) {
    const until = current.Expires_Date__c.value;
    return { counts: true, text: until === null ? label.counts : fillText(label.countsUntil, formatDay(until)) };
  }
  const expiries = ofClass.filter(({ Completed_Date__c }) => Completed_Date__c.value !== null);
  const expired = expiries
    .map(({ Expires_Date__c }) => Expires_Date__c.value ?? "")
    .filter((end) => end !== "" && end < day)
    .sort()
    .at(-1);
  if (expired !== undefined) return { counts: false, text: fillText(label.expired, formatDay(expired)) };
  return { counts: false, text: ofClass.length > 0 ? label.begun : label.untrained };
}

const named = (courses: readonly CourseNode[]): string =>
  formatList(courses.map(({ MasterLabel }) => MasterLabel.value ?? ""));

function shortText(
  own: readonly TrainingNode[],
  person: Omit<PersonView, "short">,
  courses: CountingCourses,
): string | null {
  // Whoever has not begun at all is no candidate for the next course.
  if (own.length === 0) return null;
  const missing = [
    ...(person.technical.counts ? [] : [fillText(label.shortTechnical, named(courses.technical))]),
    ...(person.sales.counts ? [] : [fillText(label.shortSales, named(courses.sales))]),
  ];
  return missing.length === 0 ? null : missing.join(" ");
}

function placeOf({ short, technical, sales }: PersonView): number {
  if (short !== null) return 0;
  return technical.counts || sales.counts ? 1 : 2;
}

/** Everybody of the partner's account: first who is one course short, then who counts, then the others; each by name. */
export function peopleViews(
  answer: ReadinessAnswer,
  courses: CountingCourses,
  { asOf }: ProgramClock,
): readonly PersonView[] {
  const trainings = Map.groupBy(rowsOf(answer.Partner_Training__c), ({ Contact__c }) => Contact__c.value);
  const views = rowsOf(answer.Contact).map((contact): PersonView => {
    const own = trainings.get(contact.Id) ?? [];
    const person = {
      id: contact.Id,
      name: contact.Name.value ?? "",
      title: contact.Title.value ?? "",
      technical: standingOf(own, courses.technical, asOf),
      sales: standingOf(own, courses.sales, asOf),
    };
    return { ...person, short: shortText(own, person, courses) };
  });
  return views.sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));
}

/** Courses that the partner's focus asks for and nobody holds. */
export function missingFocusCourses(
  answer: ReadinessAnswer,
  courses: CountingCourses,
  { asOf }: ProgramClock,
): string[] {
  const held = rowsOf(answer.Partner_Training__c)
    .filter((training) => isCurrent(training, asOf))
    .map(({ Course__c }) => Course__c.value);
  return courses.ofFocus
    .filter(({ Key__c }) => !held.includes(Key__c.value))
    .map(({ MasterLabel }) => MasterLabel.value ?? "");
}
