/** Packs the rows of the line item query: straight from bytes where they have the usual form, else from their cells. */
import { amountDigits, packAmount } from "./amountDigits.ts";
import { lineAt, lineBit, lineScaleShift } from "./lineRecord.ts";
import type { ByteCursor } from "./byteCursor.ts";
import { CellChoices } from "./cellChoices.ts";
import { packId } from "./packedId.ts";
import type { LineItem } from "./lineCells.ts";
import type { RecordPacker } from "./recordTarget.ts";
import type { Row } from "./restQuery.ts";

const quote = 34;
/** One character: too short for `CellChoices`, and left to the general way. */
const shortest = 2;

/** `familyNumber` gives every product family a number; null = the line has none. */
export function linePacker(
  read: (row: Row) => LineItem,
  familyNumber: (family: string | null) => number,
): RecordPacker {
  const id = new Int32Array(3);
  const families = new FamilyCells(familyNumber);
  return {
    fast: (cursor, words, slot) => {
      if (!cursor.id(id, 0) || !cursor.id(words, slot + lineAt.opportunity) || !cursor.amount()) return false;
      let flags = 0;
      if (!cursor.isBlank) {
        words[slot + lineAt.earr] = cursor.high;
        words[slot + lineAt.earr + 1] = cursor.low;
        flags = lineBit.hasEarr | (cursor.isNegative ? lineBit.isNegative : 0) | (cursor.scale << lineScaleShift);
      }
      const family = families.read(cursor);
      if (family < 0 || !cursor.lineEnd()) return false;
      words[slot + lineAt.family] = family;
      words[slot + lineAt.flags] = flags;
      return true;
    },
    slow: (row, words, slot) => {
      const { opportunityId, earr, family } = read(row);
      packId(opportunityId, words, slot + lineAt.opportunity);
      words[slot + lineAt.family] = familyNumber(family);
      words[slot + lineAt.flags] = 0;
      if (earr === null) return;
      const scale = packAmount(amountDigits(earr), words, slot + lineAt.earr);
      words[slot + lineAt.flags] = lineBit.hasEarr | (earr.s < 0 ? lineBit.isNegative : 0) | (scale << lineScaleShift);
    },
  };
}

/** The few families that there are, compared byte by byte with those met before. */
class FamilyCells {
  readonly #familyNumber: (family: string | null) => number;
  readonly #cells = new CellChoices([]);
  readonly #numbers: number[] = [];

  constructor(familyNumber: (family: string | null) => number) {
    this.#familyNumber = familyNumber;
  }

  /** Negative: no plain quoted cell. */
  read(cursor: ByteCursor): number {
    if (!cursor.oneOf(this.#cells)) return this.#learn(cursor);
    return cursor.choice < 0 ? this.#familyNumber(null) : this.#numbers[cursor.choice]!;
  }

  #learn(cursor: ByteCursor): number {
    const { bytes, at } = cursor;
    if (bytes[at] !== quote) return -1;
    let end = at + 1;
    // Letters and the like only: anything that needs unescaping or decoding is read the general way.
    while (bytes[end]! >= 32 && bytes[end]! < 127 && bytes[end] !== quote) end += 1;
    if (bytes[end] !== quote || end - at <= shortest) return -1;
    const family = String.fromCharCode(...bytes.subarray(at + 1, end));
    if (!cursor.oneOf(new CellChoices([family]))) return -1;
    const number = this.#familyNumber(family);
    this.#cells.add(family);
    this.#numbers.push(number);
    return number;
  }
}
