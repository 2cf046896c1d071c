/**
 * Judges the deals on which no attribution needs more than a look at its own packed
 * record: nearly all of them. Whatever is unusual in any way (a partner twice, an
 * approved registration, split resale, an edge of a rule, huge amounts) is left to
 * the rules in full; a mistake here would differ from them, which tests compare.
 */
import {
  at,
  attributionWords,
  bit,
  closedAt,
  createdAt,
  creditScaleShift,
  currencyNumber,
  dayNumber,
  earrScaleShift,
  verdictBits,
  verdictMask,
} from "../crm/attributionRecord.ts";
import { lineAt, lineBit, lineScaleShift, lineWords } from "../crm/lineRecord.ts";
import { BoundaryHint } from "../program/boundaryHint.ts";
import { centConversion, type ToCents } from "../program/centConversion.ts";
import type { CreditContext } from "../program/creditCase.ts";
import type { Instant } from "../program/facts.ts";
import { lineKind, LineFold } from "../program/lineFold.ts";
import type { WindowPlaces } from "../program/partnerRevenue.ts";
import { type PlainCase, type PlainVerdict, PlainVerdicts, revenueKind } from "../program/plainVerdict.ts";
import { isResaleAuthorized } from "../program/resale.ts";
import type { DateWindow } from "../program/windows.ts";
import type { CaseStore } from "./caseStore.ts";
import { DealPart } from "./dealPart.ts";
import type { Ledger, Tally } from "./judge.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Amounts up to here, in units of nine digits, are exact as numbers with their hundredths. */
const mostHigh = 90_000;
const unit = 1e9;
const powers = [100, 10, 1];

