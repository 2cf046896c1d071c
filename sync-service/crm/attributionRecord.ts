/**
 * One attribution with its opportunity as sixteen 32-bit words: 64 bytes where objects
 * take a thousand. Amounts are decimal digits in two words of nine, with their scale:
 * eighteen digits, as many as a field holds, none of them binary fractions.
 */
import Big from "big.js";
import type {
  AttributionFacts,
  AttributionRole,
  AttributionSource,
  CreditReason,
  CreditStatus,
  Day,
  OpportunityFacts,
} from "../program/facts.ts";
import { idAt } from "./packedId.ts";

export const attributionWords = 16;

/** Where in a record what stands. Ids take three words each, amounts two. */
export const at = {
  id: 0,
  opportunity: 3,
  partner: 6,
  flags: 7,
  /** As a number, 20231231. */
  closeDay: 8,
  /** Whole seconds since 1970, unsigned. */
  created: 9,
  closed: 10,
  /** Bits 0..9 and 10..19: milliseconds of created and closed; from 20: the currency's number. */
  rest: 11,
  earr: 12,
  credit: 14,
} as const;

/** Bits of the flags. The scales take four bits, status three (0 = none), reason three (0 = none). */
export const bit = {
  isRegistration: 1 << 0,
  isResold: 1 << 1,
  isWon: 1 << 2,
  isClosed: 1 << 3,
  hasEarr: 1 << 4,
  isEarrNegative: 1 << 5,
  hasCredit: 1 << 6,
  isCreditNegative: 1 << 7,
  isResaleUnauthorized: 1 << 8,
  /** An approved registration names the opportunity. */
  isRegistered: 1 << 9,
} as const;

export const statusShift = 12;
export const reasonShift = 15;
export const earrScaleShift = 18;
export const creditScaleShift = 22;

export const creditStatuses = ["Counted", "Pending", "Lost", "Excluded"] as const satisfies readonly CreditStatus[];
export const creditReasons = [
  "Duplicate",
  "Added After Close",
  "Registration Not Approved",
  "Registration Submitted After Close",
  "No eARR",
  "Professional Services Only",
  "Currency Rate Missing",
] as const satisfies readonly CreditReason[];

const sources = ["Twilio Sales", "Deal Registration"] as const satisfies readonly AttributionSource[];
const roles = ["Influenced", "Resold"] as const satisfies readonly AttributionRole[];

/** The status and the reason of a verdict as they stand in the flags. */
export function verdictBits(status: CreditStatus | null, reason: CreditReason | null): number {
  const statusNumber = status === null ? 0 : creditStatuses.indexOf(status) + 1;
  const reasonNumber = reason === null ? 0 : creditReasons.indexOf(reason) + 1;
  return (statusNumber << statusShift) | (reasonNumber << reasonShift);
}

export const verdictMask = (7 << statusShift) | (7 << reasonShift);

export function statusOf(flags: number): CreditStatus | null {
  return creditStatuses[((flags >>> statusShift) & 7) - 1] ?? null;
}

export function reasonOf(flags: number): CreditReason | null {
  return creditReasons[((flags >>> reasonShift) & 7) - 1] ?? null;
}

/** Texts that repeat over all records: kept once, by number. */
export interface RecordTexts {
  readonly partnerOf: (number: number) => string;
  readonly currencyOf: (number: number) => string | null;
  /** undefined: the run does without names. */
  readonly nameOf: (opportunityId: string) => string | undefined;
}

export function attributionAt(words: Int32Array, from: number, texts: RecordTexts): AttributionFacts {
  const flags = words[from + at.flags]!;
  const isOf = (mask: number) => ((flags & mask) === 0 ? 0 : 1);
  return {
    id: idAt(words, from + at.id),
    opportunityId: idAt(words, from + at.opportunity),
    partnerId: texts.partnerOf(words[from + at.partner]!),
    source: sources[isOf(bit.isRegistration)],
    role: roles[isOf(bit.isResold)],
    registrationId: null,
    createdAt: createdAt(words, from),
    stored: {
      status: statusOf(flags),
      reason: reasonOf(flags),
      creditUsd:
        (flags & bit.hasCredit) === 0
          ? null
          : amountAt(words, from + at.credit, (flags >>> creditScaleShift) & 15, isOf(bit.isCreditNegative) === 1),
      isResaleUnauthorized: isOf(bit.isResaleUnauthorized) === 1,
    },
  };
}

/** Without line items. */
export function opportunityAt(words: Int32Array, from: number, texts: RecordTexts): OpportunityFacts {
  const flags = words[from + at.flags]!;
  const id = idAt(words, from + at.opportunity);
  const name = texts.nameOf(id);
  return {
    id,
    ...(name === undefined ? {} : { name }),
    isWon: (flags & bit.isWon) !== 0,
    isClosed: (flags & bit.isClosed) !== 0,
    closeDate: dayText(words[from + at.closeDay]!),
    closedAt: closedAt(words, from),
    currencyCode: texts.currencyOf(currencyNumber(words, from)),
    earr:
      (flags & bit.hasEarr) === 0
        ? null
        : amountAt(words, from + at.earr, (flags >>> earrScaleShift) & 15, (flags & bit.isEarrNegative) !== 0),
    lines: [],
  };
}

/** Epoch milliseconds. */
export function createdAt(words: Int32Array, from: number): number {
  return (words[from + at.created]! >>> 0) * 1000 + (words[from + at.rest]! & 1023);
}

/** Epoch milliseconds. */
export function closedAt(words: Int32Array, from: number): number {
  return (words[from + at.closed]! >>> 0) * 1000 + ((words[from + at.rest]! >>> 10) & 1023);
}

export function currencyNumber(words: Int32Array, from: number): number {
  return words[from + at.rest]! >>> 20;
}

/** An amount as a decimal, to the last of its digits. */
export function amountAt(words: Int32Array, from: number, scale: number, isNegative: boolean): Big {
  const digits = `${words[from]!}${String(words[from + 1]!).padStart(9, "0")}`;
  return new Big(`${isNegative ? "-" : ""}${digits}e-${scale}`);
}

/** 20231231 as `2023-12-31`. */
export function dayText(day: number): Day {
  const digits = String(day).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** `2023-12-31` as 20231231: compares as days do. */
export function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}
