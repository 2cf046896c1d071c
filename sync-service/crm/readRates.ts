/** The org's currencies and dated rates. */
import { z } from "zod";
import type { CurrencyTable, DatedRate } from "../program/programRecords.ts";
import { MissingMetadataError } from "./answerFault.ts";
import { ConfigurationError } from "./errors.ts";
import type { Org } from "./org.ts";
import { readAllRows } from "./readRows.ts";
import { day, decimal, optional, rowReader, text } from "./rowReader.ts";

const describeAnswer = z.object({
  fields: z.array(z.object({ name: z.string() })),
});

const currencies = rowReader<{ id: string; code: string }>("CurrencyType", {
  id: text("Id"),
  code: text("IsoCode"),
});

const rates = rowReader<DatedRate & { id: string }>("DatedConversionRate", {
  id: text("Id"),
  currency: text("IsoCode"),
  startDate: day("StartDate"),
  nextStartDate: optional(day("NextStartDate")),
  rate: decimal("ConversionRate"),
});

const singleCurrency: CurrencyTable = {
  isMultiCurrency: false,
  corporateCurrency: "USD",
  rates: [],
};

/** Only the org's own description tells whether it has several currencies. */
export async function readRates(org: Org): Promise<CurrencyTable> {
  const described: unknown = await org.connection.describe("Opportunity");
  const { fields } = describeAnswer.parse(described);
  if (!fields.some(({ name }) => name === "CurrencyIsoCode")) return singleCurrency;
  return {
    isMultiCurrency: true,
    corporateCurrency: await readCorporateCurrency(org),
    rates: await readDatedRates(org),
  };
}

async function readCorporateCurrency(org: Org): Promise<string> {
  const rows = await readAllRows(org, {
    object: "CurrencyType",
    columns: currencies.columns,
    where: "IsCorporate = true",
  });
  const first = rows[0];
  if (!first)
    throw new ConfigurationError(
      "The org has several currencies, but names no corporate one (CurrencyType.IsCorporate)",
    );
  return currencies.read(first).code;
}

/** Without advanced currency management the object is missing: every foreign amount then lacks a rate. */
async function readDatedRates(org: Org): Promise<DatedRate[]> {
  try {
    const query = { object: "DatedConversionRate", columns: rates.columns };
    return (await readAllRows(org, query)).map(rates.read);
  } catch (error) {
    if (error instanceof MissingMetadataError && error.errorCode === "INVALID_TYPE") return [];
    throw error;
  }
}
