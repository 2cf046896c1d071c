import { picksOf, rowsOf } from "c/programAnswer";
import type { ProgramClock } from "c/programClock";
import type { CourseNode, ReadinessAnswer, ReadinessPartnerNode } from "./readinessAnswer";

export interface CountingCourses {
  /** Of this partner, by the class that they make people count in. */
  readonly technical: readonly CourseNode[];
  readonly sales: readonly CourseNode[];
  /** Courses that the partner's focus asks for, whether or not they make anybody count. */
  readonly ofFocus: readonly CourseNode[];
}

/** Which courses of the catalogue are this partner's. */
export function countingCourses(
  answer: ReadinessAnswer,
  partner: ReadinessPartnerNode,
  { policyId }: ProgramClock,
): CountingCourses {
  const policy = rowsOf(answer.Partner_Program_Policy__mdt).find(({ Id }) => Id === policyId);
  const isFocusCounted = policy?.Is_Segment_Sales_Training_Counted__c.value === true;
  const focus = picksOf(partner.Partner_Focus__c);
  const courses = rowsOf(answer.Partner_Course__mdt).filter((course) => course.Policy__c.value === policyId);
  const ofFocus = courses.filter(({ Focus__c: { value } }) => value !== null && focus.includes(value));
  const counting = courses.filter(
    ({ Focus__c: { value } }) => value === null || (isFocusCounted && focus.includes(value)),
  );
  const ofClass = (name: string): CourseNode[] => counting.filter(({ Class__c }) => Class__c.value === name);
  return { technical: ofClass("Technical"), sales: ofClass("Sales"), ofFocus };
}
