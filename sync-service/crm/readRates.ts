/** The org's currencies and dated rates. */
import { z } from "zod";
import type { DatedRate, OrgCurrencies } from "../program/programRecords.ts";
import { MissingMetadataError } from "./answerFault.ts";
import { ConfigurationError, CurrenciesUnreadableError } from "./errors.ts";
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { day, decimal, flag, optional, rowReader, text } from "./rowReader.ts";

const describeAnswer = z.object({
  fields: z.array(z.object({ name: z.string() })),
});

interface Currency {
  readonly id: string;
  readonly code: string;
  readonly isCorporate: boolean;
  readonly isActive: boolean;
}

const currencies = rowReader<Currency>("CurrencyType", {
  id: text("Id"),
  code: text("IsoCode"),
  isCorporate: flag("IsCorporate"),
  isActive: flag("IsActive"),
});

const rates = rowReader<DatedRate & { id: string }>("DatedConversionRate", {
  id: text("Id"),
  currency: text("IsoCode"),
  startDate: day("StartDate"),
  nextStartDate: optional(day("NextStartDate")),
  rate: decimal("ConversionRate"),
});

const singleCurrency: OrgCurrencies = {
  isMultiCurrency: false,
  corporateCurrency: "USD",
  rates: [],
  areRatesReadable: true,
  unratedCurrencies: [],
};

/** Only the org's own description tells whether it has several currencies. */
export async function readRates(org: Org): Promise<OrgCurrencies> {
  const described: unknown = await org.connection.describe("Opportunity");
  const { fields } = describeAnswer.parse(described);
  if (!fields.some(({ name }) => name === "CurrencyIsoCode")) return singleCurrency;
  const known = await readCurrencies(org);
  const dated = await readDatedRates(org);
  const rated = new Set(dated?.map(({ currency }) => currency));
  return {
    isMultiCurrency: true,
    corporateCurrency: corporateOf(known),
    rates: dated ?? [],
    areRatesReadable: dated !== null,
    unratedCurrencies: known
      .filter(({ code, isActive, isCorporate }) => isActive && !isCorporate && !rated.has(code))
      .map(({ code }) => code)
      .sort(),
  };
}

/** @throws CurrenciesUnreadableError where the user lost the right to them: every org with several currencies has them. */
async function readCurrencies(org: Org): Promise<Currency[]> {
  try {
    const rows = await readAllRows(org, { object: "CurrencyType", columns: currencies.columns });
    return rows.map(currencies.read);
  } catch (error) {
    if (!(error instanceof MissingMetadataError)) throw error;
    const text = `The currencies of this multi-currency org can't be read: ${error.message}`;
    throw new CurrenciesUnreadableError(text, { cause: error });
  }
}

function corporateOf(known: readonly Currency[]): string {
  const corporate = known.find(({ isCorporate }) => isCorporate);
  if (corporate) return corporate.code;
  throw new ConfigurationError("The org has several currencies, but names no corporate one (CurrencyType.IsCorporate)");
}

/**
 * Without advanced currency management the object is missing, and where the user lost the right to it the object or its
 * fields are: null, and every foreign amount lacks a rate. The guards hold the run where that was not so before.
 */
async function readDatedRates(org: Org): Promise<DatedRate[] | null> {
  try {
    const query = { object: "DatedConversionRate", columns: rates.columns };
    return (await readAllRows(org, query)).map(rates.read);
  } catch (error) {
    if (error instanceof MissingMetadataError) return null;
    throw error;
  }
}
