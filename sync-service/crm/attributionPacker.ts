/** Packs the rows of the attribution query: straight from bytes where they have the usual form, else from their cells. */
import { amountDigits, packAmount } from "./amountDigits.ts";
import { at, bit, creditReasons, creditScaleShift, creditStatuses, earrScaleShift } from "./attributionRecord.ts";
import { reasonShift, statusShift, verdictBits } from "./attributionRecord.ts";
import { dayNumber } from "./attributionRecord.ts";
import type { ByteCursor } from "./byteCursor.ts";
import { CellChoices } from "./cellChoices.ts";
import type { OpportunityOptions } from "./opportunityColumns.ts";
import { packId } from "./packedId.ts";
import type { AttributionCells } from "./attributionCells.ts";
import type { RecordPacker } from "./recordTarget.ts";
import type { Row } from "./restQuery.ts";

export const attributionPaths = { id: "Id", partner: "Partner__c", opportunity: "Opportunity__c" } as const;

/** What is kept once for all records. */
export interface PackingTexts {
  /** The number of a partner by the words of its id. */
  readonly partnerNumber: (first: number, second: number, third: number) => number;
  /** The number of a currency code in capitals; 0 = none. */
  readonly currencyNumber: (code: string) => number;
  /** Told of every opportunity by the words of its id; whether an approved registration names it. */
  readonly isRegistered: (words: Int32Array, from: number) => boolean;
  readonly noteName: (opportunityId: string, name: string) => void;
}

const sourceCells = new CellChoices(["Twilio Sales", "Deal Registration"]);
const roleCells = new CellChoices(["Influenced", "Resold"]);
const statusCells = new CellChoices(creditStatuses);
const reasonCells = new CellChoices(creditReasons);
/** The last millisecond of unsigned seconds, in 2106. */
const lastInstant = 2 ** 32 * 1000 - 1;

export function attributionPacker(
  read: (row: Row) => AttributionCells,
  { isMultiCurrency, withName }: OpportunityOptions,
  texts: PackingTexts,
): RecordPacker {
  const currencies = new Map<number, number>();
  const currencyOf = (code: number): number => {
    if (code < 0) return 0;
    const known = currencies.get(code);
    if (known !== undefined) return known;
    const number = texts.currencyNumber(String.fromCharCode(code >>> 16, (code >>> 8) & 255, code & 255));
    currencies.set(code, number);
    return number;
  };
  const partner = new Int32Array(3);
  /** Attribution and verdict; negative: not of the usual form. */
  const ownFlags = (c: ByteCursor, words: Int32Array, slot: number): number => {
    if (!c.id(words, slot + at.id) || !c.id(partner, 0)) return -1;
    if (!c.oneOf(sourceCells) || c.choice < 0) return -1;
    let flags = c.choice === 1 ? bit.isRegistration : 0;
    if (!c.oneOf(roleCells) || c.choice < 0) return -1;
    if (c.choice === 1) flags |= bit.isResold;
    if (!c.instant() || c.isBlank) return -1;
    words[slot + at.created] = c.seconds;
    words[slot + at.rest] = c.millis;
    if (!c.oneOf(statusCells)) return -1;
    flags |= (c.choice + 1) << statusShift;
    if (!c.oneOf(reasonCells)) return -1;
    flags |= (c.choice + 1) << reasonShift;
    if (!c.amount()) return -1;
    if (!c.isBlank) {
      words[slot + at.credit] = c.high;
      words[slot + at.credit + 1] = c.low;
      flags |= bit.hasCredit | (c.isNegative ? bit.isCreditNegative : 0) | (c.scale << creditScaleShift);
    }
    if (!c.flag()) return -1;
    return c.isTrue ? flags | bit.isResaleUnauthorized : flags;
  };
  /** The opportunity's cells up to its eARR; negative: not of the usual form. */
  const opportunityFlags = (c: ByteCursor, words: Int32Array, slot: number): number => {
    if (!c.id(words, slot + at.opportunity) || !c.flag()) return -1;
    let flags = c.isTrue ? bit.isWon : 0;
    if (!c.flag()) return -1;
    if (c.isTrue) flags |= bit.isClosed;
    if (!c.date()) return -1;
    words[slot + at.closeDay] = c.day;
    if (!c.instant()) return -1;
    // where no stage change is recorded, the creation; nobody asks for it otherwise.
    if (c.isBlank ? !c.instant() || c.isBlank : !c.skipInstant()) return -1;
    words[slot + at.closed] = c.seconds;
    words[slot + at.rest] = words[slot + at.rest]! | (c.millis << 10);
    if (!c.amount()) return -1;
    if (c.isBlank) return flags;
    words[slot + at.earr] = c.high;
    words[slot + at.earr + 1] = c.low;
    return flags | bit.hasEarr | (c.isNegative ? bit.isEarrNegative : 0) | (c.scale << earrScaleShift);
  };
  return {
    fast: (cursor, words, slot) => {
      if (withName) return false;
      const own = ownFlags(cursor, words, slot);
      if (own < 0) return false;
      const opportunity = opportunityFlags(cursor, words, slot);
      if (opportunity < 0) return false;
      if (isMultiCurrency) {
        if (!cursor.currency()) return false;
        words[slot + at.rest] = words[slot + at.rest]! | (currencyOf(cursor.choice) << 20);
      }
      if (!cursor.lineEnd()) return false;
      words[slot + at.flags] = own | opportunity | registeredFlag(words, slot, texts);
      words[slot + at.partner] = texts.partnerNumber(partner[0]!, partner[1]!, partner[2]!);
      return true;
    },
    slow: (row, words, slot) => {
      packCells(read(row), words, slot, texts);
    },
  };
}

