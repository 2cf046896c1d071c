/** Trained people. Nothing rolls up a hierarchy. */
import type { Resources } from "./evaluation.ts";
import type { Day, PartnerFacts } from "./facts.ts";
import type { Course, CourseClass, ProgramPolicy } from "./policy.ts";
import type { TrainingFacts } from "./standingFacts.ts";
import { isInForce } from "./windows.ts";

/**
 * The distinct people of a partner with a completed, unexpired course of each
 * class on a day; one person may count in both classes.
 */
export function resourcesOn(
  partner: Pick<PartnerFacts, "id" | "focus">,
  training: readonly TrainingFacts[],
  policy: ProgramPolicy,
  on: Day,
): Resources {
  const current = training.filter((t) => t.partnerId === partner.id && isInForce(t.completedDate, t.expiresDate, on));
  const courses = coursesFor(partner, policy);
  return {
    technical: peopleOf("Technical", courses, current),
    salesTrained: peopleOf("Sales", courses, current),
    missingFocusCourses: missingFocusCourses(partner, policy, current),
  };
}

/** The courses that count for a partner of this focus. */
export function coursesFor(partner: Pick<PartnerFacts, "focus">, policy: ProgramPolicy): readonly Course[] {
  return policy.courses.filter(
    (course) => course.focus === null || (policy.isFocusTrainingCounted && partner.focus.includes(course.focus)),
  );
}

function peopleOf(
  courseClass: CourseClass,
  courses: readonly Course[],
  current: readonly TrainingFacts[],
): readonly string[] {
  const keys = new Set(courses.filter((c) => c.class === courseClass).map((c) => c.key));
  const people = current.filter((t) => keys.has(t.course));
  return [...new Set(people.map((t) => t.contactId))].sort();
}

/** required to promote that focus; told, and no tier is lost by it. */
function missingFocusCourses(
  partner: Pick<PartnerFacts, "focus">,
  policy: ProgramPolicy,
  current: readonly TrainingFacts[],
): readonly string[] {
  const held = new Set(current.map((t) => t.course));
  return policy.courses
    .filter((c) => c.focus !== null && partner.focus.includes(c.focus))
    .filter((c) => !held.has(c.key))
    .map((c) => c.label);
}
