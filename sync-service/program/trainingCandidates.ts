/** People of a partner who are one course short of counting. */
import type { DecisionInput } from "./decision.ts";
import type { Day } from "./facts.ts";
import type { CourseClass, ProgramPolicy } from "./policy.ts";
import { coursesFor } from "./resources.ts";
import { isInForce } from "./windows.ts";

/** Somebody of the partner's account. The name is personal: for a person who asked, never for a log. */
export interface Person {
  readonly contactId: string;
  readonly name: string | null;
}

export type Closeness =
  /** Held the course, and it has expired. */
  | "Expired"
  /** Trained, but in the other class only. */
  | "Trained Otherwise"
  | "Untrained";

export interface Candidate extends Person {
  readonly closeness: Closeness;
  readonly expiredOn: Day | null;
  /** Labels of the courses any of which will do. */
  readonly courses: readonly string[];
}

interface CandidateCase {
  readonly input: Pick<DecisionInput, "partner" | "training">;
  readonly people: readonly Person[];
}

const order: readonly Closeness[] = ["Expired", "Trained Otherwise", "Untrained"];

/** Everyone who does not count yet; those who were nearest come first, then by name. */
export function candidates(
  courseClass: CourseClass,
  present: readonly string[],
  { input, people }: CandidateCase,
  policy: ProgramPolicy,
  asOf: Day,
): Candidate[] {
  const courses = coursesFor(input.partner, policy).filter((course) => course.class === courseClass);
  const keys = new Set(courses.map(({ key }) => key));
  const labels = courses.map(({ label }) => label);
  const counting = new Set(present);
  return people
    .filter(({ contactId }) => !counting.has(contactId))
    .map((person) => ({ ...person, ...closenessOf(person, input, keys, asOf), courses: labels }))
    .sort(nearestFirst);
}

function closenessOf(
  { contactId }: Person,
  { training }: CandidateCase["input"],
  keys: ReadonlySet<string>,
  asOf: Day,
): Pick<Candidate, "closeness" | "expiredOn"> {
  const own = training.filter((row) => row.contactId === contactId);
  const expiries = own.flatMap(({ course, completedDate, expiresDate }) =>
    keys.has(course) && completedDate !== null && expiresDate !== null && expiresDate < asOf ? [expiresDate] : [],
  );
  const expiredOn = expiries.sort().at(-1) ?? null;
  if (expiredOn !== null) return { closeness: "Expired", expiredOn };
  const isTrained = own.some((row) => isInForce(row.completedDate, row.expiresDate, asOf));
  return { closeness: isTrained ? "Trained Otherwise" : "Untrained", expiredOn };
}

function nearestFirst(a: Candidate, b: Candidate): number {
  const nearer = order.indexOf(a.closeness) - order.indexOf(b.closeness);
  if (nearer !== 0) return nearer;
  const [one, other] = [`${a.name ?? ""} ${a.contactId}`, `${b.name ?? ""} ${b.contactId}`];
  return one < other ? -1 : 1;
}