function packCells(cells: AttributionCells, words: Int32Array, slot: number, texts: PackingTexts): void {
  const partner = new Int32Array(3);
  packId(cells.id, words, slot + at.id);
  packId(cells.opportunityId, words, slot + at.opportunity);
  packId(cells.partnerId, partner, 0);
  const createdAt = within(cells.createdAt);
  const closedAt = within(cells.stageChangedAt ?? cells.opportunityCreatedAt);
  const currency = cells.currencyCode === null ? 0 : texts.currencyNumber(cells.currencyCode);
  words[slot + at.partner] = texts.partnerNumber(partner[0]!, partner[1]!, partner[2]!);
  words[slot + at.closeDay] = dayNumber(cells.closeDate);
  words[slot + at.created] = Math.floor(createdAt / 1000);
  words[slot + at.closed] = Math.floor(closedAt / 1000);
  words[slot + at.rest] = (createdAt % 1000) | ((closedAt % 1000) << 10) | (currency << 20);
  words[slot + at.flags] =
    verdictBits(cells.status, cells.reason) |
    (cells.source === "Deal Registration" ? bit.isRegistration : 0) |
    (cells.role === "Resold" ? bit.isResold : 0) |
    (cells.isWon ? bit.isWon : 0) |
    (cells.isClosed ? bit.isClosed : 0) |
    (cells.isResaleUnauthorized ? bit.isResaleUnauthorized : 0) |
    earrFlags(cells, words, slot) |
    creditFlags(cells, words, slot) |
    registeredFlag(words, slot, texts);
  if (cells.name !== null) texts.noteName(cells.opportunityId, cells.name);
}

function registeredFlag(words: Int32Array, slot: number, { isRegistered }: PackingTexts): number {
  return isRegistered(words, slot + at.opportunity) ? bit.isRegistered : 0;
}

function earrFlags({ earr }: AttributionCells, words: Int32Array, slot: number): number {
  if (earr === null) return 0;
  const scale = packAmount(amountDigits(earr), words, slot + at.earr);
  return bit.hasEarr | (earr.s < 0 ? bit.isEarrNegative : 0) | (scale << earrScaleShift);
}

function creditFlags({ creditUsd }: AttributionCells, words: Int32Array, slot: number): number {
  if (creditUsd === null) return 0;
  const scale = packAmount(amountDigits(creditUsd), words, slot + at.credit);
  return bit.hasCredit | (creditUsd.s < 0 ? bit.isCreditNegative : 0) | (scale << creditScaleShift);
}

/**
 * Imports give unknown times as 1900 or 2999. No window and no close of the programme is out there, so that such a
 * time is as good as the earliest or the latest that a record holds, and one bad row ends no night.
 */
function within(instant: number): number {
  return Math.min(Math.max(instant, 0), lastInstant);
}
