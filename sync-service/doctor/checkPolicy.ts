/** The policy in force today, and the currencies that it needs rates for. */
import { ConfigurationError } from "../crm/errors.ts";
import type { Org } from "../crm/org.ts";
import { readPolicies, type ServicePolicy } from "../crm/readPolicy.ts";
import { readRates } from "../crm/readRates.ts";
import { programDay } from "../run/programDay.ts";
import { fault, type Finding, ok, warning } from "./finding.ts";

export interface PolicyExamination {
  readonly finding: Finding;
  /** null: none that a run could use. */
  readonly policy: ServicePolicy | null;
}

export async function checkPolicy(org: Org): Promise<PolicyExamination> {
  try {
    const { policy, asOf } = programDay(await readPolicies(org), null, org.clock.now());
    return { policy, finding: ok("Policy", `${policy.name} is in force on ${asOf} (${policy.timeZone})`) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const advice = "mend the custom metadata rows named (docs/rules.md says what each setting means)";
    return { policy: null, finding: fault("Policy", error.message, advice) };
  }
}

export async function checkCurrencies(org: Org): Promise<Finding> {
  const { isMultiCurrency, corporateCurrency, rates } = await readRates(org);
  if (!isMultiCurrency) return ok("Currencies", "One currency: amounts are US dollars");
  const currencies = new Set(rates.map(({ currency }) => currency));
  if (rates.length > 0)
    return ok("Currencies", `Corporate currency ${corporateCurrency}, dated rates of ${currencies.size} currencies`);
  return warning(
    "Currencies",
    "The org has several currencies and no dated rates",
    "enable advanced currency management and enter dated exchange rates: without one a deal in another currency counts 0 (R-21)",
  );
}
