import type { ProgramClock } from "c/programClock";
import { addDays, yearOf, type Day } from "c/programDays";
import { fillText, formatDay } from "c/programFormat";
import type { EvidenceRow } from "./evidenceRow";
import { label } from "./labels";

export interface NearMiss {
  readonly key: string;
  readonly opportunityId: string;
  readonly opportunity: string;
  readonly closed: string;
  readonly why: string;
  readonly who: string;
  readonly how: string;
  readonly until: string;
}

interface NearMissCase {
  readonly clock: ProgramClock;
  readonly manager: string | null;
  /** Programme years whose review is published: nothing enters them any more. */
  readonly publishedYears: readonly number[];
}

interface Mending {
  readonly who: string;
  readonly how: string;
}

function mendingOf({ reason, owner }: EvidenceRow, manager: string | null): Mending | null {
  const mendings: Readonly<Record<string, Mending>> = {
    "Added After Close": { who: label.byPartnerAndAdministrator, how: label.mendAddedAfterClose },
    "Registration Not Approved": {
      who: manager === null ? label.byManager : fillText(label.byNamedManager, manager),
      how: label.mendNotApproved,
    },
    "Registration Submitted After Close": { who: label.byAdministrator, how: label.mendLate },
    "No eARR": {
      who: owner === "" ? label.byExecutive : fillText(label.byNamedExecutive, owner),
      how: label.mendNoEarr,
    },
    "Currency Rate Missing": { who: label.bySalesforceAdministrator, how: label.mendRate },
  };
  return mendings[reason ?? ""] ?? null;
}

/** A year is reviewed in the year after it, by 31 March; skipped years are not reviewed. */
function untilText(closeDate: Day, { clock, publishedYears }: NearMissCase): string | null {
  const lastDay = addDays(closeDate, clock.windowDays - 1);
  const reviewYear = yearOf(closeDate) + 1;
  const isReviewed = reviewYear < yearOf(clock.asOf) || publishedYears.includes(reviewYear);
  const review = formatDay(`${reviewYear}-03-31`);
  if (lastDay < clock.asOf) return isReviewed ? null : fillText(label.untilReview, String(reviewYear), review);
  if (isReviewed) return fillText(label.untilLeaves, formatDay(lastDay));
  return fillText(label.untilBoth, formatDay(lastDay), String(reviewYear), review);
}

/** Won deals that do not count and still could: who can mend what, until when. The earliest end comes first. */
export function nearMisses(rows: readonly EvidenceRow[], known: NearMissCase): readonly NearMiss[] {
  return [...rows]
    .filter(({ status, closeDate }) => status === "Excluded" && closeDate <= known.clock.asOf)
    .sort((a, b) => (a.closeDate < b.closeDate ? -1 : 1))
    .flatMap((row) => {
      const mending = mendingOf(row, known.manager);
      const until = untilText(row.closeDate, known);
      if (mending === null || until === null) return [];
      const { id, opportunityId, opportunity, closeDate, why } = row;
      return [{ key: id, opportunityId, opportunity, closed: formatDay(closeDate), why, ...mending, until }];
    });
}
