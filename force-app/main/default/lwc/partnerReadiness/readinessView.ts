import type { ProgramClock } from "c/programClock";
import { fillCount, fillText, formatCount, formatList } from "c/programFormat";
import { agreementViews, type AgreementView } from "./agreementViews";
import type { CountingCourses } from "./countingCourses";
import { label } from "./labels";
import { missingFocusCourses, peopleViews, type PersonView } from "./peopleViews";
import type { ReadinessAnswer, ReadinessPartnerNode } from "./readinessAnswer";

export interface ReadinessCase {
  readonly answer: ReadinessAnswer;
  readonly clock: ProgramClock;
  readonly partner: ReadinessPartnerNode;
  readonly courses: CountingCourses;
}

export interface ReadinessView {
  readonly totals: readonly { readonly key: string; readonly text: string; readonly differs: string | null }[];
  readonly shortText: string;
  readonly focusText: string | null;
  readonly people: readonly PersonView[];
  readonly agreements: readonly AgreementView[];
}

interface ClassFigures {
  readonly key: string;
  readonly one: string;
  readonly many: string;
  readonly stored: number | null;
  readonly gap: number | null;
  readonly counted: number;
}

/** The stored figure, with what is missing to the next tier, and whether the rows below still say the same. */
function totalOf(
  { key, one, many, stored, gap, counted }: ClassFigures,
  nextTier: string | null,
): ReadinessView["totals"][0] {
  const has = fillCount(stored ?? 0, one, many);
  const isMissing = nextTier !== null && gap !== null && gap > 0;
  return {
    key,
    text: isMissing ? `${has} ${fillText(label.missing, formatCount(gap), nextTier)}` : has,
    differs: stored === null || counted === stored ? null : fillText(label.differs, formatCount(counted)),
  };
}

export function readinessView({ answer, clock, partner, courses }: ReadinessCase): ReadinessView {
  const people = peopleViews(answer, courses, clock);
  const missing = missingFocusCourses(answer, courses, clock);
  const next = partner.Next_Tier__c.value;
  const classes: readonly ClassFigures[] = [
    {
      key: "technical",
      one: label.technicalOne,
      many: label.technicalMany,
      stored: partner.Technical_Resources__c.value,
      gap: partner.Next_Tier_Technical_Gap__c.value,
      counted: people.filter(({ technical }) => technical.counts).length,
    },
    {
      key: "sales",
      one: label.salesOne,
      many: label.salesMany,
      stored: partner.Sales_Trained_Resources__c.value,
      gap: partner.Next_Tier_Sales_Gap__c.value,
      counted: people.filter(({ sales }) => sales.counts).length,
    },
  ];
  return {
    totals: classes.map((figures) => totalOf(figures, next)),
    shortText: fillCount(people.filter(({ short }) => short !== null).length, label.shortOne, label.shortMany),
    focusText: missing.length === 0 ? null : fillText(label.focusMissing, formatList(missing)),
    people,
    agreements: agreementViews(partner, clock.today),
  };
}
