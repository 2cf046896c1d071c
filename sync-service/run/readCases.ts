/** Reads the attributions, lines and registrations of opportunities into one store; they arrive in no order. */
import type { OpportunityOptions } from "../crm/opportunityColumns.ts";
import type { Org } from "../crm/org.ts";
import { readAttributions } from "../crm/readAttributions.ts";
import { readLineItems, readLineItemsOf } from "../crm/readLineItems.ts";
import { readOpportunities } from "../crm/readOpportunities.ts";
import { attributionsIn, linesIn, type ReadScope } from "../crm/readScope.ts";
import type { RegistrationFacts } from "../program/facts.ts";
import { CaseStore } from "./caseStore.ts";
import { SharedReading } from "./sharedReading.ts";

export interface CaseRequest {
  readonly scope: ReadScope;
  readonly options: OpportunityOptions;
  readonly registrations: readonly RegistrationFacts[];
}

export interface CaseReading {
  readonly cases: CaseStore;
  readonly rowCounts: Readonly<Record<string, number>>;
}

export async function readCases(org: Org, { scope, options, registrations }: CaseRequest): Promise<CaseReading> {
  const store = new CaseStore(registrations.filter(({ status }) => status === "Approved"));
  try {
    const read = await readRecords(org, store, scope, options);
    const lines = read.lines + (await readUnattributed(org, store, options));
    return { cases: store, rowCounts: { attributions: read.attributions, lines } };
  } catch (error) {
    await store.thread?.abandon();
    store.thread = null;
    store.close();
    throw error;
  }
}

interface RowCounts {
  readonly attributions: number;
  readonly lines: number;
}

/** Both jobs run in the org at once; of their results one is read after the other. */
async function readRecords(
  org: Org,
  store: CaseStore,
  scope: ReadScope,
  options: OpportunityOptions,
): Promise<RowCounts> {
  const { packed } = store;
  const reading = new SharedReading(org, store, options);
  const space = reading.space("attributions", (rows) => {
    reading.begin(rows);
  });
  const attributions = readAttributions(org, { where: attributionsIn(scope), options, texts: packed.packing, space });
  const lineSpace = reading.space("lines", async () => void (await attributions));
  const lines = readLineItems(org, linesIn(scope), packed.familyNumber, lineSpace);
  const read = await settled(attributions, lines);
  await reading.finish();
  for (const table of ["attributions", "lines"] as const)
    if (read[table] !== store.rowsOf(table))
      throw new Error(`Of ${read[table]} ${table} ${store.rowsOf(table)} were kept`);
  return read;
}

/** The first failure, once neither is at work any more. */
async function settled(attributions: Promise<number>, lines: Promise<number>): Promise<RowCounts> {
  await Promise.allSettled([attributions, lines]);
  return { attributions: await attributions, lines: await lines };
}

/** an approval adds the partner also where nobody has a row yet. Returns how many lines were read. */
async function readUnattributed(org: Org, store: CaseStore, options: OpportunityOptions): Promise<number> {
  const ids = store.unattributedIds();
  const opportunities = await readOpportunities(org, ids, options);
  const lines = await readLineItemsOf(org, ids);
  const byOpportunity = Map.groupBy(lines, ({ opportunityId }) => opportunityId);
  for (const opportunity of opportunities)
    store.unattributed.push({
      opportunity: {
        ...opportunity,
        lines: (byOpportunity.get(opportunity.id) ?? []).map(({ family, earr }) => ({ family, earr })),
      },
      attributions: [],
      registrations: store.registrationsOf(opportunity.id),
    });
  return lines.length;
}
