/** A partner's facts with one assumption in the place of what is recorded. */
import type { Assumption } from "./assumption.ts";
import type { DecisionInput } from "./decision.ts";
import type { Day } from "./facts.ts";
import { notBelowZero } from "./money.ts";
import type { CourseClass, ProgramPolicy } from "./policy.ts";
import type { BenefitFacts } from "./programRecords.ts";
import { resourcesOn } from "./resources.ts";
import type { TrainingFacts } from "./standingFacts.ts";

/** @throws RangeError where the policy knows no such benefit. */
export function withAssumption(
  input: DecisionInput,
  assumption: Assumption,
  policy: ProgramPolicy,
  asOf: Day,
): DecisionInput {
  if (assumption.kind === "eARR") return withRevenue(input, assumption);
  if (assumption.kind === "agreement") return withAgreement(input, assumption, asOf);
  if (assumption.kind === "invitation") return withInvitation(input, assumption, policy, asOf);
  return withPeople(input, assumption, policy, asOf);
}

type Of<K extends Assumption["kind"]> = Extract<Assumption, { readonly kind: K }>;

/** As though deals of today made the difference: influenced, in the trailing window and in the year to date. */
function withRevenue(input: DecisionInput, { isAdded, usd }: Of<"eARR">): DecisionInput {
  const { revenue } = input;
  const trailing = notBelowZero(isAdded ? revenue.trailing.plus(usd) : usd);
  const more = trailing.minus(revenue.trailing);
  return {
    ...input,
    revenue: {
      ...revenue,
      trailing,
      trailingInfluenced: revenue.trailingInfluenced.plus(more),
      yearToDate: notBelowZero(revenue.yearToDate.plus(more)),
    },
  };
}

/** In force from today; for the account itself, as R-8 has it. */
function withAgreement(input: DecisionInput, { type }: Of<"agreement">, asOf: Day): DecisionInput {
  const signed = { id: "assumed", partnerId: input.partner.id, type, effectiveDate: asOf, endDate: null };
  return { ...input, agreements: [...input.agreements, signed] };
}

function withInvitation(
  input: DecisionInput,
  { benefitKey }: Of<"invitation">,
  policy: ProgramPolicy,
  asOf: Day,
): DecisionInput {
  const byInvitation = policy.benefitRules.filter((rule) => rule.isByInvitation).map(({ key }) => key);
  if (!byInvitation.includes(benefitKey))
    throw new RangeError(`"${benefitKey}" is no benefit by invitation; those are: ${byInvitation.join(", ")}`);
  const invited = { invitedDate: asOf, invitationEndsDate: null };
  const isOwn = (row: BenefitFacts) => row.benefitKey === benefitKey && row.partnerId === input.partner.id;
  const benefits = input.benefits.map((row) => (isOwn(row) ? { ...row, ...invited } : row));
  const stored = { storedStatus: null, storedIsAvailable: false, storedReason: null };
  const missing = { id: null, partnerId: input.partner.id, benefitKey, ...invited, ...stored };
  return { ...input, benefits: benefits.some(isOwn) ? benefits : [...benefits, missing] };
}

const classOf: Readonly<Record<"technical" | "sales", CourseClass>> = { technical: "Technical", sales: "Sales" };

/** People more are invented; of people too many, the first ones by id are kept. */
function withPeople(
  input: DecisionInput,
  { kind, isAdded, people }: Of<"technical" | "sales">,
  policy: ProgramPolicy,
  asOf: Day,
): DecisionInput {
  const { partner, training } = input;
  const resources = resourcesOn(partner, training, policy, asOf);
  const present = kind === "technical" ? resources.technical : resources.salesTrained;
  const wanted = isAdded ? present.length + people : people;
  const courses = policy.courses.filter((course) => course.class === classOf[kind]);
  const leaving = new Set(present.slice(wanted));
  const ofClass = new Set(courses.map(({ key }) => key));
  const kept = training.filter((row) => !(leaving.has(row.contactId) && ofClass.has(row.course)));
  const course = courses.find(({ focus }) => focus === null)?.key ?? "";
  const invented = Array.from({ length: Math.max(0, wanted - present.length) }, (_, index): TrainingFacts => {
    const contactId = `assumed ${kind} ${present.length + index}`;
    return { contactId, partnerId: partner.id, course, completedDate: asOf, expiresDate: null };
  });
  return { ...input, training: [...kept, ...invented] };
}