export class PlainDeals {
  readonly #cases: CaseStore;
  readonly #ledger: Ledger;
  readonly #context: CreditContext;
  readonly #verdicts: PlainVerdicts;
  readonly #hint: BoundaryHint;
  readonly #toCents: ToCents;
  readonly #fold = new LineFold();
  readonly #familyKinds: number[];
  readonly #tallies: (Tally | null)[] = [];
  readonly #bits: number[] = [];
  readonly #trailing: DayRange;
  readonly #annual: DayRange;
  readonly #yearToDate: DayRange;
  readonly #asOf: number;
  // The deal at hand.
  #part = new DealPart();
  #revenue = 0;
  #cents = 0;
  readonly #case: Writable<PlainCase> = {
    isClosed: false,
    isWon: false,
    isRegistration: false,
    isResold: false,
    afterClose: 0,
    revenue: 0,
    isResaleAuthorized: false,
  };
  readonly #places: Writable<WindowPlaces> = { future: false, trailing: false, annual: false, yearToDate: false };

  constructor(cases: CaseStore, ledger: Ledger, context: CreditContext) {
    const { policy, asOf } = ledger.day;
    const { trailing, annual, yearToDate } = ledger.windows;
    this.#cases = cases;
    this.#ledger = ledger;
    this.#context = context;
    this.#verdicts = new PlainVerdicts(policy);
    this.#hint = new BoundaryHint(policy, asOf);
    this.#toCents = centConversion(context.conversion);
    this.#familyKinds = cases.families.map((family) => {
      if (family === null) return lineKind.ordinary;
      if (policy.professionalServicesFamilies.includes(family)) return lineKind.services;
      return policy.resaleExcludedFamilies.includes(family) ? lineKind.leftOutOfResale : lineKind.ordinary;
    });
    [this.#trailing, this.#annual, this.#yearToDate] = [rangeOf(trailing), rangeOf(annual), rangeOf(yearToDate)];
    this.#asOf = dayNumber(asOf);
  }

  enter(part: DealPart): void {
    this.#part = part;
  }

  /** Judges the deal whose first record it is; false: it is not plain, and nothing was done. */
  judge(first: number): boolean {
    const { words } = this.#part;
    const from = first * attributionWords;
    const flags = words[from + at.flags]!;
    if (this.#cases.registrationsAt(words, from + at.opportunity).length > 0) return false;
    const isWon = (flags & bit.isWon) !== 0 && (flags & bit.isClosed) !== 0;
    this.#case.isWon = (flags & bit.isWon) !== 0;
    this.#case.isClosed = (flags & bit.isClosed) !== 0;
    this.#revenue = revenueKind.noEarr;
    this.#cents = 0;
    this.#fold.begin();
    if (isWon && !(this.#hint.isDealClear(words[from + at.closeDay]!, closedAt(words, from)) && this.#weigh(first)))
      return false;
    if (!this.#areRowsPlain(first, isWon)) return false;
    this.#settle(first, isWon);
    return true;
  }

  /** The eARR in cents; false: not exact as a number. */
  #weigh(first: number): boolean {
    const { words, firstLine } = this.#part;
    const from = first * attributionWords;
    const flags = words[from + at.flags]!;
    if (firstLine[first]! >= 0) return this.#weighLines(first);
    if ((flags & bit.hasEarr) === 0) return true;
    const isNegative = (flags & bit.isEarrNegative) !== 0;
    const high = words[from + at.earr]!;
    if (high >= mostHigh) return false;
    return this.#convert(high * unit + words[from + at.earr + 1]!, (flags >>> earrScaleShift) & 15, isNegative, from);
  }

  #weighLines(first: number): boolean {
    const { lineWords: words, firstLine, nextLine } = this.#part;
    const fold = this.#fold;
    for (let line = firstLine[first]!; line >= 0; line = nextLine[line]!) {
      const from = line * lineWords;
      const flags = words[from + lineAt.flags]!;
      const kind = this.#familyKinds[words[from + lineAt.family]!]!;
      const high = words[from + lineAt.earr]!;
      if ((flags & lineBit.hasEarr) === 0) fold.addBlank(kind);
      else if (high >= mostHigh) return false;
      else {
        const mantissa = high * unit + words[from + lineAt.earr + 1]!;
        fold.add(kind, (flags & lineBit.isNegative) === 0 ? mantissa : -mantissa, (flags >>> lineScaleShift) & 15);
      }
    }
    this.#revenue = fold.kind;
    if (this.#revenue !== revenueKind.figure) return true;
    return this.#convert(Math.abs(fold.sum), fold.scale, fold.sum < 0, first * attributionWords);
  }

  #convert(mantissa: number, scale: number, isNegative: boolean, from: number): boolean {
    const { words } = this.#part;
    const currency = this.#cases.currencies[currencyNumber(words, from)] ?? null;
    const cents = this.#toCents(mantissa, scale, currency, words[from + at.closeDay]!);
    this.#revenue = cents === null ? revenueKind.rateMissing : revenueKind.figure;
    if (cents === null) return true;
    this.#cents = isNegative ? 0 - cents : cents;
    return Number.isSafeInteger(cents) && cents < mostHigh * unit;
  }

  /** Every partner once, no row on the edge of a rule, every stored credit exact as a number. */
  #areRowsPlain(first: number, isWon: boolean): boolean {
    const { words, next } = this.#part;
    for (let record = first; record >= 0; record = next[record]!) {
      const from = record * attributionWords;
      const flags = words[from + at.flags]!;
      if (words[from + at.credit]! >= mostHigh && (flags & bit.hasCredit) !== 0) return false;
      if (((flags >>> creditScaleShift) & 15) > 2 || this.#isAgain(first, record)) return false;
      if (!isWon) continue;
      if ((flags & bit.isResold) !== 0 && this.#fold.hasLeftOut) return false;
      if ((flags & bit.isRegistration) === 0 && !this.#isRowClear(from)) return false;
    }
    return true;
  }

  #isRowClear(from: number): boolean {
    const { words } = this.#part;
    return this.#hint.isRowClear(createdAt(words, from), closedAt(words, from), words[from + at.closeDay]!);
  }

  /** Whether the record's partner has a row before it. */
  #isAgain(first: number, record: number): boolean {
    const { words, next } = this.#part;
    const partner = words[record * attributionWords + at.partner];
    for (let before = first; before !== record; before = next[before]!)
      if (words[before * attributionWords + at.partner] === partner) return true;
    return false;
  }

  #settle(first: number, isWon: boolean): void {
    const { words, next } = this.#part;
    this.#place(words[first * attributionWords + at.closeDay]!);
    let isCounted = false;
    for (let record = first; record >= 0; record = next[record]!) {
      const from = record * attributionWords;
      const tally = this.#tallyAt(words[from + at.partner]!);
      if (tally) isCounted = this.#settleRow(from, tally, isWon) || isCounted;
    }
    if (isCounted && this.#places.trailing) this.#ledger.programTrailing.addCents(this.#cents);
  }

  #place(day: number): void {
    const places = this.#places;
    places.future = day > this.#asOf;
    places.trailing = day >= this.#trailing.start && day <= this.#trailing.end;
    places.annual = day >= this.#annual.start && day <= this.#annual.end;
    places.yearToDate = day >= this.#yearToDate.start && day <= this.#yearToDate.end;
  }

  /** Whether the row counts. */
  #settleRow(from: number, tally: Tally, isWon: boolean): boolean {
    const { words } = this.#part;
    const { quarter } = this.#ledger;
    const created: Instant = createdAt(words, from);
    const verdict = this.#verdictOf(from, created, isWon);
    const cents = verdict.isCredited ? this.#cents : 0;
    this.#compare(from, verdict, cents);
    tally.revenue.addPlain(verdict, cents, this.#places);
    if (created >= quarter.from && created < quarter.until) tally.wasAttributionCreated = true;
    if (verdict.status !== "Counted") return false;
    if (this.#places.trailing || this.#places.annual)
      this.#ledger.deals.addPlain(words[from + at.partner]!, words, from + at.opportunity, words[from + at.closeDay]!, {
        cents,
        isResold: verdict.isResold,
        rule: verdict.rule,
      });
    return true;
  }

  #verdictOf(from: number, created: Instant, isWon: boolean): PlainVerdict {
    const { words } = this.#part;
    const flags = words[from + at.flags]!;
    const isOf = this.#case;
    isOf.isRegistration = (flags & bit.isRegistration) !== 0;
    isOf.isResold = (flags & bit.isResold) !== 0;
    isOf.afterClose = created - closedAt(words, from);
    isOf.revenue = this.#revenue;
    isOf.isResaleAuthorized = isWon && isOf.isResold && this.#isAuthorized(from);
    return this.#verdicts.verdictOf(isOf);
  }

  #isAuthorized(from: number): boolean {
    const { words } = this.#part;
    const partnerId = this.#cases.partners.idOf(words[from + at.partner]!);
    const standing = this.#context.standingOf(partnerId);
    const day = String(words[from + at.closeDay]);
    const closeDate = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return standing !== null && isResaleAuthorized(partnerId, standing, closeDate);
  }

  #compare(from: number, verdict: PlainVerdict, cents: number): void {
    const { words } = this.#part;
    const flags = words[from + at.flags]!;
    const wanted = this.#bitsOf(verdict);
    const isSame =
      (flags & (verdictMask | bit.isResaleUnauthorized | bit.hasCredit)) === (wanted | bit.hasCredit) &&
      storedCents(words, from, flags) === cents;
    if (!isSame) this.#ledger.changed.addPlain(words, from, wanted, cents);
  }

  #bitsOf({ number, status, reason, isResaleUnauthorized }: PlainVerdict): number {
    return (this.#bits[number] ??= verdictBits(status, reason) | (isResaleUnauthorized ? bit.isResaleUnauthorized : 0));
  }

  #tallyAt(partner: number): Tally | null {
    const known = this.#tallies[partner];
    if (known !== undefined) return known;
    for (let number = this.#tallies.length; number <= partner; number += 1)
      this.#tallies.push(this.#ledger.tallyOf(this.#cases.partners.idOf(number)));
    return this.#tallies[partner] ?? null;
  }
}

interface DayRange {
  readonly start: number;
  readonly end: number;
}

function rangeOf({ start, end }: DateWindow): DayRange {
  return { start: dayNumber(start), end: dayNumber(end) };
}

/** The stored credit in cents; only of records whose credit has at most two places. */
function storedCents(words: Int32Array, from: number, flags: number): number {
  const amount =
    (words[from + at.credit]! * unit + words[from + at.credit + 1]!) * powers[(flags >>> creditScaleShift) & 15]!;
  return (flags & bit.isCreditNegative) === 0 ? amount : 0 - amount;
}
