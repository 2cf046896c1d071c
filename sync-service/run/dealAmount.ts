/** The eARR of one packed deal in cents, as long as it is exact as a number. */
import { at, attributionWords, bit, currencyNumber, earrScaleShift } from "../crm/attributionRecord.ts";
import { lineAt, lineBit, lineScaleShift, lineWords } from "../crm/lineRecord.ts";
import { centConversion, type ToCents } from "../program/centConversion.ts";
import { lineKind, LineFold } from "../program/lineFold.ts";
import type { Conversion } from "../program/money.ts";
import { revenueKind } from "../program/plainVerdict.ts";
import type { ProgramPolicy } from "../program/policy.ts";
import type { DealNumbers } from "./judgeMessages.ts";
import type { DealPart } from "./dealPart.ts";

/** Amounts below, in units of nine digits, are exact as numbers with their hundredths. */
export const mostHigh = 90_000;
export const unit = 1e9;

export class DealAmount {
  /** One of `revenueKind`. */
  revenue = 0;
  cents = 0;
  /** What resale keeps of it. */
  resalableCents = 0;
  hasLeftOut = false;
  readonly #currencies: readonly (string | null)[];
  readonly #toCents: ToCents;
  readonly #fold = new LineFold();
  readonly #familyKinds: readonly number[];

  constructor(
    { currencies, families }: Pick<DealNumbers, "currencies" | "families">,
    policy: ProgramPolicy,
    conversion: Conversion,
  ) {
    this.#currencies = currencies;
    this.#toCents = centConversion(conversion);
    this.#familyKinds = families.map((family) => kindOf(family, policy));
  }

  /** Of a deal that is not won. */
  clear(): void {
    this.revenue = revenueKind.noEarr;
    this.cents = 0;
    this.resalableCents = 0;
    this.hasLeftOut = false;
  }

  /** Of the deal whose first record it is; false: not exact as numbers. */
  weigh(part: DealPart, first: number): boolean {
    this.clear();
    if (part.firstLine[first]! >= 0) return this.#weighLines(part, first);
    const { words } = part;
    const from = first * attributionWords;
    const flags = words[from + at.flags]!;
    if ((flags & bit.hasEarr) === 0) return true;
    const high = words[from + at.earr]!;
    if (high >= mostHigh) return false;
    const mantissa = high * unit + words[from + at.earr + 1]!;
    const isNegative = (flags & bit.isEarrNegative) !== 0;
    this.cents = this.#converted(isNegative ? -mantissa : mantissa, (flags >>> earrScaleShift) & 15, words, from);
    return isExact(this.cents);
  }

  #weighLines({ words, lineWords: lines, firstLine, nextLine }: DealPart, first: number): boolean {
    const fold = this.#fold;
    fold.begin();
    for (let line = firstLine[first]!; line >= 0; line = nextLine[line]!)
      if (!this.#addLine(lines, line * lineWords)) return false;
    this.revenue = fold.kind;
    if (this.revenue !== revenueKind.figure) return true;
    const from = first * attributionWords;
    this.cents = this.#converted(fold.sum, fold.scale, words, from);
    this.hasLeftOut = fold.hasLeftOut;
    if (fold.hasLeftOut) this.resalableCents = this.#converted(fold.resalable, fold.scale, words, from);
    return isExact(this.cents) && isExact(this.resalableCents);
  }

  #addLine(lines: Int32Array, from: number): boolean {
    const flags = lines[from + lineAt.flags]!;
    const kind = this.#familyKinds[lines[from + lineAt.family]!]!;
    if ((flags & lineBit.hasEarr) === 0) {
      this.#fold.addBlank(kind);
      return true;
    }
    const high = lines[from + lineAt.earr]!;
    const mantissa = high * unit + lines[from + lineAt.earr + 1]!;
    const isNegative = (flags & lineBit.isNegative) !== 0;
    this.#fold.add(kind, isNegative ? -mantissa : mantissa, (flags >>> lineScaleShift) & 15);
    return high < mostHigh;
  }

  /** Whole cents; 0 and a kind of its own where no rate is in force. */
  #converted(mantissa: number, scale: number, words: Int32Array, from: number): number {
    const currency = this.#currencies[currencyNumber(words, from)] ?? null;
    const cents = this.#toCents(Math.abs(mantissa), scale, currency, words[from + at.closeDay]!);
    this.revenue = cents === null ? revenueKind.rateMissing : revenueKind.figure;
    return mantissa < 0 ? 0 - (cents ?? 0) : (cents ?? 0);
  }
}

function kindOf(family: string | null, policy: ProgramPolicy): number {
  if (family === null) return lineKind.ordinary;
  if (policy.professionalServicesFamilies.includes(family)) return lineKind.services;
  return policy.resaleExcludedFamilies.includes(family) ? lineKind.leftOutOfResale : lineKind.ordinary;
}

function isExact(cents: number): boolean {
  return Number.isSafeInteger(cents) && Math.abs(cents) < mostHigh * unit;
}
