/** What judging plain deals asks of partners, by the numbers that records know them by. */
import { dayNumber } from "../crm/attributionRecord.ts";
import type { CreditContext } from "../program/creditCase.ts";
import { type PartnerStanding, resaleChanges, resellerProgramKey } from "../program/resale.ts";
import type { PartnerTable } from "./judgeMessages.ts";

export interface KnownPartners {
  readonly idOf: (partner: number) => string;
  /** Whether the account takes part in the programme. */
  readonly isPartner: (partner: number) => boolean;
  /** Days as numbers on which resale becomes authorised and ends again, in turn. */
  readonly resaleChanges: (partner: number) => readonly number[];
}

/** By what the run has read. */
export function partnersOf(idOf: (partner: number) => string, standingOf: CreditContext["standingOf"]): KnownPartners {
  return {
    idOf,
    isPartner: (partner) => standingOf(idOf(partner)) !== null,
    resaleChanges: (partner) => changesOf(idOf(partner), standingOf),
  };
}

/** Of the first so many numbers, for another thread. */
export function partnerTable({ isPartner, resaleChanges }: KnownPartners, count: number): PartnerTable {
  return {
    isPartner: Uint8Array.from({ length: count }, (_, partner) => (isPartner(partner) ? 1 : 0)),
    resaleChanges: Array.from({ length: count }, (_, partner) => resaleChanges(partner)),
  };
}

export function partnersIn(
  { isPartner, resaleChanges }: PartnerTable,
  idOf: (partner: number) => string,
): KnownPartners {
  return {
    idOf,
    isPartner: (partner) => isPartner[partner] === 1,
    resaleChanges: (partner) => resaleChanges[partner] ?? [],
  };
}

/** Of seventeen benefits only the one that resale asks for. */
function changesOf(id: string, standingOf: CreditContext["standingOf"]): readonly number[] {
  const { agreements = [], benefits = [] } = standingOf(id) ?? {};
  const standing: PartnerStanding = {
    agreements,
    benefits: benefits.filter(({ benefitKey }) => benefitKey === resellerProgramKey),
  };
  return resaleChanges(id, standing).map(dayNumber);
}
