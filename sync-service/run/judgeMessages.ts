/** What the thread beside the run's own is told to judge, and what it has found. */
import Big from "big.js";
import type { BoundarySummary } from "../program/boundaryList.ts";
import type { Day } from "../program/facts.ts";
import type { CurrencyTable, DatedRate } from "../program/programRecords.ts";
import type { SharedSums } from "../program/plainSums.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { DealSource } from "./dealParts.ts";
import type { SpilledRecords } from "./recordSpill.ts";

/** What the records' numbers stand for. */
export interface DealNumbers {
  /** Words of ids. */
  readonly partners: Int32Array;
  readonly currencies: readonly (string | null)[];
  readonly families: readonly (string | null)[];
}

/** By the partner's number. */
export interface PartnerTable {
  /** 1: the account takes part in the programme. */
  readonly isPartner: Uint8Array;
  /** Days as numbers on which resale becomes authorised and ends again, in turn. */
  readonly resaleChanges: readonly (readonly number[])[];
}

/** Decimals do not come along as they are. */
export interface SharedCurrencies extends Omit<CurrencyTable, "rates"> {
  readonly rates: readonly (Omit<DatedRate, "rate"> & { readonly rate: string })[];
}

export interface JudgeTask {
  readonly sources: readonly DealSource[];
  readonly numbers: DealNumbers;
  readonly partners: PartnerTable;
  readonly policy: Omit<ProgramPolicy, "tierRequirements">;
  readonly currencies: SharedCurrencies;
  readonly asOf: Day;
  /** From which day on every night reads deals; null: nobody asked. */
  readonly nightlyFrom: Day | null;
  readonly parts: number;
  /** Holds the number of the next part that nobody judges yet. */
  readonly next: SharedArrayBuffer;
}

export interface JudgedShare {
  readonly opportunities: number;
  readonly sums: SharedSums;
  readonly changed: SpilledRecords;
  readonly deals: SpilledRecords;
  readonly boundaries: BoundarySummary;
  /** US dollars. */
  readonly programTrailing: string;
  readonly nightlyRows: Readonly<Record<string, number>>;
  /** Records of the deals that are not plain, or that an approved registration names. */
  readonly leftAttributions: Int32Array;
  readonly leftLines: Int32Array;
}

export function sharedCurrencies({ isMultiCurrency, corporateCurrency, rates }: CurrencyTable): SharedCurrencies {
  return {
    isMultiCurrency,
    corporateCurrency,
    rates: rates.map((dated) => ({ ...dated, rate: dated.rate.toFixed() })),
  };
}

export function currencyTable({ rates, ...table }: SharedCurrencies): CurrencyTable {
  return { ...table, rates: rates.map((dated) => ({ ...dated, rate: new Big(dated.rate) })) };
}
