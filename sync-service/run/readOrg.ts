/** Everything a run needs to know of the org; the large tables are streamed into cases. */
import { IdNumbers } from "../crm/idNumbers.ts";
import type { Org } from "../crm/org.ts";
import type { PartnerAccounts } from "../crm/partnerAccounts.ts";
import type { PartnerRows } from "../crm/partnerRows.ts";
import { readAgreements } from "../crm/readAgreements.ts";
import { readBenefits } from "../crm/readBenefits.ts";
import { readPartners } from "../crm/readPartners.ts";
import { readRates } from "../crm/readRates.ts";
import { readRegistrations } from "../crm/readRegistrations.ts";
import { readReviews } from "../crm/readReviews.ts";
import type { ReadScope } from "../crm/readScope.ts";
import { readTraining } from "../crm/readTraining.ts";
import type { Day, RegistrationFacts } from "../program/facts.ts";
import type { BenefitFacts, OrgCurrencies, ReviewFacts } from "../program/programRecords.ts";
import type { AgreementFacts, TrainingFacts } from "../program/standingFacts.ts";
import { yearOf } from "../program/windows.ts";
import type { CaseStore } from "./caseStore.ts";
import { readCases } from "./readCases.ts";
import type { Progress } from "./runTypes.ts";

export interface OrgFacts {
  readonly partners: PartnerAccounts;
  readonly registrations: readonly RegistrationFacts[];
  readonly training: Pick<PartnerRows<TrainingFacts>, "of" | "length">;
  readonly agreements: Pick<PartnerRows<AgreementFacts>, "of" | "length">;
  readonly benefits: Pick<PartnerRows<BenefitFacts>, "of" | "length">;
  readonly reviews: readonly ReviewFacts[];
  readonly currencies: OrgCurrencies;
  /** To be closed when the run is over. */
  readonly cases: CaseStore;
  /** Rows read by kind, for the record and for the guard against readings that shrink. */
  readonly rowCounts: Readonly<Record<string, number>>;
}

export interface ReadingRequest {
  readonly scope: ReadScope;
  readonly asOf: Day;
  readonly withNames: boolean;
}

export async function readOrg(org: Org, request: ReadingRequest, progress: Progress): Promise<OrgFacts> {
  const { scope, asOf, withNames } = request;
  progress.step("Reading partners, agreements, training, registrations");
  const small = await readSmallTables(org, scope);
  const [reviews, currencies] = await Promise.all([readReviews(org, scope, yearOf(asOf)), readRates(org)]);
  progress.step("Reading opportunities that partners took part in");
  const options = { isMultiCurrency: currencies.isMultiCurrency, withName: withNames };
  const { registrations } = small;
  const { cases, rowCounts } = await readCases(org, { scope, options, registrations });
  return {
    ...small,
    reviews,
    currencies,
    cases,
    rowCounts: { ...countsOf({ ...small, reviews, rates: currencies.rates }), ...rowCounts },
  };
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
