/** The columns of an opportunity, whether it is read by itself or through its attributions. */
import type Big from "big.js";
import type { OpportunityFacts } from "../program/facts.ts";
import { absent, day, decimal, flag, instant, optional, text } from "./rowReader.ts";
import type { Column } from "./rowReader.ts";

export interface OpportunityOptions {
  /** CurrencyIsoCode exists in an org with several currencies only. */
  readonly isMultiCurrency: boolean;
  /** For people; a nightly run does without. */
  readonly withName: boolean;
}

export interface OpportunityCells {
  readonly opportunityId: string;
  readonly name: string | null;
  readonly isWon: boolean;
  readonly isClosed: boolean;
  readonly closeDate: string;
  readonly stageChangedAt: number | null;
  readonly opportunityCreatedAt: number;
  readonly currencyCode: string | null;
  readonly earr: Big | null;
}

type Columns = {
  readonly [K in keyof OpportunityCells]: Column<OpportunityCells[K]>;
};

/** `prefix` is the path to the opportunity: "" or `Opportunity__r.`. */
export function opportunityColumns(prefix: string, { isMultiCurrency, withName }: OpportunityOptions): Columns {
  return {
    opportunityId: text(`${prefix}Id`),
    name: withName ? optional(text(`${prefix}Name`)) : absent,
    isWon: flag(`${prefix}IsWon`),
    isClosed: flag(`${prefix}IsClosed`),
    closeDate: day(`${prefix}CloseDate`),
    stageChangedAt: optional(instant(`${prefix}LastStageChangeDate`)),
    opportunityCreatedAt: instant(`${prefix}CreatedDate`),
    currencyCode: isMultiCurrency ? optional(text(`${prefix}CurrencyIsoCode`)) : absent,
    earr: optional(decimal(`${prefix}eARR__c`)),
  };
}

/** The opportunity without its line items, which are read by themselves. */
export function opportunityOf(cells: OpportunityCells): OpportunityFacts {
  return {
    id: cells.opportunityId,
    ...(cells.name === null ? {} : { name: cells.name }),
    isWon: cells.isWon,
    isClosed: cells.isClosed,
    closeDate: cells.closeDate,
    // where no stage change is recorded, the creation.
    closedAt: cells.stageChangedAt ?? cells.opportunityCreatedAt,
    currencyCode: cells.currencyCode,
    earr: cells.earr,
    lines: [],
  };
}
