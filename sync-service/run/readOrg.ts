/** Everything a run needs to know of the org; the large tables are streamed into cases. */
import { IdNumbers } from "../crm/idNumbers.ts";
import type { Org } from "../crm/org.ts";
import type { PartnerAccounts } from "../crm/partnerAccounts.ts";
import type { PartnerRows } from "../crm/partnerRows.ts";
import { readAgreements } from "../crm/readAgreements.ts";
import { readBenefits } from "../crm/readBenefits.ts";
import { readPartners } from "../crm/readPartners.ts";
import { readRates } from "../crm/readRates.ts";
import { readRegistrations, type RegistrationRow } from "../crm/readRegistrations.ts";
import { readReviews } from "../crm/readReviews.ts";
import { passesFilter } from "../crm/dealFilter.ts";
import type { ReadScope } from "../crm/readScope.ts";
import { readTraining } from "../crm/readTraining.ts";
import type { Day } from "../program/facts.ts";
import type { BenefitFacts, OrgCurrencies, ReviewFacts } from "../program/programRecords.ts";
import type { AgreementFacts, TrainingFacts } from "../program/standingFacts.ts";
import { yearOf } from "../program/windows.ts";
import type { CaseStore } from "./caseStore.ts";
import type { Reading } from "./chooseReading.ts";
import { NightlyRows } from "./nightlyRows.ts";
import { readCases } from "./readCases.ts";
import type { Progress } from "./runTypes.ts";

export interface OrgFacts {
  readonly partners: PartnerAccounts;
  readonly registrations: readonly RegistrationRow[];
  readonly training: Pick<PartnerRows<TrainingFacts>, "of" | "length">;
  readonly agreements: Pick<PartnerRows<AgreementFacts>, "of" | "length">;
  readonly benefits: Pick<PartnerRows<BenefitFacts>, "of" | "length">;
  readonly reviews: readonly ReviewFacts[];
  readonly currencies: OrgCurrencies;
  /** To be closed when the run is over. */
  readonly cases: CaseStore;
  /** Rows read by kind, for the record and for the guard against readings that shrink. */
  readonly rowCounts: Readonly<Record<string, number>>;
  /** How the deals were chosen; null: nobody asked, so all of the scope were read. */
  readonly reading: Reading | null;
  /** Complete once the deals are judged; null where no reading was chosen. */
  readonly nightlyRows: NightlyRows | null;
}

export interface ReadingRequest {
  readonly scope: ReadScope;
  readonly asOf: Day;
  readonly withNames: boolean;
  /** Says which deals are to be read; none = all of the scope. */
  readonly choose?: ((registrations: readonly RegistrationRow[]) => Promise<Reading>) | undefined;
}

export async function readOrg(org: Org, request: ReadingRequest, progress: Progress): Promise<OrgFacts> {
  const { scope, asOf, withNames, choose } = request;
  progress.step("Reading partners, agreements, training, registrations");
  const small = await readSmallTables(org, scope);
  const [reviews, currencies] = await Promise.all([readReviews(org, scope, yearOf(asOf)), readRates(org)]);
  const reading = (await choose?.(small.registrations)) ?? null;
  progress.step(stepOf(reading));
  const options = { isMultiCurrency: currencies.isMultiCurrency, withName: withNames };
  const { cases, rowCounts } = await readCases(org, { ...dealsOf(scope, small.registrations, reading), options });
  return {
    ...small,
    reviews,
    currencies,
    cases,
    reading,
    nightlyRows: reading && new NightlyRows(reading.marks.from),
    rowCounts: { ...countsOf({ ...small, reviews, rates: currencies.rates }), ...rowCounts },
  };
}

function stepOf(reading: Reading | null): string {
  const what = "Reading opportunities that partners took part in";
  return reading?.filter ? `${what}: open, closed since ${reading.filter.from}, or changed` : what;
}

/**
 * Nothing is concluded from registrations of deals that are not read: approved ones would add partners who are there
 * already.
 */
function dealsOf(scope: ReadScope, registrations: readonly RegistrationRow[], reading: Reading | null) {
  const deals = reading?.filter;
  if (!deals) return { scope, registrations };
  return { scope: { ...scope, deals }, registrations: registrations.filter((row) => passesFilter(row, deals)) };
}

async function readSmallTables(org: Org, scope: ReadScope) {
  const numbers = new IdNumbers();
  const [partners, registrations, training, agreements, benefits] = await Promise.all([
    readPartners(org, scope),
    readRegistrations(org, scope),
    readTraining(org, scope, numbers),
    readAgreements(org, scope, numbers),
    readBenefits(org, scope, numbers),
  ]);
  for (const rows of [training, agreements, benefits]) rows.finish();
  return { partners, registrations, training, agreements, benefits };
}

function countsOf(tables: Readonly<Record<string, { readonly length: number }>>): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
}
