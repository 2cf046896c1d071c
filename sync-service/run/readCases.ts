/**
 * Brings the attributions, lines and registrations of one opportunity together.
 * They arrive in no order, so they are gathered here, and nowhere else: should
 * ten million not fit in memory, this is the one place to change.
 */
import type { OpportunityOptions } from "../crm/opportunityColumns.ts";
import type { Org } from "../crm/org.ts";
import { readAttributions } from "../crm/readAttributions.ts";
import { type LineItem, readLineItems, readLineItemsOf } from "../crm/readLineItems.ts";
import { readOpportunities } from "../crm/readOpportunities.ts";
import type { ReadScope } from "../crm/readScope.ts";
import type { OpportunityCase } from "../program/creditCase.ts";
import type { AttributionFacts, OpportunityFacts, OpportunityLine, RegistrationFacts } from "../program/facts.ts";

export interface CaseRequest {
  readonly scope: ReadScope;
  readonly options: OpportunityOptions;
  readonly registrations: readonly RegistrationFacts[];
}

export interface CaseReading {
  readonly cases: readonly OpportunityCase[];
  readonly rowCounts: Readonly<Record<string, number>>;
}

interface Draft {
  readonly opportunity: OpportunityFacts;
  readonly attributions: AttributionFacts[];
  readonly lines: OpportunityLine[];
  readonly registrations: RegistrationFacts[];
}

export async function readCases(org: Org, { scope, options, registrations }: CaseRequest): Promise<CaseReading> {
  const drafts = new Map<string, Draft>();
  const attributions = await gather(org, scope, options, drafts);
  let lines = await addLines(drafts, readLineItems(org, scope));
  const approved = registrations.filter((r) => r.status === "Approved");
  const unseen = unseenOpportunities(approved, drafts);
  for (const opportunity of await readOpportunities(org, unseen, options)) draftOf(drafts, opportunity);
  lines += await addLines(drafts, readLineItemsOf(org, unseen));
  for (const registration of approved) drafts.get(registration.opportunityId ?? "")?.registrations.push(registration);
  return {
    cases: [...drafts.values()].map(({ opportunity, lines, ...rest }) => ({
      opportunity: { ...opportunity, lines },
      ...rest,
    })),
    rowCounts: { attributions, opportunities: drafts.size, lines },
  };
}

async function gather(
  org: Org,
  scope: ReadScope,
  options: OpportunityOptions,
  drafts: Map<string, Draft>,
): Promise<number> {
  let rows = 0;
  for await (const row of readAttributions(org, scope, options)) {
    draftOf(drafts, row.opportunity).attributions.push(row.attribution);
    rows += 1;
  }
  return rows;
}

function draftOf(drafts: Map<string, Draft>, opportunity: OpportunityFacts): Draft {
  const known = drafts.get(opportunity.id);
  if (known) return known;
  const draft = { opportunity, attributions: [], lines: [], registrations: [] };
  drafts.set(opportunity.id, draft);
  return draft;
}

/** A line of an opportunity that was read a moment too early to be known is left to the next run. */
async function addLines(drafts: ReadonlyMap<string, Draft>, lines: AsyncIterable<LineItem>): Promise<number> {
  let rows = 0;
  for await (const { opportunityId, family, earr } of lines) {
    drafts.get(opportunityId)?.lines.push({ family, earr });
    rows += 1;
  }
  return rows;
}

/** an approval adds the partner also where nobody has a row yet. */
function unseenOpportunities(approved: readonly RegistrationFacts[], drafts: ReadonlyMap<string, Draft>): string[] {
  const ids = approved.flatMap((r) => r.opportunityId ?? []);
  return [...new Set(ids)].filter((id) => !drafts.has(id));
}
